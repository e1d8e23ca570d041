import type { ReactNode } from 'react';
import { approximately } from '../../kernel/decimal.ts';
import type { Figure as FigureValue } from '../../kernel/figure.ts';
import { useText } from '../text.tsx';
import { Figure } from './Figure.tsx';
import './bars.css';

/** `figure` null: nothing is known for this line, and the table says so instead of leaving it out. `rest`: all others together, no bar to compare. */
export type Bar = { key: string; label: ReactNode; figure: FigureValue | null; quiet?: boolean; rest?: boolean };
type Props = { caption: string; head: string; valueHead: string; bars: readonly Bar[] };

/** A chart that is its own table: a name, a bar as long as its value, the figure. */
export function BarTable({ caption, head, valueHead, bars }: Props) {
  const text = useText();
  const sizeOf = (b: Bar) => (b.figure === null || b.rest === true ? 0 : valueOf(b.figure));
  const longest = Math.max(...bars.map((b) => Math.abs(sizeOf(b))), 1e-9);
  if (bars.length === 0) return <p className="quiet">{text('nothing-here')}</p>;
  return (
    <table className="bars">
      <caption className="unseen">{caption}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{valueHead}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((b) => (
          <tr key={b.key}>
            <th scope="row">
              <span className="bars__label">{b.label}</span>
              <span className={b.rest === true ? 'bars__track bars__track--none' : 'bars__track'} aria-hidden="true">
                <span className={b.quiet === true ? 'bars__bar bars__bar--quiet' : sizeOf(b) < 0 ? 'bars__bar bars__bar--below' : 'bars__bar'} hidden={sizeOf(b) === 0} style={{ inlineSize: `${(Math.abs(sizeOf(b)) / longest) * 100}%` }} />
              </span>
            </th>
            <td className="numeric">
              {b.figure === null ? <span className="quiet">–</span> : <Figure figure={b.figure} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function valueOf(figure: FigureValue): number {
  const shown = figure.value ?? figure.high ?? '0';
  return approximately(shown);
}
