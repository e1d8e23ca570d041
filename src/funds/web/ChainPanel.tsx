import { useState } from 'react';
import type { z } from 'zod';
import { useOperation } from '../../shell/api.ts';
import { sameNames } from '../../shell/same-names.ts';
import type { MoneySearch } from '../../shell/search.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { useNarrow } from '../../shell/ui/narrow.ts';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { Segments } from '../../shell/ui/Segments.tsx';
import { chain } from '../domain/contract.ts';
import { groupedChain, type Chain } from './chain-group.ts';
import { ChainChart } from './ChainChart.tsx';
import './chain.css';

/** Givers and receivers outside that stand alone in the picture; the table has them all. */
const ALONE = 8;
const FIRST = 10;

type Link = z.output<(typeof chain)['output']>['links'][number];
type View = 'chart' | 'table';

/** From whom to whom: the largest flows as a picture and as the table that says the same. A phone has room for the table alone. */
export function ChainPanel({ search }: { search: MoneySearch }) {
  const text = useText();
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<View>('chart');
  const view = narrow ? 'table' : chosen;
  const tools = narrow ? undefined : <Segments label={text('view.label')} value={view} onChange={setChosen} options={[{ value: 'chart', label: text('view.chart') }, { value: 'table', label: text('view.table') }]} />;
  return (
    <Panel title={text('chain.title')} about={text('chain.about')} tools={tools} folds>
      <ChainShow search={search} view={view} />
    </Panel>
  );
}

function ChainShow({ search, view }: { search: MoneySearch; view: View }) {
  const text = useText();
  const asked = useOperation(chain, { ...search, limit: 40 });
  return (
    <Pending of={asked} lines={8}>
      {(data) => {
        if (data.links.length === 0) return <p className="quiet">{text('chain.none')}</p>;
        const parties = data.parties.map((p) => (p.key === '?' || p.name === '?' || p.name === '' ? { ...p, name: text('unknown.organisation'), last: true } : p));
        const named: Chain = { links: data.links, parties };
        return view === 'chart' ? <ChainChart data={groupedChain(named, ALONE, { givers: (n) => text('chain.other-givers', { n }), receivers: (n) => text('chain.other-receivers', { n }) })} /> : <ChainTable data={named} />;
      }}
    </Pending>
  );
}

/** The largest flows one under the other; the rest on demand. */
function ChainTable({ data }: { data: Chain }) {
  const text = useText();
  const [all, setAll] = useState(false);
  const party = new Map(data.parties.map((p) => [p.key, p]));
  const alike = sameNames(data.parties);
  const name = (key: string) => {
    const p = party.get(key);
    if (p?.last === true) return <span className="quiet">{p.name}</span>;
    return (
      <>
        <PageLink to="/organisations/$key" params={{ key }}>
          <Content>{p?.name ?? key}</Content>
        </PageLink>
        {alike.has(key) && (
          <span className="quiet small">
            {' '}
            <Identifier>{key}</Identifier>
          </span>
        )}
        {p?.inside === true && <> <span className="tag tag--good">{text('chain.in-boundary')}</span></>}
      </>
    );
  };
  const columns: Column<Link>[] = [
    { id: 'from', head: text('money.column.from'), name: true, cell: (l) => name(l.from) },
    { id: 'to', head: text('money.column.to'), cell: (l) => name(l.to) },
    { id: 'amount', head: text('money.column.amount'), numeric: true, width: '8rem', cell: (l) => <Figure figure={l.figure} /> },
  ];
  const rows = all ? data.links : data.links.slice(0, FIRST);
  return (
    <>
      <DataTable caption={text('chain.title')} columns={columns} rows={rows} rowKey={(l) => `${l.from} → ${l.to}`} />
      {rows.length < data.links.length && (
        <p className="chain__more">
          <Button small onClick={() => setAll(true)}>
            <span data-page="">{text('chain.all', { n: data.links.length })}</span>
          </Button>
        </p>
      )}
    </>
  );
}
