import { Fragment } from 'react';
import type { MoneySearch } from '../../shell/search.ts';
import { useText } from '../../shell/text.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { isZero } from '../../kernel/decimal.ts';
import { countFigure } from '../../kernel/figure.ts';
import { add } from '../../kernel/total.ts';
import type { FigureOf } from '../../kernel/figure.ts';
import type { Bucket, MoneyOverview } from '../domain/contract.ts';

const counted = ['entered', 'direct', 'own-or-unrecorded'] as const satisfies readonly Bucket[];
const left = ['passed-on', 'outside', 'other-level', 'other-version', 'conflict-difference'] as const satisfies readonly Bucket[];

/** Every euro of the files in exactly one line; the lines add up to the cent, before the reader's eyes. */
export function BucketTable({ overview: m, search }: { overview: MoneyOverview; search: MoneySearch }) {
  const text = useText();
  const line = (bucket: Bucket) => m.buckets.find((b) => b.bucket === bucket);
  const sum = add([m.naive as FigureOf<'additive'>, m.receiverOnly as FigureOf<'additive'>]);
  const rowsOf = (bucket: Bucket) => {
    const found = line(bucket);
    if (found === undefined) return null;
    return (
      <tr key={bucket}>
        <th scope="row">
          <PageLink to="/money/rows" search={{ ...search, bucket }}>
            {text(`bucket.${bucket}`)}
          </PageLink>
          <span className="data-table__sub">{text(`bucket.${bucket}-means`)}</span>
        </th>
        <td className="numeric">
          <Figure figure={countFigure(found.flows, 'flows', found.figure.passport)} />
        </td>
        <td className="numeric">
          <Figure figure={found.figure} exact />
        </td>
      </tr>
    );
  };
  return (
    <div className="scroll-x">
      <table className="plain-table buckets">
        <caption className="unseen">{text('money.counted')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('bucket.what')}</th>
            <th scope="col" className="numeric">{text('bucket.flows')}</th>
            <th scope="col" className="numeric">{text('money.column.amount')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <PageLink to="/money/rows" search={{ ...search, counting: 'naive' }}>
                {text('bucket.naive')}
              </PageLink>
              <span className="data-table__sub">{text('bucket.naive-means')}</span>
            </th>
            <td />
            <td className="numeric"><Figure figure={m.naive} exact /></td>
          </tr>
          <tr>
            <th scope="row">
              {text('bucket.receiver-only')}
              <span className="data-table__sub">{text('bucket.receiver-only-means')}</span>
            </th>
            <td />
            <td className="numeric"><Figure figure={m.receiverOnly} exact /></td>
          </tr>
          <tr className="plain-table__total">
            <th scope="row">{text('bucket.sum')}</th>
            <td />
            <td className="numeric"><Figure figure={sum} exact /></td>
          </tr>
        </tbody>
        <tbody>
          {counted.map((b) => <Fragment key={b}>{rowsOf(b)}</Fragment>)}
          <tr className="plain-table__total buckets__entry">
            <th scope="row">{text('bucket.entry')}</th>
            <td />
            <td className="numeric"><Figure figure={m.entry} exact /></td>
          </tr>
        </tbody>
        <tbody className="buckets__left">
          {left.map((b) => <Fragment key={b}>{rowsOf(b)}</Fragment>)}
        </tbody>
        <tbody>
          <tr className="plain-table__total">
            <th scope="row">
              {text('bucket.all')}
              <span className="data-table__sub">{text('bucket.all-means')}</span>
            </th>
            <td />
            <td className="numeric"><Figure figure={total(m)} exact /></td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** All buckets together: must be the sum above them; people can see that it is. */
function total(m: MoneyOverview) {
  // Empty buckets add nothing, and must not take anything from the passport.
  const [first, ...rest] = m.buckets.map((b) => b.figure as FigureOf<'additive'>).filter((f) => f.value !== null && !isZero(f.value));
  return first === undefined ? m.entry : add([first, ...rest]);
}
