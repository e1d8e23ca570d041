import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Figure } from '../../kernel/figure.ts';
import { useText } from '../text.tsx';
import { Icon } from './Icon.tsx';
import { PassportContext, type PointerAt } from './passport-host.ts';
import { PassportShow } from './PassportShow.tsx';
import './passport.css';

const HOVER_MS = 450;
const LEAVE_MS = 220;
const MARGIN = 8;
/** After a click the pointer must travel this far before resting on a figure means anything: the page may have moved under it. */
const TRAVEL = 32;

type Shown = { figure: Figure; anchor: HTMLElement; pinned: boolean };

/** Holds the one passport that is open, beside its figure on a desk, as a sheet from below on a phone. */
export function PassportHost({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = useCallback((ms: number, then: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(then, ms);
  }, []);
  const close = useCallback((back: boolean) => {
    clearTimeout(timer.current);
    setShown((s) => {
      if (back && s?.pinned === true) s.anchor.focus({ preventScroll: true });
      return null;
    });
  }, []);
  const last = useRef<PointerAt>({ clientX: -1, clientY: -1 });
  const clicked = useRef<PointerAt | null>(null);
  useEffect(() => {
    const down = (e: PointerEvent) => {
      clicked.current = { clientX: e.clientX, clientY: e.clientY };
      clearTimeout(timer.current);
    };
    document.addEventListener('pointerdown', down, true);
    return () => document.removeEventListener('pointerdown', down, true);
  }, []);
  const leave = useCallback(() => later(LEAVE_MS, () => setShown((s) => (s?.pinned === true ? s : null))), [later]);
  const host = useMemo(
    () => ({
      open: (figure: Figure, anchor: HTMLElement) => {
        clearTimeout(timer.current);
        setShown({ figure, anchor, pinned: true });
      },
      hover: (figure: Figure, anchor: HTMLElement, at: PointerAt) => {
        if (far(at, last.current) === 0) return;
        last.current = { clientX: at.clientX, clientY: at.clientY };
        if (clicked.current !== null && far(at, clicked.current) < TRAVEL) return;
        clicked.current = null;
        later(HOVER_MS, () => setShown((s) => (s?.pinned === true || s?.anchor === anchor ? s : { figure, anchor, pinned: false })));
      },
      leave,
    }),
    [later, leave],
  );
  return (
    <PassportContext value={host}>
      {children}
      {shown !== null && createPortal(<PassportCard key={shown.pinned ? 'pinned' : 'hover'} shown={shown} close={close} stay={() => clearTimeout(timer.current)} leave={leave} />, document.body)}
    </PassportContext>
  );
}

const far = (a: PointerAt, b: PointerAt) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

type CardProps = { shown: Shown; close: (back: boolean) => void; stay: () => void; leave: () => void };

function PassportCard({ shown, close, stay, leave }: CardProps) {
  const text = useText();
  const ref = useRef<HTMLDivElement>(null);
  const { anchor, pinned, figure } = shown;

  useLayoutEffect(() => {
    const card = ref.current;
    if (card === null) return;
    place(card, anchor);
    if (pinned) card.focus({ preventScroll: true });
  }, [anchor, pinned, figure]);

  useEffect(() => {
    const outside = (e: PointerEvent) => e.target instanceof Node && !ref.current?.contains(e.target) && !anchor.contains(e.target) && close(false);
    const key = (e: KeyboardEvent) => {
      if (e.key !== 'Escape') return;
      e.stopPropagation();
      close(true);
    };
    // What scrolls away takes its passport with it; scrolling inside the passport does not.
    const scroll = (e: Event) => !(e.target instanceof Node && ref.current?.contains(e.target)) && !pinned && close(false);
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', key, true);
    document.addEventListener('scroll', scroll, true);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', key, true);
      document.removeEventListener('scroll', scroll, true);
    };
  }, [anchor, close, pinned]);

  return (
    <div
      ref={ref}
      className="passport-card"
      role="dialog"
      aria-label={text('passport.title')}
      tabIndex={-1}
      onPointerEnter={stay}
      onPointerLeave={leave}
      onBlur={(e) => pinned && e.relatedTarget instanceof Node && !e.currentTarget.contains(e.relatedTarget) && close(false)}
    >
      {pinned && (
        <button type="button" className="passport-card__close" aria-label={text('close')} onClick={() => close(true)}>
          <Icon name="close" />
        </button>
      )}
      <PassportShow figure={figure} onLeave={() => close(false)} />
    </div>
  );
}

/** Under the figure, or above it where there is more room; never over the edge. On a phone the stylesheet makes a sheet of it. */
function place(card: HTMLElement, anchor: HTMLElement): void {
  if (matchMedia('(max-width: 40rem)').matches) return;
  const at = anchor.getBoundingClientRect();
  const below = innerHeight - at.bottom - 2 * MARGIN;
  const above = at.top - 2 * MARGIN;
  const down = below >= Math.min(card.scrollHeight, 420) || below >= above;
  card.style.maxHeight = `${Math.max(160, down ? below : above)}px`;
  const box = card.getBoundingClientRect();
  const rtl = document.documentElement.dir === 'rtl';
  const start = rtl ? at.right - box.width : at.left;
  card.style.left = `${Math.min(Math.max(MARGIN, start - 12), innerWidth - box.width - MARGIN)}px`;
  card.style.top = `${down ? at.bottom + MARGIN : at.top - box.height - MARGIN}px`;
}
