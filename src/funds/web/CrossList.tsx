import type { Figure as FigureValue } from '../../kernel/figure.ts';
import { useText } from '../../shell/text.tsx';
import { BarTable, valueOf } from '../../shell/ui/BarTable.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Icon } from '../../shell/ui/Icon.tsx';
import type { Axis, Cross } from './cross.ts';

type Props = { cross: Cross; total: FigureValue; label: (which: 'rows' | 'columns', axis: Axis) => React.ReactNode };

/** The two-dimension table where there is no room for columns: each line with its sum, and opened with its columns. */
export function CrossList({ cross, total, label }: Props) {
  const text = useText();
  const largest = Math.max(1, ...cross.rows.map((r) => Math.abs(valueOf(r.sum))));
  return (
    <>
      <p className="cross-list__total">
        {text('cross.sum')} <Figure figure={total} />
      </p>
      <ul className="cross-list">
        {cross.rows.map((r) => (
          <li key={r.key}>
            <details>
              <summary>
                <span className="cross-list__name">{label('rows', r)}</span>
                <Icon name="down" size={16} />
                <span className="bars__track" aria-hidden="true">
                  <span className="bars__bar" style={{ inlineSize: `${(Math.abs(valueOf(r.sum)) / largest) * 100}%` }} />
                </span>
              </summary>
              <BarTable caption={text('cross.title')} head={text('cross.columns')} valueHead={text('total.amount')} bars={cross.columns.flatMap((c) => (r.cells.get(c.key) === undefined ? [] : [{ key: c.key, label: label('columns', c), figure: r.cells.get(c.key)! }]))} />
            </details>
            <Figure figure={r.sum} />
          </li>
        ))}
      </ul>
    </>
  );
}
