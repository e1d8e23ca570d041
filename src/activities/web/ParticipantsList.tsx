import { useText } from '../../shell/text.tsx';
import { Identifier } from '../../shell/ui/content.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import type { ParticipatingOrganisation } from '../domain/model.ts';
import { OrganisationName } from './OrganisationName.tsx';

const order = ['1', '2', '3', '4'];

/** Who takes part, by role: who pays, who answers for it, who hands on, who does the work. */
export function ParticipantsList({ participants }: { participants: ParticipatingOrganisation[] }) {
  const text = useText();
  const roles = [...new Set(participants.map((p) => p.role))].sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? ''));
  if (participants.length === 0) return null;
  return (
    <Panel title={text('activity.participants')}>
      <dl className="participants">
        {roles.map((role) => (
          <div key={role ?? ''}>
            <dt>{role === null ? text('organisation-role.unknown') : (text.maybe(`organisation-role.${role}`) ?? <Identifier>{role}</Identifier>)}</dt>
            {participants
              .filter((p) => p.role === role)
              .map((p, i) => (
                <dd key={`${p.ref}${i}`}>
                  <OrganisationName of={p} />
                  {p.activityId !== null && (
                    <span className="data-table__sub">
                      <PageLink to="/activities/$identifier" params={{ identifier: p.activityId }}>
                        <Identifier>{p.activityId}</Identifier>
                      </PageLink>
                    </span>
                  )}
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </Panel>
  );
}
