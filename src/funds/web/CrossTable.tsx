import { useMemo, useRef, type CSSProperties } from 'react';
import type { z } from 'zod';
import { useOperation } from '../../shell/api.ts';
import { KeyCell, useKeyName } from '../../shell/picture/SplitPanel.tsx';
import { sameNames } from '../../shell/same-names.ts';
import type { MoneySearch } from '../../shell/search.ts';
import { useText } from '../../shell/text.tsx';
import { valueOf } from '../../shell/ui/BarTable.tsx';
import { Identifier } from '../../shell/ui/content.tsx';
import { SelectField } from '../../shell/ui/Field.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Panel, PanelFoot } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { usePrinting } from '../../shell/ui/printing.ts';
import { useRoom } from '../../shell/ui/room.ts';
import { breakdown, type Counting, type Dimension } from '../domain/contract.ts';
import { crossOf, type Axis, type Cross } from './cross.ts';
import { CrossList } from './CrossList.tsx';
import './cross.css';

const dimensions = ['place', 'sector', 'year', 'organisation', 'receiver', 'reporter', 'currency', 'transaction-type'] as const satisfies readonly Dimension[];
const countings = ['entry', 'end', 'naive'] as const satisfies readonly Counting[];
/** Pixels of the column of names, and of a column of amounts with its margins. */
const NAMES = 210;
const AMOUNT = 104;
const MOST = 9;
/** Fewer columns than this say less than a list that opens. */
const FEWEST = 3;

type Props = { search: MoneySearch; counting: Counting; rows: Dimension; columns: Dimension; onChange: (change: { counting?: Counting; rows?: Dimension; columns?: Dimension }) => void };
type Cells = z.output<(typeof breakdown)['output']>;

/** The total by any two dimensions: totals of rows and columns, everything adds up to the cent. */
export function CrossTable({ search, counting, rows, columns, onChange }: Props) {
  const text = useText();
  const choices = dimensions.map((d) => ({ value: d, label: text(`dimension.${d}`) }));
  const tools = (
    <div className="cross__tools">
      <SelectField label={text('cross.rows')} value={rows} choices={choices.filter((c) => c.value !== columns)} onChoose={(d) => onChange({ rows: d as Dimension })} />
      <SelectField label={text('cross.columns')} value={columns} choices={choices.filter((c) => c.value !== rows)} onChoose={(d) => onChange({ columns: d as Dimension })} />
      <SelectField label={text('cross.counting')} value={counting} choices={countings.map((c) => ({ value: c, label: text(`total.${c}`) }))} onChoose={(c) => onChange({ counting: c as Counting })} />
    </div>
  );
  return (
    <Panel title={text('cross.title')} about={text('cross.about')} tools={tools} folds>
      <CrossShow search={search} counting={counting} rows={rows} columns={columns} />
    </Panel>
  );
}

function CrossShow({ search, counting, rows, columns }: Omit<Props, 'onChange'>) {
  const asked = useOperation(breakdown, { ...search, by: [rows, columns], counting, limit: 5000 });
  const around = useRef<HTMLDivElement>(null);
  const room = useRoom(around);
  return (
    <div ref={around}>
      <Pending of={asked} lines={10}>
        {(data) => (
          <>
            <Fitted data={data} room={room} rows={rows} columns={columns} />
            <PanelFoot passport={data.total.passport} />
          </>
        )}
      </Pending>
    </div>
  );
}

/** As many columns as there is room for, the others added into one; on a phone a list whose lines open. */
function Fitted({ data, room, rows, columns }: { data: Cells; room: number; rows: Dimension; columns: Dimension }) {
  const text = useText();
  const printing = usePrinting();
  const fitting = Math.min(MOST, Math.floor((room - NAMES) / AMOUNT) - 2);   // the sum, and all others
  const asList = !printing && room > 0 && fitting < FEWEST;
  const cross = useMemo(() => crossOf(data.rows, columns, asList ? MOST : Math.max(FEWEST, fitting)), [data, columns, asList, fitting]);
  const label = useAxisLabel(rows, columns, cross);
  if (cross.rows.length === 0) return <p className="quiet">{text('nothing-here')}</p>;
  if (asList) return <CrossList cross={cross} total={data.total} label={label} />;
  const largest = Math.max(1, ...cross.rows.flatMap((r) => [...r.cells.values()].map((f) => Math.abs(valueOf(f)))));
  return (
    <table className="plain-table cross">
      <caption className="unseen">{text('cross.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{text(`dimension.${rows}`)}</th>
          {cross.columns.map((c) => (
            <th key={c.key} scope="col" className="numeric">{label('columns', c)}</th>
          ))}
          <th scope="col" className="numeric">{text('cross.sum')}</th>
        </tr>
      </thead>
      <tbody>
        {cross.rows.map((r) => (
          <tr key={r.key}>
            <th scope="row">{label('rows', r)}</th>
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
  );
}

/** What a line or column is called; the identifier beside a name that another line carries too. */
function useAxisLabel(rows: Dimension, columns: Dimension, cross: Cross): (which: 'rows' | 'columns', axis: Axis) => React.ReactNode {
  const text = useText();
  const naming = useKeyName();
  const alike = useMemo(() => ({ rows: sameNames(cross.rows), columns: sameNames(cross.columns) }), [cross]);
  return (which, axis) => {
    const dimension = which === 'rows' ? rows : columns;
    if (axis.rest > 0) return <span data-page="">{axis.until === undefined ? text('cross.others', { n: axis.rest }) : text('cross.until', { year: axis.until })}</span>;
    return (
      <>
        <KeyCell dimension={dimension} name={naming(dimension, axis.key, axis.name)} value={axis.key} />
        {alike[which].has(axis.key) && (
          <span className="data-table__sub">
            <Identifier>{axis.key}</Identifier>
          </span>
        )}
      </>
    );
  };
}
