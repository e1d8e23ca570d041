import type { z } from 'zod';
import { useText } from '../../shell/text.tsx';
import { Content, Day, Year } from '../../shell/ui/content.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import type { VersionOrigin } from '../domain/contract.ts';
import type { Indicator, IndicatorValue, Result } from '../domain/parts.ts';
import { ownLanguage, Words } from './Narrative.tsx';
import { reportedMeasure } from './reported.ts';

type Origin = z.output<typeof VersionOrigin>;

/** What came of it: indicators with baseline, target and actual, as published; nothing is added up that may not be. */
export function ResultsShow({ results, origin }: { results: Result[]; origin: Origin }) {
  const text = useText();
  if (results.length === 0) return null;
  return (
    <Panel title={text('activity.results')} folds>
      <div className="stack">
        {results.map((r) => (
          <section key={r.line} className="result">
            <h3>
              <Words of={r.titles} otherwise={text('results.untitled')} /> {r.type !== null && <span className="tag">{text.maybe(`result.${r.type}`) ?? text('result.9')}</span>}
            </h3>
            {r.descriptions.length > 0 && (
              <p className="quiet">
                <Words of={r.descriptions} />
              </p>
            )}
            {r.indicators.length > 0 && (
              <div className="scroll-x">
                <table className="plain-table plain-table--stacks" role="table">
                  <thead role="rowgroup">
                    <tr role="row">
                      <th scope="col" role="columnheader">{text('results.indicator')}</th>
                      <th scope="col" role="columnheader">{text('results.period')}</th>
                      <th scope="col" role="columnheader" className="numeric">{text('results.baseline')}</th>
                      <th scope="col" role="columnheader" className="numeric">{text('results.target')}</th>
                      <th scope="col" role="columnheader" className="numeric">{text('results.actual')}</th>
                    </tr>
                  </thead>
                  <tbody role="rowgroup">
                    {r.indicators.map((i) => (
                      <IndicatorRows key={i.line} indicator={i} origin={origin} />
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </section>
        ))}
      </div>
    </Panel>
  );
}

function IndicatorRows({ indicator: i, origin }: { indicator: Indicator; origin: Origin }) {
  const text = useText();
  const title = ownLanguage(i.titles, text.locale.tag)?.text ?? '';
  const periods = i.periods.length === 0 ? [null] : i.periods;
  return (
    <>
      {periods.map((p, n) => (
        <tr key={`${p?.from ?? ''}${n}`} role="row">
          {n === 0 && (
            <th scope="rowgroup" role="rowheader" rowSpan={periods.length}>
              <Words of={i.titles} otherwise={text('results.untitled')} />
              <span className="data-table__sub">{i.measure !== null && text.maybe(`measure.${i.measure}`)}</span>
            </th>
          )}
          <td role="cell" data-head={text('results.period')}>
            {p?.from != null && <Day on={p.from} />}
            {p?.to != null && (
              <>
                {' – '}
                <Day on={p.to} />
              </>
            )}
          </td>
          <td role="cell" className="numeric" data-head={text('results.baseline')}>{n === 0 && i.baselines.map((v, k) => <Value key={k} value={v} indicator={i} of={title} origin={origin} />)}</td>
          <td role="cell" className="numeric" data-head={text('results.target')}>{p?.targets.map((v, k) => <Value key={k} value={v} indicator={i} of={title} origin={origin} />)}</td>
          <td role="cell" className="numeric" data-head={text('results.actual')}>{p?.actuals.map((v, k) => <Value key={k} value={v} indicator={i} of={title} origin={origin} />)}</td>
        </tr>
      ))}
    </>
  );
}

function Value({ value: v, indicator, of, origin }: { value: IndicatorValue; indicator: Indicator; of: string; origin: Origin }) {
  const figure = reportedMeasure(v.value, indicator.measure, of, origin);
  const beside = [...v.dimensions.map((d) => d.value), ...v.locations];
  return (
    <div className="result__value">
      {figure === null ? v.value !== null && <Content>{v.value}</Content> : <Figure figure={figure} />}
      {v.year !== null && (
        <span className="quiet small">
          <Year year={v.year} />
        </span>
      )}
      {beside.length > 0 && (
        <span className="quiet small">
          <Content>{beside.join(', ')}</Content>
        </span>
      )}
    </div>
  );
}
