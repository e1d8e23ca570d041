import './segments.css';

type Props<V extends string> = { label: string; value: V; options: readonly { value: V; label: string }[]; onChange: (value: V) => void };

/** A few ways to look at the same thing, side by side: one is on. */
export function Segments<V extends string>({ label, value, options, onChange }: Props<V>) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {options.map((o) => (
        <button key={o.value} type="button" className="segments__one" aria-pressed={o.value === value} onClick={() => onChange(o.value)}>
          {o.label}
        </button>
      ))}
    </div>
  );
}
