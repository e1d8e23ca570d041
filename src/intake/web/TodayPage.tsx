import { summary } from '../../activities/domain/contract.ts';
import { useOperation } from '../../shell/api.ts';
import { EndingSoon } from '../../shell/picture/EndingSoon.tsx';
import { isUncounted, useMoneyTotal } from '../../shell/picture/money-total.ts';
import { may, useSession } from '../../shell/session.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Day, Moment } from '../../shell/ui/content.tsx';
import { Empty } from '../../shell/ui/Empty.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Icon, type IconName } from '../../shell/ui/Icon.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Skeleton } from '../../shell/ui/Pending.tsx';
import { listBatches } from '../domain/contract.ts';
import type { Batch } from '../domain/model.ts';
import { BatchList } from './BatchList.tsx';
import { countedIn } from './counted-here.ts';
import './today.css';

type Need = { key: string; icon: IconName; title: React.ReactNode; more: React.ReactNode; to: string; params?: Record<string, string>; action: string };

const LATELY = 3;

/** What needs me now; then the picture in four numbers, and what we brought lately. */
export function TodayPage() {
  const text = useText();
  const who = useSession();
  const mayBring = may(who, 'intake:write');
  const batches = useOperation(listBatches, { limit: 20 }, { enabled: mayBring });
  const counts = useOperation(summary, {});
  const money = useMoneyTotal({});
  const ready = counts.data !== undefined && money.data !== undefined && (!mayBring || batches.data !== undefined);
  const checked = Math.min(counts.dataUpdatedAt, money.dataUpdatedAt);
  const name = who?.account?.name?.split(' ')[0];
  const nothingYet = counts.data?.activities.value === '0';
  const needs = batchNeeds(batches.data ?? [], text);
  return (
    <div className="today">
      <PageHead title={name === undefined ? text('today.title') : text.rich('today.hello', { name: <Content>{name}</Content> })} documentTitle={text('today.title')} lead={<Day on={localDay()} />} />
      {!ready ? (
        <Skeleton lines={5} />
      ) : nothingYet ? (
        <Empty title={text('today.start')} actions={mayBring && <PageLink to="/bring" className="button button--main">{text('nav.bring')}</PageLink>}>
          {text('today.start-more')}
        </Empty>
      ) : (
        <div className="stack">
          {needs.length === 0 ? (
            <p className="today__quiet">
              <Icon name="check" size={24} />
              <span>
                {text('today.quiet')} <span className="quiet">{text.rich('today.checked', { at: <Moment at={new Date(checked).toISOString()} /> })}</span>
              </span>
            </p>
          ) : (
            <section aria-label={text('today.needs')}>
              <ul className="today__needs">
                {needs.map((n) => (
                  <li key={n.key}>
                    <Icon name={n.icon} size={22} />
                    <div>
                      <p className="today__need">{n.title}</p>
                      <p className="quiet">{n.more}</p>
                    </div>
                    <PageLink to={n.to} params={n.params} className="button button--plain">
                      {n.action}
                    </PageLink>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="today__picture" aria-labelledby="today-picture">
            <h2 id="today-picture">{text('today.picture')}</h2>
            <ul className="counts">
              <li>
                {isUncounted(money.data) ? <span className="quiet">{text('total.counting')}</span> : <Figure figure={money.data.entry} size="medium" range />}
                <span className="counts__what">
                  <PageLink to="/money">{text('total.entry')}</PageLink>
                </span>
              </li>
              <li>
                <Figure figure={counts.data.activities} size="medium" />
                <span className="counts__what">
                  <PageLink to="/activities">{text('counts.activities')}</PageLink>
                </span>
              </li>
              <li>
                <Figure figure={counts.data.endingSoon} size="medium" />
                <span className="counts__what">
                  <EndingSoon figure={counts.data.endingSoon} />
                </span>
              </li>
              <li>
                <Figure figure={counts.data.severalVersions} size="medium" />
                <span className="counts__what">{text('counts.versions')}</span>
              </li>
            </ul>
          </section>
          {mayBring && (batches.data?.length ?? 0) > 0 && (
            <section aria-labelledby="today-brought">
              <h2 id="today-brought">{text('today.brought')}</h2>
              <BatchList limit={LATELY} />
            </section>
          )}
        </div>
      )}
    </div>
  );
}

/** Imports that wait for somebody: running, failed, or with records kept out. */
function batchNeeds(batches: Batch[], text: ReturnType<typeof useText>): Need[] {
  return batches.flatMap((b): Need[] => {
    const files = <Content>{b.files.filter((f) => f.entryOf === null).map((f) => f.name).slice(0, 3).join(', ')}</Content>;
    const at = { to: '/bring/$batch', params: { batch: String(b.id) } };
    const more = (
      <>
        {files} · <Moment at={b.createdAt} />
      </>
    );
    if (b.status === 'running' || b.status === 'waiting') return [{ key: `run${b.id}`, icon: 'bring', title: text('today.running'), more, ...at, action: text('today.watch') }];
    if (b.status === 'failed') return [{ key: `fail${b.id}`, icon: 'error', title: text('today.failed'), more, ...at, action: text('today.look') }];
    if (b.status === 'done' && b.counts !== null && b.counts.keptOut > 0) {
      return [{ key: `out${b.id}`, icon: 'warning', title: text.rich('today.kept-out', { n: b.counts.keptOut, figure: <Figure figure={countedIn(b, b.counts.keptOut, 'activities')} /> }), more, ...at, action: text('today.mend') }];
    }
    return [];
  });
}

const localDay = () => new Intl.DateTimeFormat('sv-SE').format(new Date());
