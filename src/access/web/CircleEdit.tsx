import { useState, type FormEvent } from 'react';
import { listInstitutions } from '../../organisations/domain/contract.ts';
import { useOperation, useSend } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { Dialog } from '../../shell/ui/Dialog.tsx';
import { TextField } from '../../shell/ui/Field.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';
import { changeCircle, makeCircle, session, whoSees } from '../domain/contract.ts';
import type { Circle } from '../domain/model.ts';

/** Name and members of a circle; an empty circle is nobody. */
export function CircleEdit({ circle, onClose }: { circle: Circle | null; onClose: () => void }) {
  const text = useText();
  const institutions = useOperation(listInstitutions, {});
  const make = useSend(makeCircle, { invalidates: [session, whoSees] });
  const change = useSend(changeCircle, { invalidates: [session, whoSees] });
  const [name, setName] = useState(circle?.name ?? '');
  const [members, setMembers] = useState<ReadonlySet<number>>(new Set(circle?.members.map((m) => m.organisationId)));
  const [wrong, setWrong] = useState(false);
  const problem = make.problem ?? change.problem;
  const submit = (e: FormEvent) => {
    e.preventDefault();
    setWrong(name.trim() === '');
    if (name.trim() === '') return;
    const given = { name: name.trim(), organisationIds: [...members] };
    if (circle === null) make.mutate(given, { onSuccess: onClose });
    else change.mutate({ ...given, id: circle.id }, { onSuccess: onClose });
  };
  const toggle = (id: number) =>
    setMembers((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <Dialog title={text(circle === null ? 'circles.make' : 'circles.change')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        {problem !== undefined && <ProblemShow error={problem} />}
        <TextField label={text('circles.name')} value={name} onText={setName} error={wrong ? text('circles.name-missing') : undefined} autoFocus />
        <fieldset className="choices">
          <legend>{text('circles.members')}</legend>
          {(institutions.data ?? []).map((i) => (
            <label key={i.id} className="choice">
              <input type="checkbox" checked={members.has(i.id)} onChange={() => toggle(i.id)} />
              <Content>{i.name}</Content>
            </label>
          ))}
        </fieldset>
        <div className="dialog__actions">
          <Button kind="main" type="submit" aria-disabled={make.isPending || change.isPending}>
            {text('save')}
          </Button>
          <Button onClick={onClose}>{text('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
