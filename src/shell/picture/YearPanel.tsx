import { useState } from 'react';
import { breakdown, type Counting } from '../../funds/domain/contract.ts';
import { useOperation } from '../api.ts';
import type { MoneySearch } from '../search.ts';
import { useText } from '../text.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Pending } from '../ui/Pending.tsx';
import { Segments } from '../ui/Segments.tsx';
import { YearChart, YearTable } from './YearChart.tsx';

/** The total by year, as columns or as the table that says the same. All years are shown, the chosen one stands out. */
export function YearPanel({ search, counting }: { search: MoneySearch; counting: Counting }) {
  const text = useText();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const asked = useOperation(breakdown, { ...search, year: undefined, by: 'year', counting });
  const tools = <Segments label={text('view.label')} value={view} onChange={setView} options={[{ value: 'chart', label: text('view.chart') }, { value: 'table', label: text('view.table') }]} />;
  return (
    <Panel title={text('split.by-year')} tools={tools} source={asked.data?.total.passport}>
      <Pending of={asked} lines={6}>
        {({ rows }) => {
          const years = rows.flatMap((r) => (Number(r.keys[0]?.key) > 0 ? [{ year: Number(r.keys[0]?.key), figure: r.figure }] : []));
          if (years.length === 0) return <p className="quiet">{text('nothing-here')}</p>;
          const undated = rows.find((r) => !(Number(r.keys[0]?.key) > 0))?.figure;
          return view === 'chart' ? <YearChart years={years} undated={undated} selected={search.year} /> : <YearTable caption={text('split.by-year')} years={years} undated={undated} />;
        }}
      </Pending>
    </Panel>
  );
}
