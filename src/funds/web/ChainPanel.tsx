import { useState } from 'react';
import type { z } from 'zod';
import { useOperation } from '../../shell/api.ts';
import type { MoneySearch } from '../../shell/search.ts';
import { useText } from '../../shell/text.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { Segments } from '../../shell/ui/Segments.tsx';
import { chain } from '../domain/contract.ts';
import { groupedChain } from './chain-group.ts';
import { ChainChart } from './ChainChart.tsx';
import './chain.css';

/** Givers and receivers outside that stand alone in the picture; the table has them all. */
const ALONE = 12;

type Link = z.output<(typeof chain)['output']>['links'][number];

/** From whom to whom: the largest flows as a picture and as the table that says the same. */
export function ChainPanel({ search }: { search: MoneySearch }) {
  const text = useText();
  const [view, setView] = useState<'chart' | 'table'>(() => (matchMedia('(max-width: 48rem)').matches ? 'table' : 'chart'));
  const asked = useOperation(chain, { ...search, limit: 40 });
  return (
    <Panel title={text('chain.title')} about={text('chain.about')} tools={<Segments label={text('view.label')} value={view} onChange={setView} options={[{ value: 'chart', label: text('view.chart') }, { value: 'table', label: text('view.table') }]} />}>
      <Pending of={asked} lines={8}>
        {(data) => {
          if (data.links.length === 0) return <p className="quiet">{text('chain.none')}</p>;
          const named = { ...data, parties: data.parties.map((p) => (p.name === '?' || p.name === '' ? { ...p, name: text('unknown.organisation') } : p)) };
          if (view === 'chart') return <ChainChart data={groupedChain(named, ALONE, { givers: (n) => text('chain.other-givers', { n }), receivers: (n) => text('chain.other-receivers', { n }) })} />;
          const party = new Map(named.parties.map((p) => [p.key, p]));
          const name = (key: string) => (
            <>
              <PageLink to="/organisations/$key" params={{ key }}>
                <Content>{party.get(key)?.name ?? key}</Content>
              </PageLink>
              {party.get(key)?.inside === true && <span className="tag tag--good">{text('chain.in-boundary')}</span>}
            </>
          );
          const columns: Column<Link>[] = [
            { id: 'from', head: text('money.column.from'), name: true, cell: (l) => name(l.from) },
            { id: 'to', head: text('money.column.to'), cell: (l) => name(l.to) },
            { id: 'amount', head: text('money.column.amount'), numeric: true, width: '8rem', cell: (l) => <Figure figure={l.figure} /> },
          ];
          return <DataTable caption={text('chain.title')} columns={columns} rows={data.links} rowKey={(l) => `${l.from} → ${l.to}`} />;
        }}
      </Pending>
    </Panel>
  );
}
