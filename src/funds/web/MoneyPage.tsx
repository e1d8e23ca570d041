import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { downloadUrl, useOperation } from '../../shell/api.ts';
import { CountedSentence } from '../../shell/picture/CountedSentence.tsx';
import { FilterBar } from '../../shell/picture/FilterBar.tsx';
import { useText } from '../../shell/text.tsx';
import { Day } from '../../shell/ui/content.tsx';
import { DownloadLink } from '../../shell/ui/DownloadLink.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending, Skeleton } from '../../shell/ui/Pending.tsx';
import { PrintButton } from '../../shell/ui/PrintButton.tsx';
import { exportMoney, overview, type Counting } from '../domain/contract.ts';
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
  const money = useOperation(overview, search);
  const set = (change: Partial<MoneyPageSearch>) => void go({ to: '.', search: ((now: Record<string, unknown>) => ({ ...now, ...change })) as never, resetScroll: false });
  return (
    <>
      <PageHead
        title={text('money.title')}
        documentTitle={text('money.title')}
        lead={money.data?.asOf == null ? text('money.lead') : text.rich('money.lead-as-of', { on: <Day on={money.data.asOf.slice(0, 10)} /> })}
        actions={
          <>
            <DownloadLink href={downloadUrl(exportMoney, search)}>{text('download.csv')}</DownloadLink>
            <PageLink to="/rates" className="button button--plain">
              {text('rates.title')}
            </PageLink>
            <PrintButton />
          </>
        }
      />
      <FilterBar />
      <Pending of={money} lines={12}>
        {(m) => (
          <div className="stack">
            <section className="money__lead">
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
              <CountedSentence overview={m} search={search} />
              <BoundaryShow overview={m} within={search.within} onChange={(within) => set({ within })} />
            </section>
            <Panel title={text('money.counted')} about={text('money.counted-about')} source={m.entry.passport}>
              <BucketTable overview={m} search={search} />
            </Panel>
            <Suspense fallback={<Skeleton lines={8} />}>
              <ChainPanel search={search} />
            </Suspense>
            <CrossTable search={search} counting={counting} rows={rows ?? 'organisation'} columns={columns ?? 'year'} onChange={set} />
            <PlansPanel search={search} />
            <CaveatsShow overview={m} search={search} />
          </div>
        )}
      </Pending>
    </>
  );
}
