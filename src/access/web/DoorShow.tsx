import type { ReactNode } from 'react';
import { useText } from '../../shell/text.tsx';
import { Mark } from '../../shell/ui/Mark.tsx';
import './door.css';

/** The page before the door: the mark, one thing to do. */
export function DoorShow({ children }: { children: ReactNode }) {
  const text = useText();
  return (
    <div className="door">
      <p className="door__name">
        <Mark size={40} />
        <span>{text('tessera')}</span>
      </p>
      <div className="door__paper">{children}</div>
      <p className="door__what quiet">{text('what-it-is')}</p>
    </div>
  );
}
