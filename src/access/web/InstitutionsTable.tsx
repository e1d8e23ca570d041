import { useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { addInstitution, changeInstitution, listInstitutions, type Institution } from '../../organisations/domain/contract.ts';
import { useSend } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { Dialog } from '../../shell/ui/Dialog.tsx';
import { SelectField, TextField } from '../../shell/ui/Field.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';

type Row = z.output<typeof Institution>;
const levels = ['local', 'regional', 'national', 'supranational', 'international'] as const;
const EMPTY = { name: '', identifier: '', level: '' };

/** Institutions that own records here: people belong to one, and so does what they bring. */
export function InstitutionsTable({ institutions }: { institutions: Row[] }) {
  const text = useText();
  const [editing, setEditing] = useState<Row | 'new' | null>(null);
  const columns: Column<Row>[] = [
    { id: 'name', head: text('organisations.column.name'), name: true, width: '40%', cell: (i) => <Content>{i.name}</Content> },
    { id: 'identifier', head: text('institutions.identifier'), cell: (i) => i.identifier !== null && <Identifier>{i.identifier}</Identifier> },
    { id: 'level', head: text('institutions.level'), cell: (i) => i.level !== null && text(`level.${i.level}`) },
    {
      id: 'do', head: text('people.do'), width: '7rem',
      cell: (i) => (
        <Button small kind="quiet" aria-label={text('people.change-of', { name: i.name })} onClick={() => setEditing(i)}>
          {text('people.change')}
        </Button>
      ),
    },
  ];
  return (
    <div className="stack stack--close">
      <DataTable caption={text('institutions.title')} columns={columns} rows={institutions} rowKey={(i) => String(i.id)} />
      <div>
        <Button icon="add" onClick={() => setEditing('new')}>
          {text('institutions.add')}
        </Button>
      </div>
      {editing !== null && <InstitutionEdit institution={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  );
}

function InstitutionEdit({ institution, onClose }: { institution: Row | null; onClose: () => void }) {
  const text = useText();
  const add = useSend(addInstitution, { invalidates: [listInstitutions] });
  const change = useSend(changeInstitution, { invalidates: [listInstitutions] });
  const [form, setForm] = useState(institution === null ? EMPTY : { name: institution.name, identifier: institution.identifier ?? '', level: institution.level ?? '' });
  const [wrong, setWrong] = useState(false);
  const problem = add.problem ?? change.problem;
  const submit = (e: FormEvent) => {
    e.preventDefault();
    setWrong(form.name.trim() === '');
    if (form.name.trim() === '') return;
    const given = { name: form.name.trim(), identifier: form.identifier.trim() || null, level: (form.level || null) as Row['level'], kind: institution?.kind ?? null };
    if (institution === null) add.mutate(given, { onSuccess: onClose });
    else change.mutate({ ...given, id: institution.id }, { onSuccess: onClose });
  };
  return (
    <Dialog title={text(institution === null ? 'institutions.add' : 'institutions.change')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        {problem !== undefined && <ProblemShow error={problem} />}
        <TextField label={text('organisations.column.name')} value={form.name} onText={(name) => setForm((f) => ({ ...f, name }))} error={wrong ? text('institutions.name-missing') : undefined} autoFocus />
        <TextField label={text('institutions.identifier')} hint={text('institutions.identifier-hint')} value={form.identifier} onText={(identifier) => setForm((f) => ({ ...f, identifier }))} />
        <SelectField label={text('institutions.level')} value={form.level} onChoose={(level) => setForm((f) => ({ ...f, level }))} choices={[{ value: '', label: text('institutions.no-level') }, ...levels.map((l) => ({ value: l, label: text(`level.${l}`) }))]} />
        <div className="dialog__actions">
          <Button kind="main" type="submit">
            {text('save')}
          </Button>
          <Button onClick={onClose}>{text('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
