import { useState, type FormEvent } from 'react';
import type { z } from 'zod';
import type { Role } from '../../kernel/audience.ts';
import type { Institution } from '../../organisations/domain/contract.ts';
import { useSend } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Dialog } from '../../shell/ui/Dialog.tsx';
import { SelectField } from '../../shell/ui/Field.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';
import { changeAccount, listAccounts, session } from '../domain/contract.ts';
import type { Account } from '../domain/model.ts';
import { RoleEdit } from './RoleEdit.tsx';

type Props = { account: Account; institutions: z.output<typeof Institution>[]; onClose: () => void };

/** Role and organisation of an account, or its end. */
export function AccountEdit({ account: a, institutions, onClose }: Props) {
  const text = useText();
  const change = useSend(changeAccount, { invalidates: [listAccounts, session] });
  const [role, setRole] = useState<Role>(a.role);
  const [organisationId, setOrganisationId] = useState(a.organisationId);
  const submit = (e: FormEvent) => {
    e.preventDefault();
    change.mutate({ id: a.id, role, organisationId }, { onSuccess: onClose });
  };
  return (
    <Dialog title={text('people.change-of', { name: a.name ?? a.email })} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        {change.problem !== undefined && <ProblemShow error={change.problem} />}
        <SelectField label={text('dimension.organisation')} value={String(organisationId)} onChoose={(id) => setOrganisationId(Number(id))} choices={institutions.map((i) => ({ value: String(i.id), label: i.name, content: true }))} />
        <RoleEdit value={role} onChange={setRole} />
        <div className="dialog__actions">
          <Button kind="main" type="submit" aria-disabled={change.isPending}>
            {text('save')}
          </Button>
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button kind="danger" onClick={() => change.mutate({ id: a.id, disabled: a.disabledAt === null }, { onSuccess: onClose })}>
            {text(a.disabledAt === null ? 'people.close' : 'people.reopen')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
