import type { CSSProperties } from 'react';
import type { z } from 'zod';
import { useOperation } from '../../shell/api.ts';
import { KeyCell, useKeyName } from '../../shell/picture/SplitPanel.tsx';
import type { MoneySearch } from '../../shell/search.ts';
import { useText } from '../../shell/text.tsx';
import { valueOf } from '../../shell/ui/BarTable.tsx';
import { SelectField } from '../../shell/ui/Field.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { breakdown, type Counting, type Dimension } from '../domain/contract.ts';
import { crossOf } from './cross.ts';

const dimensions = ['place', 'sector', 'year', 'organisation', 'receiver', 'reporter', 'currency', 'transaction-type'] as const satisfies readonly Dimension[];
const countings = ['entry', 'end', 'naive'] as const satisfies readonly Counting[];

type Props = { search: MoneySearch; counting: Counting; rows: Dimension; columns: Dimension; onChange: (change: { counting?: Counting; rows?: Dimension; columns?: Dimension }) => void };
export type Cells = z.output<(typeof breakdown)['output']>['rows'];

/** The total by any two dimensions: totals of rows and columns, everything adds up to the cent. */
export function CrossTable({ search, counting, rows, columns, onChange }: Props) {
  const text = useText();
  const naming = useKeyName();
  const asked = useOperation(breakdown, { ...search, by: [rows, columns], counting, limit: 5000 });
  const choices = dimensions.map((d) => ({ value: d, label: text(`dimension.${d}`) }));
  const tools = (
    <div className="cross__tools">
      <SelectField label={text('cross.rows')} value={rows} choices={choices.filter((c) => c.value !== columns)} onChoose={(d) => onChange({ rows: d as Dimension })} />
      <SelectField label={text('cross.columns')} value={columns} choices={choices.filter((c) => c.value !== rows)} onChoose={(d) => onChange({ columns: d as Dimension })} />
      <SelectField label={text('cross.counting')} value={counting} choices={countings.map((c) => ({ value: c, label: text(`total.${c}`) }))} onChoose={(c) => onChange({ counting: c as Counting })} />
    </div>
  );
  return (
    <Panel title={text('cross.title')} about={text('cross.about')} tools={tools} source={asked.data?.total.passport}>
      <Pending of={asked} lines={10}>
        {(data) => {
          const cross = crossOf(data.rows, columns);
          if (cross.rows.length === 0) return <p className="quiet">{text('nothing-here')}</p>;
          const largest = Math.max(1, ...cross.rows.flatMap((r) => cross.columns.map((c) => (r.cells.get(c.key) === undefined ? 0 : Math.abs(valueOf(r.cells.get(c.key)!))))));
          return (
            <div className="scroll-x cross" tabIndex={0} role="region" aria-label={text('table.of', { what: text('cross.title') })}>
              <table className="plain-table">
                <caption className="unseen">{text('cross.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{text(`dimension.${rows}`)}</th>
                    {cross.columns.map((c) => (
                      <th key={c.key} scope="col" className="numeric">
                        {c.rest ? <span data-page="">{text('cross.others', { n: c.rest })}</span> : <KeyCell dimension={columns} name={naming(columns, c.key, c.name)} value={c.key} />}
                      </th>
                    ))}
                    <th scope="col" className="numeric">{text('cross.sum')}</th>
                  </tr>
                </thead>
                <tbody>
                  {cross.rows.map((r) => (
                    <tr key={r.key}>
                      <th scope="row">{r.rest ? <span data-page="">{text('cross.others', { n: r.rest })}</span> : <KeyCell dimension={rows} name={naming(rows, r.key, r.name)} value={r.key} />}</th>
                      {cross.columns.map((c) => {
                        const figure = r.cells.get(c.key);
                        return (
                          <td key={c.key} className="numeric cross__cell" style={{ '--weight': figure === undefined ? 0 : Math.abs(valueOf(figure)) / largest } as CSSProperties}>
                            {figure !== undefined && <Figure figure={figure} />}
                          </td>
                        );
                      })}
                      <td className="numeric cross__sum"><Figure figure={r.sum} /></td>
                    </tr>
                  ))}
                  <tr className="plain-table__total">
                    <th scope="row">{text('cross.sum')}</th>
                    {cross.columns.map((c) => (
                      <td key={c.key} className="numeric"><Figure figure={c.sum} /></td>
                    ))}
                    <td className="numeric"><Figure figure={data.total} /></td>
                  </tr>
                </tbody>
              </table>
            </div>
          );
        }}
      </Pending>
    </Panel>
  );
}
