import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Figure as FigureValue } from '../../kernel/figure.ts';
import { useText } from '../text.tsx';
import { BarTable, valueOf } from '../ui/BarTable.tsx';
import { Year } from '../ui/content.tsx';
import { Figure } from '../ui/Figure.tsx';
import { yearAxis, type YearStep } from './year-axis.ts';
import './year-chart.css';

export type YearFigure = { year: number; figure: FigureValue };
/** `undated`: what names no year; it has no place on the axis and stands in the table and beside the chart. */
type Props = { years: readonly YearFigure[]; undated?: FigureValue | undefined; selected: number | undefined; /** A click chooses the year. */ chooses?: boolean };

/** One column a year, also for years without anything; the year in hand tells its figure above. */
export function YearChart({ years, undated, selected, chooses = true }: Props) {
  const text = useText();
  const [inHand, setInHand] = useState<number | null>(null);
  const steps = yearAxis(years.map(({ year, figure }) => ({ year, value: figure })));
  const highest = Math.max(1, ...years.map((y) => Math.abs(valueOf(y.figure))));
  const peak = years.reduce<YearFigure | undefined>((best, y) => (best === undefined || valueOf(y.figure) > valueOf(best.figure) ? y : best), undefined);
  const at = inHand ?? selected ?? peak?.year;
  const told = years.find((y) => y.year === at)?.figure ?? null;
  const every = Math.ceil(steps.length / 8);
  return (
    <div className="years">
      {at !== undefined && (
        <p className="years__told">
          <Year year={at} />
          {told === null ? <span className="quiet">{text('years.nothing')}</span> : <Figure figure={told} size="medium" />}
          {at === peak?.year && inHand === null && selected === undefined && <span className="quiet small">{text('years.highest')}</span>}
        </p>
      )}
      <ol className="years__columns" onPointerLeave={() => setInHand(null)}>
        {steps.map((step, i) => (step.kind === 'gap' ? <Gap key={step.from} step={step} /> : (
          <li key={step.year}>
            <Column step={step} highest={highest} told={step.year === at} selected={selected} chooses={chooses} onHand={setInHand} />
            <span className={(steps.length - 1 - i) % every === 0 ? 'years__year' : 'years__year years__year--hidden'} aria-hidden="true">
              <Year year={step.year} />
            </span>
          </li>
        )))}
      </ol>
      {undated !== undefined && (
        <p className="quiet small">
          {text('unknown.year')}: <Figure figure={undated} />
        </p>
      )}
    </div>
  );
}

type ColumnProps = { step: Extract<YearStep<FigureValue>, { kind: 'year' }>; highest: number; told: boolean; selected: number | undefined; chooses: boolean; onHand: (year: number | null) => void };

function Column({ step: { year, value: figure }, highest, told, selected, chooses, onHand }: ColumnProps) {
  const text = useText();
  const value = figure === null ? 0 : valueOf(figure);
  const bar = <span className={value < 0 ? 'years__bar years__bar--below' : 'years__bar'} style={{ blockSize: `${value === 0 ? 0 : Math.max(1, (Math.abs(value) / highest) * 100)}%` }} />;
  const className = told ? 'years__column years__column--told' : 'years__column';
  const hand = { onPointerEnter: () => onHand(year), onFocus: () => onHand(year), onBlur: () => onHand(null) };
  if (!chooses || figure === null) return <span className={className} onPointerEnter={hand.onPointerEnter}>{bar}</span>;
  return (
    <Link to="." search={((all: Record<string, unknown>) => ({ ...all, year: selected === year ? undefined : year })) as never} resetScroll={false} className={className} aria-label={text('years.choose', { year: String(year) })} {...hand}>
      {bar}
    </Link>
  );
}

function Gap({ step }: { step: Extract<YearStep<FigureValue>, { kind: 'gap' }> }) {
  const text = useText();
  return (
    <li className="years__gap" title={text('years.gap', { from: String(step.from), to: String(step.to) })}>
      <span className="unseen">{text('years.gap', { from: String(step.from), to: String(step.to) })}</span>
    </li>
  );
}

/** The same years as a table, the newest first. */
export function YearTable({ caption, years, undated }: { caption: string; years: readonly YearFigure[]; undated?: FigureValue | undefined }) {
  const text = useText();
  const steps = yearAxis(years.map(({ year, figure }) => ({ year, value: figure }))).reverse();
  const bars = steps.map((s) => (s.kind === 'gap' ? { key: `gap${s.from}`, label: <span className="quiet" data-page="">{text('years.gap', { from: String(s.from), to: String(s.to) })}</span>, figure: null } : { key: String(s.year), label: <Year year={s.year} />, figure: s.value }));
  return <BarTable caption={caption} head={text('dimension.year')} valueHead={text('total.amount')} bars={undated === undefined ? bars : [...bars, { key: '?', label: text('unknown.year'), figure: undated, quiet: true }]} />;
}
