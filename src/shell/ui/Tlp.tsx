import type { TlpLabel } from '../../kernel/audience.ts';
import './tlp.css';

/** A label of the Traffic Light Protocol, in the protocol's own colours. */
export function Tlp({ label }: { label: TlpLabel }) {
  return (
    <span className="tlp" data-tlp={label.slice(4)} data-identifier="">
      {label}
    </span>
  );
}
