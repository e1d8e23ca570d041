import { useState } from 'react';
import { listInstitutions } from '../../organisations/domain/contract.ts';
import { useOperation, useSend } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Content, Day } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';
import { listAccounts, renewPassword } from '../domain/contract.ts';
import type { Account } from '../domain/model.ts';
import { AccountEdit } from './AccountEdit.tsx';
import { InvitationCreate } from './InvitationCreate.tsx';
import { InstitutionsTable } from './InstitutionsTable.tsx';
import { LinkShow, type GivenLink } from './LinkShow.tsx';
import './people.css';

/** Who has an account, for which organisation, with which role; invitations. */
export function PeoplePage() {
  const text = useText();
  const asked = useOperation(listAccounts, {});
  const institutions = useOperation(listInstitutions, {});
  const [inviting, setInviting] = useState(false);
  const [editing, setEditing] = useState<Account | null>(null);
  const [given, setGiven] = useState<GivenLink | null>(null);
  const renew = useSend(renewPassword);
  const columns: Column<Account>[] = [
    {
      id: 'name', head: text('people.name'), name: true, width: '32%',
      cell: (a) => (
        <>
          <Content>{a.name ?? a.email}</Content>
          {a.name !== null && (
            <span className="data-table__sub">
              <Content>{a.email}</Content>
            </span>
          )}
        </>
      ),
    },
    { id: 'organisation', head: text('dimension.organisation'), cell: (a) => <Content>{a.organisation}</Content> },
    { id: 'role', head: text('people.role'), cell: (a) => text(`role.${a.role}`) },
    { id: 'state', head: text('people.state'), cell: (a) => (a.disabledAt !== null ? <span className="tag">{text('people.closed')}</span> : a.answered ? <span className="tag tag--good">{text('people.active')}</span> : <span className="tag tag--attention">{text('people.invited')}</span>) },
    { id: 'since', head: text('people.since'), card: 'no', cell: (a) => <Day on={a.createdAt.slice(0, 10)} /> },
    {
      id: 'do', head: text('people.do'), width: '15rem',
      cell: (a) => (
        <span className="row">
          <Button small kind="quiet" aria-label={text('people.change-of', { name: a.name ?? a.email })} onClick={() => setEditing(a)}>
            {text('people.change')}
          </Button>
          {a.disabledAt === null && (
            <Button small kind="quiet" aria-label={text('people.new-link-of', { name: a.name ?? a.email })} onClick={() => renew.mutate({ id: a.id }, { onSuccess: (link) => setGiven({ ...link, email: a.email }) })}>
              {text('people.new-link')}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <>
      <PageHead
        title={text('nav.people')}
        documentTitle={text('nav.people')}
        lead={text('people.lead')}
        actions={
          <Button kind="main" icon="add" onClick={() => setInviting(true)}>
            {text('people.invite')}
          </Button>
        }
      />
      <div className="stack">
        {renew.problem !== undefined && <ProblemShow error={renew.problem} />}
        {given !== null && <LinkShow link={given} onClose={() => setGiven(null)} />}
        <Pending of={asked} lines={6}>
          {(accounts) => <DataTable caption={text('nav.people')} columns={columns} rows={accounts} rowKey={(a) => String(a.id)} />}
        </Pending>
        <Panel title={text('institutions.title')} about={text('institutions.about')}>
          <Pending of={institutions} lines={4}>
            {(all) => <InstitutionsTable institutions={all} />}
          </Pending>
        </Panel>
      </div>
      {inviting && (
        <InvitationCreate
          institutions={institutions.data ?? []}
          onClose={() => setInviting(false)}
          onDone={(link) => {
            setInviting(false);
            setGiven(link);
          }}
        />
      )}
      {editing !== null && <AccountEdit account={editing} institutions={institutions.data ?? []} onClose={() => setEditing(null)} />}
    </>
  );
}
