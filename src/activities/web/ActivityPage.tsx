import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { useOperation } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Day, Identifier } from '../../shell/ui/content.tsx';
import { CopyButton } from '../../shell/ui/CopyButton.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { PrintButton } from '../../shell/ui/PrintButton.tsx';
import { showActivity } from '../domain/contract.ts';
import { ActivityAside } from './ActivityAside.tsx';
import { BudgetsTable } from './BudgetsTable.tsx';
import { ContactsShow } from './ContactsShow.tsx';
import { DocumentsList } from './DocumentsList.tsx';
import { FamilyList } from './FamilyList.tsx';
import { ownLanguage, Words, WordsInAll } from './Narrative.tsx';
import { OrganisationName } from './OrganisationName.tsx';
import { OriginShow } from './OriginShow.tsx';
import { ParticipantsList } from './ParticipantsList.tsx';
import { ResultsShow } from './ResultsShow.tsx';
import { SharesShow } from './SharesShow.tsx';
import { StatusTag } from './StatusTag.tsx';
import { TransactionsTable } from './TransactionsTable.tsx';
import { VersionsShow } from './VersionsShow.tsx';
import './activity.css';

const ActivitySearch = z.object({ version: z.coerce.number().int().optional().catch(undefined) });

/** One activity: what its publishers wrote, all versions of it, money, people, results, and where each word comes from. */
export function ActivityPage() {
  const text = useText();
  const go = useNavigate();
  const { identifier } = useParams({ strict: false }) as { identifier: string };
  const { version } = ActivitySearch.parse(useSearch({ strict: false }));
  const asked = useOperation(showActivity, { identifier, versionId: version });
  return (
    <Pending of={asked} lines={14} page={text('activities.column.title')}>
      {(a) => {
        const { activity, origin, transactions, budgets } = a.shown;
        const title = ownLanguage(activity.title, text.locale.tag)?.text ?? '';
        return (
          <article className="activity">
            <PageHead
              title={title === '' ? text('activities.untitled') : <Words of={activity.title} />}
              documentTitle={title === '' ? identifier : title}
              above={<PageLink to="/activities">{text('nav.activities')}</PageLink>}
              actions={<PrintButton />}
            />
            <div className="activity__line">
              <StatusTag status={activity.status} />
              <span>
                <OrganisationName of={activity.reportingOrganisation} />
              </span>
              <span className="activity__identifier">
                <Identifier>{identifier}</Identifier>
                <CopyButton of={identifier} />
              </span>
              {origin.lastUpdatedOn !== null && <span className="quiet">{text.rich('activity.updated', { on: <Day on={origin.lastUpdatedOn} /> })}</span>}
              {origin.illustrative && <span className="tag tag--attention">{text('illustrative')}</span>}
            </div>
            {a.versions.length > 1 && <VersionsShow versions={a.versions} differences={a.differences} shown={origin.versionId} onShow={(versionId) => void go({ to: '.', search: { version: versionId } as never, resetScroll: false })} />}
            <div className="activity__body">
              <div className="stack">
                {a.totals.length > 0 && (
                  <ul className="counts">
                    {a.totals.map((t) => (
                      <li key={t.type}>
                        <Figure figure={t.figure} size="medium" />
                        <span className="counts__what">{text.maybe(`transaction.${t.type}`) ?? <Identifier>{t.type}</Identifier>}</span>
                      </li>
                    ))}
                  </ul>
                )}
                {(activity.descriptions.length > 0 || activity.title.length > 1) && (
                  <Panel title={text('activity.description')}>
                    <div className="stack stack--close">
                      {activity.title.length > 1 && <WordsInAll of={activity.title} />}
                      {activity.descriptions.map((d, i) => (
                        <section key={`${d.type}${i}`}>
                          {activity.descriptions.length > 1 && <h3>{text.maybe(`description.${d.type}`) ?? text('description.4')}</h3>}
                          <WordsInAll of={d.narratives} />
                        </section>
                      ))}
                    </div>
                  </Panel>
                )}
                <SharesShow activity={activity} origin={origin} />
                <TransactionsTable transactions={transactions} origin={origin} identifier={identifier} />
                <BudgetsTable budgets={budgets} origin={origin} notProvided={activity.budgetNotProvided} />
                <ResultsShow results={activity.results} origin={origin} />
                <DocumentsList documents={activity.documents} />
              </div>
              <aside className="stack activity__aside">
                <ParticipantsList participants={activity.participatingOrganisations} />
                <ActivityAside activity={activity} />
                <FamilyList family={a.family} />
                {a.contacts !== null && a.contacts.length > 0 && <ContactsShow key={origin.versionId} identifier={identifier} origin={origin} contacts={a.contacts} />}
                <OriginShow origin={origin} activity={activity} problems={a.shown.problems} />
              </aside>
            </div>
          </article>
        );
      }}
    </Pending>
  );
}

