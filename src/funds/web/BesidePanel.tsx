import type { z } from 'zod';
import type { ReactNode } from 'react';
import { isZero } from '../../kernel/decimal.ts';
import { useOperation } from '../../shell/api.ts';
import type { MoneySearch } from '../../shell/search.ts';
import { useText, type MessageId } from '../../shell/text.tsx';
import { Identifier } from '../../shell/ui/content.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { byCurrency, type MoneyOverview } from '../domain/contract.ts';
import './beside.css';

type Amount = z.output<(typeof byCurrency)['output']>['rows'][number];

/** Kinds of transaction that no total of payments holds, in the order in which they are told; all others stand together at the end. */
const told = ['2', '11', '12', '13', '1'] as const;
/** Payments: they stand in the table of the total. */
const payments = new Set(['3', '4']);
const SHOWN = 4;

/**
 * What was published and does not stand in the total, why, and how much it is in its own currencies: a total of
 * payments that kept silent about promises would look like everything there is.
 */
export function BesidePanel({ overview: m, search }: { overview: MoneyOverview; search: MoneySearch }) {
  const text = useText();
  return (
    <Panel title={text('beside.title')} about={text('beside.about')} folds>
      <Beside overview={m} search={search} />
    </Panel>
  );
}

function Beside({ overview: m, search }: { overview: MoneyOverview; search: MoneySearch }) {
  const text = useText();
  const asked = useOperation(byCurrency, { ...search, by: ['transaction-type', 'currency'], counting: 'naive' });
  return (
    <Pending of={asked} lines={4}>
      {({ rows }) => {
        const left = rows.filter((r) => r.transactionType === null || !payments.has(r.transactionType));
        const of = (type: string) => left.filter((r) => r.transactionType === type);
        const others = left.filter((r) => !told.includes(r.transactionType as '2'));
        return (
          <dl className="beside">
            {told.filter((t) => of(t).length > 0).map((t) => (
              <Line key={t} term={text(`transaction.${t}`)} why={text.rich(`beside.${t}` as MessageId, { counted: <Figure figure={m.receiverOnly} /> })} amounts={of(t)} />
            ))}
            {others.length > 0 && <Line term={text('beside.others')} why={text('beside.others-why')} amounts={others} />}
            {m.unconverted.map((u) => (
              <Pair
                key={u.currency}
                term={<PageLink to="/money/rows" search={{ ...search, currency: u.currency, counting: 'naive' }}>{u.currency === '?' ? text('unknown.currency') : text.rich('beside.without-rate', { currency: <Identifier>{u.currency}</Identifier> })}</PageLink>}
                why={text(u.currency === '?' ? 'beside.no-currency-why' : 'beside.without-rate-why')}
              >
                <Figure figure={u.figure} />
              </Pair>
            ))}
            <Pair term={text('plans.title')} why={text('beside.plans')}>
              <a href="#plans">{text('beside.see')}</a>
            </Pair>
          </dl>
        );
      }}
    </Pending>
  );
}

function Line({ term, why, amounts }: { term: ReactNode; why: ReactNode; amounts: Amount[] }) {
  const text = useText();
  const most = amounts.filter((a) => a.figure.value !== null && !isZero(a.figure.value)).sort((a, b) => b.count - a.count);
  const rows = amounts.reduce((n, a) => n + a.count, 0);
  const shown = most.length <= SHOWN + 1 ? most : most.slice(0, SHOWN);
  const rest = most.slice(shown.length);
  return (
    <Pair term={term} why={why}>
      <ul className="beside__amounts">
        {shown.map((a) => <li key={a.currency}><Figure figure={a.figure} /></li>)}
      </ul>
      {rest.length > 0 && (
        <details className="small">
          <summary data-page="">{text('beside.more-currencies', { n: rest.length })}</summary>
          <ul className="beside__amounts">
            {rest.map((a) => <li key={a.currency}><Figure figure={a.figure} /></li>)}
          </ul>
        </details>
      )}
      <span className="quiet small" data-page="">{text('beside.rows', { n: rows })}</span>
    </Pair>
  );
}

function Pair({ term, why, children }: { term: ReactNode; why: ReactNode; children: ReactNode }) {
  return (
    <div className="beside__line">
      <dt>
        {term}
        <span className="beside__why">{why}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
