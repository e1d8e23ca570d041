import { useId } from 'react';
import { Role } from '../../kernel/audience.ts';
import { useText } from '../../shell/text.tsx';
import '../../shell/ui/field.css';

/** The four roles, each with what it may do. */
export function RoleEdit({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const text = useText();
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{text('people.role')}</legend>
      {Role.options.map((r) => (
        <label key={r} className="choice">
          <input type="radio" name={name} checked={r === value} onChange={() => onChange(r)} />
          <span className="choice__words">
            <span>{text(`role.${r}`)}</span>
            <span className="quiet">{text(`role.${r}-may`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
