import { isZero } from '../../kernel/decimal.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { downloadUrl } from '../../shell/api.ts';
import { CountedSentence } from '../../shell/picture/CountedSentence.tsx';
import { FilterBar } from '../../shell/picture/FilterBar.tsx';
import { Recounting } from '../../shell/picture/LeadTotal.tsx';
import { hasNoPayment, isUncounted, useMoneyTotal } from '../../shell/picture/money-total.ts';
import { may, useSession } from '../../shell/session.ts';
import { useText } from '../../shell/text.tsx';
import { DownloadLink } from '../../shell/ui/DownloadLink.tsx';
import { Empty } from '../../shell/ui/Empty.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Icon } from '../../shell/ui/Icon.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending, Skeleton } from '../../shell/ui/Pending.tsx';
import { PrintButton } from '../../shell/ui/PrintButton.tsx';
import { SourceLine } from '../../shell/ui/SourceLine.tsx';
import { exportMoney, type Counting } from '../domain/contract.ts';
import { BesidePanel } from './BesidePanel.tsx';
import { BoundaryShow } from './BoundaryShow.tsx';
import { BucketTable } from './BucketTable.tsx';
import { CaveatsShow } from './CaveatsShow.tsx';
import { CrossTable } from './CrossTable.tsx';
import { MoneyPageSearch } from './money-search.ts';
import { PlansPanel } from './PlansPanel.tsx';
import './money.css';

const ChainPanel = lazy(() => import('./ChainPanel.tsx').then((m) => ({ default: m.ChainPanel })));
const totals = ['entry', 'end', 'retained'] as const satisfies readonly Counting[];

/** Which money, counted once: one number, its range, how it was counted, and the way to every row. */
export function MoneyPage() {
  const text = useText();
  const go = useNavigate();
  const all = MoneyPageSearch.parse(useSearch({ strict: false }));
  const { counting = 'entry', rows, columns, ...search } = all;
  const money = useMoneyTotal(search);
  const filtered = Object.values(search).some((v) => v !== undefined);
  const set = (change: Partial<MoneyPageSearch>) => void go({ to: '.', search: ((now: Record<string, unknown>) => ({ ...now, ...change })) as never, resetScroll: false });
  const nothing = money.data !== undefined && !money.data.recounting && hasNoPayment(money.data);
  return (
    <>
      <PageHead
        title={text('money.title')}
        documentTitle={text('money.title')}
        lead={text('money.lead')}
        actions={
          <>
            {!nothing && <DownloadLink href={downloadUrl(exportMoney, search)}>{text('download.csv')}</DownloadLink>}
            <PageLink to="/rates" className="button button--plain">
              {text('rates.title')}
            </PageLink>
            {!nothing && <PrintButton />}
          </>
        }
      />
      {(filtered || !nothing) && <FilterBar />}
      <Pending of={money} lines={12}>
        {(m) =>
          nothing ? (
            <Nothing filtered={filtered} />
          ) : isUncounted(m) ? (
            <Recounting of={m} />
          ) : (
            <div className="stack">
              <section className="money__lead" aria-label={text('money.title')}>
                <div className="money__totals">
                  {totals.map((t) => (
                    <div key={t} className={t === 'entry' ? 'money__total money__total--main' : 'money__total'}>
                      <p className="money__total-name">{text(`total.${t}`)}</p>
                      <p>
                        <Figure figure={m[t]} size={t === 'entry' ? 'large' : 'medium'} range={t === 'entry'} />
                      </p>
                      <p className="quiet small">{text(`total.${t}-means`)}</p>
                    </div>
                  ))}
                </div>
                <Recounting of={m} />
                <CountedSentence overview={m} search={search} />
                <p className="lead__source">
                  <SourceLine passport={m.entry.passport} />
                </p>
                {m.repeated.entry.value !== null && !isZero(m.repeated.entry.value) && (
                  <p className="note">
                    <Icon name="warning" size={18} />
                    <span>
                      {text.rich('money.repeated', {
                        amount: <Figure figure={m.repeated.entry} />,
                        link: (chunks) => <PageLink to="/money/rows" search={{ ...search, counting: 'entry', only: ['repeated'] }}>{chunks}</PageLink>,
                      })}
                    </span>
                  </p>
                )}
                <BoundaryShow overview={m} within={search.within} onChange={(within) => set({ within })} />
              </section>
              <Panel title={text('money.counted')} about={text('money.counted-about')} folds>
                <BucketTable overview={m} search={search} />
              </Panel>
              <BesidePanel overview={m} search={search} />
              <Suspense fallback={<Skeleton lines={8} />}>
                <ChainPanel search={search} />
              </Suspense>
              <CrossTable search={search} counting={counting} rows={rows ?? 'organisation'} columns={columns ?? 'year'} onChange={set} />
              <PlansPanel search={search} />
              <CaveatsShow overview={m} />
            </div>
          )
        }
      </Pending>
    </>
  );
}

/** No payment: with filters because of them; without, because nobody has brought any. */
function Nothing({ filtered }: { filtered: boolean }) {
  const text = useText();
  const who = useSession();
  if (filtered) {
    return (
      <Empty title={text('money.none')} actions={<PageLink to="/money" className="button button--plain">{text('filter.clear')}</PageLink>}>
        {text('money.none-more')}
      </Empty>
    );
  }
  const way = may(who, 'intake:write') ? { to: '/bring', label: text('nav.bring') } : who?.account === null ? { to: '/sign-in', label: text('sign-in') } : null;
  return (
    <Empty title={text('money.empty')} actions={way !== null && <PageLink to={way.to} className="button button--main">{way.label}</PageLink>}>
      {text('money.empty-more')}
    </Empty>
  );
}
