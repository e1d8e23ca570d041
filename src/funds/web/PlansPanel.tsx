import { useOperation } from '../../shell/api.ts';
import type { PictureSearch } from '../../shell/search.ts';
import { useText } from '../../shell/text.tsx';
import { BarTable } from '../../shell/ui/BarTable.tsx';
import { Identifier, Year } from '../../shell/ui/content.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { budgets } from '../domain/contract.ts';

const kinds = ['budget', 'planned-disbursement'] as const;

/** Plans of money by year; they stand beside spending and are never added to it. */
export function PlansPanel({ search }: { search: PictureSearch }) {
  const text = useText();
  const { place, sector, organisation, year } = search;
  const asked = useOperation(budgets, { place, sector, organisation, year });
  return (
    <Panel title={text('plans.title')} about={text('plans.about')} source={asked.data?.rows[0]?.figure.passport}>
      <Pending of={asked} lines={6}>
        {({ rows, unconverted }) =>
          rows.length === 0 ? (
            <p className="quiet">{text('plans.none')}</p>
          ) : (
            <div className="columns">
              {kinds.map((kind) => {
                const mine = rows.filter((r) => r.kind === kind);
                if (mine.length === 0) return null;
                return (
                  <section key={kind} className="stack stack--close">
                    <h3>{text(`plans.${kind}`)}</h3>
                    <BarTable caption={text(`plans.${kind}`)} head={text('dimension.year')} valueHead={text('total.amount')} bars={mine.map((r) => ({ key: String(r.year), label: r.year === null ? text('unknown.year') : <Year year={r.year} />, figure: r.figure }))} />
                  </section>
                );
              })}
              {unconverted.length > 0 && (
                <p className="quiet">
                  {text('unconverted.title')}:{' '}
                  {unconverted.map((u) => (
                    <span key={u.currency}>
                      <Identifier>{u.currency}</Identifier> <Figure figure={u.figure} />{' '}
                    </span>
                  ))}
                </p>
              )}
            </div>
          )
        }
      </Pending>
    </Panel>
  );
}
