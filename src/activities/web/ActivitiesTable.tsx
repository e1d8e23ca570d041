import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { sectorParts, usePlaceName, useSectorName } from '../../shell/codes.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Day, Identifier } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import type { ActivityRow } from '../domain/contract.ts';
import { StatusTag } from './StatusTag.tsx';

type Row = z.output<typeof ActivityRow>;
type Order = 'title' | 'ends' | 'starts' | 'spent';
type Props = { rows: readonly Row[]; total: number; onEnd: () => void; order: Order; onOrder: (order: Order) => void };

const NAMED = 2;

/** Activities as a table on a desk, as cards on a phone. */
export function ActivitiesTable({ rows, total, onEnd, order, onOrder }: Props) {
  const text = useText();
  const place = usePlaceName();
  const sector = useSectorName();
  const sort = (by: Order, descending = false) => ({ active: order === by, descending, onSort: () => onOrder(by) });
  const columns: Column<Row>[] = [
    {
      id: 'title', head: text('activities.column.title'), name: true, width: '30%', sort: sort('title'),
      cell: (a) => (
        <>
          <Link to="/activities/$identifier" params={{ identifier: a.identifier }} className="row-title">
            {a.title === '' ? text('activities.untitled') : <Content lang={a.titleLanguage}>{a.title}</Content>}
          </Link>
          <span className="data-table__sub">
            <Identifier>{a.identifier}</Identifier>
            {a.versions > 1 && <span className="tag tag--attention" data-page="">{text('activities.versions', { n: a.versions })}</span>}
          </span>
        </>
      ),
    },
    { id: 'reporter', head: text('activities.column.reporter'), card: 'bare', cell: (a) => <Content>{a.reporter.name ?? a.reporter.key}</Content> },
    { id: 'where', head: text('activities.column.where'), card: 'bare', cell: (a) => <Some of={a.places.map((p) => place(p) ?? p)} /> },
    { id: 'what', head: text('activities.column.what'), card: 'no', cell: (a) => <Some of={a.sectors.map((s) => sector(s) ?? sectorParts(s).code)} /> },
    {
      id: 'when', head: text('activities.column.when'), width: '8.75rem', card: 'bare', sort: sort('ends'),
      cell: (a) => (
        <>
          {a.startsOn !== null && (
            <span className="activities__start">
              <Day on={a.startsOn} /> –
            </span>
          )}{' '}
          {a.endsOn !== null && (
            <span className={a.endsForSure ? 'activities__end' : 'activities__end activities__end--planned'}>
              <Day on={a.endsOn} />
            </span>
          )}
        </>
      ),
    },
    { id: 'status', head: text('activities.status'), width: '7.5rem', card: 'bare', cell: (a) => <StatusTag status={a.status} /> },
    { id: 'spent', head: text('activities.column.spent'), numeric: true, width: '8rem', card: 'line', sort: sort('spent', true), cell: (a) => <Figure figure={a.spent} /> },
  ];
  return <DataTable caption={text('activities.title')} columns={columns} rows={rows} rowKey={(a) => a.identifier} total={total} onEnd={onEnd} />;
}

/** The first of a list, and how many more there are. */
function Some({ of }: { of: string[] }) {
  const text = useText();
  if (of.length === 0) return null;
  return (
    <span className="two-lines" title={of.join(', ')}>
      <Content>{of.slice(0, NAMED).join(', ')}</Content>
      {of.length > NAMED && (
        <span className="quiet" data-page="">
          {' '}
          {text('list.more', { n: of.length - NAMED })}
        </span>
      )}
    </span>
  );
}
