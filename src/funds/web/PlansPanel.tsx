import { useState } from 'react';
import type { z } from 'zod';
import { combine } from '../../kernel/passport-algebra.ts';
import { useOperation } from '../../shell/api.ts';
import { YearChart, YearTable } from '../../shell/picture/YearChart.tsx';
import type { PictureSearch } from '../../shell/search.ts';
import { useText } from '../../shell/text.tsx';
import { Identifier } from '../../shell/ui/content.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Panel, PanelFoot } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { Segments } from '../../shell/ui/Segments.tsx';
import { budgets } from '../domain/contract.ts';

const kinds = ['budget', 'planned-disbursement'] as const;
type Plans = z.output<(typeof budgets)['output']>;
type View = 'chart' | 'table';

/** Plans of money by year; they stand beside payments and are never added to them. */
export function PlansPanel({ search }: { search: PictureSearch }) {
  const text = useText();
  const [view, setView] = useState<View>('chart');
  const tools = <Segments label={text('view.label')} value={view} onChange={setView} options={[{ value: 'chart', label: text('view.chart') }, { value: 'table', label: text('view.table') }]} />;
  return (
    <Panel title={text('plans.title')} about={text('plans.about')} tools={tools} id="plans" folds>
      <PlansShow search={search} view={view} />
    </Panel>
  );
}

function PlansShow({ search, view }: { search: PictureSearch; view: View }) {
  const text = useText();
  const { place, sector, organisation, year } = search;
  const asked = useOperation(budgets, { place, sector, organisation, year });
  return (
    <Pending of={asked} lines={6}>
      {({ rows, unconverted }) => {
        if (rows.length === 0) return <p className="quiet">{text('plans.none')}</p>;
        return (
          <>
            <div className="columns">
              {kinds.map((kind) => <Kind key={kind} kind={kind} rows={rows.filter((r) => r.kind === kind)} view={view} />)}
            </div>
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
            <PanelFoot passport={combine(rows.map((r) => r.figure.passport))} />
          </>
        );
      }}
    </Pending>
  );
}

function Kind({ kind, rows, view }: { kind: (typeof kinds)[number]; rows: Plans['rows']; view: View }) {
  const text = useText();
  const years = rows.flatMap((r) => (r.year === null ? [] : [{ year: r.year, figure: r.figure }]));
  const undated = rows.find((r) => r.year === null)?.figure;
  if (rows.length === 0) return null;
  return (
    <section className="stack stack--close">
      <h3>{text(`plans.${kind}`)}</h3>
      {view === 'chart' ? <YearChart years={years} undated={undated} selected={undefined} chooses={false} /> : <YearTable caption={text(`plans.${kind}`)} years={years} undated={undated} />}
    </section>
  );
}
