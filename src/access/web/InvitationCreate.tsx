import { useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { Role } from '../../kernel/audience.ts';
import type { Institution } from '../../organisations/domain/contract.ts';
import { useSend } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Dialog } from '../../shell/ui/Dialog.tsx';
import { SelectField, TextField } from '../../shell/ui/Field.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';
import { invite, listAccounts } from '../domain/contract.ts';
import type { GivenLink } from './LinkShow.tsx';
import { RoleEdit } from './RoleEdit.tsx';

type Props = { institutions: z.output<typeof Institution>[]; onClose: () => void; onDone: (link: GivenLink) => void };

/** Invites a person: address, organisation, role. */
export function InvitationCreate({ institutions, onClose, onDone }: Props) {
  const text = useText();
  const sending = useSend(invite, { invalidates: [listAccounts] });
  const [email, setEmail] = useState('');
  const [organisationId, setOrganisationId] = useState(institutions[0]?.id ?? 0);
  const [role, setRole] = useState<Role>('reporter');
  const [wrong, setWrong] = useState(false);
  const submit = (e: FormEvent) => {
    e.preventDefault();
    const isWrong = !invite.input.shape.email.safeParse(email.trim()).success;
    setWrong(isWrong);
    if (!isWrong) sending.mutate({ email: email.trim(), organisationId, role }, { onSuccess: (link) => onDone({ ...link, email }) });
  };
  return (
    <Dialog title={text('people.invite')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        {sending.problem !== undefined && <ProblemShow error={sending.problem} />}
        <TextField label={text('sign-in.email')} type="email" value={email} onText={setEmail} error={wrong ? text('link.email-wrong') : undefined} autoFocus />
        <SelectField label={text('dimension.organisation')} value={String(organisationId)} onChoose={(id) => setOrganisationId(Number(id))} choices={institutions.map((i) => ({ value: String(i.id), label: i.name, content: true }))} />
        <RoleEdit value={role} onChange={setRole} />
        <div className="dialog__actions">
          <Button kind="main" type="submit" aria-disabled={sending.isPending}>
            {text('people.send')}
          </Button>
          <Button onClick={onClose}>{text('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
