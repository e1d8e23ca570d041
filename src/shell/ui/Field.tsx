import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from 'react';
import './field.css';

type Around = { label: ReactNode; hint?: ReactNode; error?: ReactNode; hideLabel?: boolean };

/** Label above, hint under it, error before the box: in the order in which people read. */
function Wrapped({ label, hint, error, hideLabel, id, children }: Around & { id: string; children: ReactNode }) {
  return (
    <div className={error === undefined || error === null ? 'field' : 'field field--wrong'}>
      <label htmlFor={id} className={hideLabel === true ? 'unseen' : 'field__label'}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && error !== null && (
        <p className="field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

const describedBy = (id: string, hint: unknown, error: unknown) => [hint !== undefined && `${id}-hint`, error !== undefined && error !== null && `${id}-error`].filter(Boolean).join(' ') || undefined;

export function TextField({ label, hint, error, hideLabel, onText, ...rest }: Around & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & { onText: (text: string) => void }) {
  const id = useId();
  return (
    <Wrapped id={id} label={label} hint={hint} error={error} hideLabel={hideLabel}>
      <input {...rest} id={id} className="box" aria-describedby={describedBy(id, hint, error)} aria-invalid={error === undefined || error === null ? undefined : true} onChange={(e) => onText(e.target.value)} />
    </Wrapped>
  );
}

export type Choice = { value: string; label: string; content?: boolean };

/** One of a few: the system's own list, which every phone and keyboard knows. */
export function SelectField({ label, hint, error, hideLabel, choices, onChoose, ...rest }: Around & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> & { choices: readonly Choice[]; onChoose: (value: string) => void }) {
  const id = useId();
  return (
    <Wrapped id={id} label={label} hint={hint} error={error} hideLabel={hideLabel}>
      <select {...rest} id={id} className="box box--select" aria-describedby={describedBy(id, hint, error)} onChange={(e) => onChoose(e.target.value)}>
        {choices.map((c) => (
          <option key={c.value} value={c.value} {...(c.content === true ? { 'data-content': '' } : {})}>
            {c.label}
          </option>
        ))}
      </select>
    </Wrapped>
  );
}
