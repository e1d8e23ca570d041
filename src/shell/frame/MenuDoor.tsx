import { Suspense, useState, type ComponentType, type ReactNode } from 'react';

type Props = { label: string; className: string; face: ReactNode; Menu: ComponentType };

/**
 * A menu whose machinery is loaded when somebody first opens it: until then a plain button stands in its place, with
 * the same name and face. The menu then opens at once and takes the focus.
 */
export function MenuDoor({ label, className, face, Menu }: Props) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <button type="button" className={className} aria-label={label} aria-haspopup="menu" aria-expanded="false" onClick={() => setWanted(true)}>
      {face}
    </button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <Menu />
    </Suspense>
  ) : (
    button
  );
}
