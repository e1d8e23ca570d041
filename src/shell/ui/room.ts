import { useLayoutEffect, useState, type RefObject } from 'react';

/** How wide an element is, in CSS pixels, before it is first painted and whenever that changes. */
export function useRoom(of: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (element === null) return undefined;
    const measure = () => setRoom(element.clientWidth);
    measure();
    const seen = new ResizeObserver(measure);
    seen.observe(element);
    return () => seen.disconnect();
  }, [of]);
  return room;
}
