import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Figure as FigureValue } from '../../kernel/figure.ts';
import { useText } from '../text.tsx';
import { valueOf } from '../ui/BarTable.tsx';
import { Year } from '../ui/content.tsx';
import { Figure } from '../ui/Figure.tsx';
import './year-chart.css';

export type YearFigure = { year: number; figure: FigureValue };

/** One column a year; the year in hand tells its figure above. A click chooses the year. */
export function YearChart({ years, selected }: { years: readonly YearFigure[]; selected: number | undefined }) {
  const text = useText();
  const [inHand, setInHand] = useState<number | null>(null);
  const highest = Math.max(1, ...years.map((y) => valueOf(y.figure)));
  const peak = years.reduce<YearFigure | undefined>((best, y) => (best === undefined || valueOf(y.figure) > valueOf(best.figure) ? y : best), undefined);
  const told = years.find((y) => y.year === inHand) ?? years.find((y) => y.year === selected) ?? peak;
  const every = Math.ceil(years.length / 8);
  return (
    <div className="years">
      {told !== undefined && (
        <p className="years__told">
          <Year year={told.year} />
          <Figure figure={told.figure} size="medium" />
          {told === peak && inHand === null && selected === undefined && <span className="quiet small">{text('years.highest')}</span>}
        </p>
      )}
      <ol className="years__columns" onPointerLeave={() => setInHand(null)}>
        {years.map(({ year, figure }, i) => {
          const value = valueOf(figure);
          return (
            <li key={year}>
              <Link
                to="."
                search={((all: Record<string, unknown>) => ({ ...all, year: selected === year ? undefined : year })) as never}
                resetScroll={false}
                className={`years__column${year === told?.year ? ' years__column--told' : ''}`}
                aria-label={text('years.choose', { year: String(year) })}
                onPointerEnter={() => setInHand(year)}
                onFocus={() => setInHand(year)}
                onBlur={() => setInHand(null)}
              >
                <span className={value < 0 ? 'years__bar years__bar--below' : 'years__bar'} style={{ blockSize: `${Math.max(value === 0 ? 0 : 1, (Math.abs(value) / highest) * 100)}%` }} />
              </Link>
              <span className={(years.length - 1 - i) % every === 0 ? 'years__year' : 'years__year years__year--hidden'} aria-hidden="true">
                <Year year={year} />
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
