import { Link } from '@tanstack/react-router';
import { tlp } from '../../kernel/audience.ts';
import { useOperation } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Identifier, Moment } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { Tlp } from '../../shell/ui/Tlp.tsx';
import { listBatches } from '../domain/contract.ts';
import type { Batch } from '../domain/model.ts';
import { isLive } from './batch-state.ts';
import { BatchStatusTag } from './BatchStatusTag.tsx';
import { countedIn } from './counted-here.ts';

const LIVE_MS = 2000;
const NAMED = 3;

/** What was brought, newest first; each can be opened, and undone. */
export function BatchList({ limit = 50 }: { limit?: number }) {
  const text = useText();
  const asked = useOperation(listBatches, { limit }, { live: (all) => (all?.some(isLive) === true ? LIVE_MS : false) });
  const columns: Column<Batch>[] = [
    {
      id: 'files', head: text('batches.files'), name: true, width: '34%',
      cell: (b) => (
        <>
          <Link to="/bring/$batch" params={{ batch: String(b.id) }} className="row-title">
            {b.illustrative ? text('batches.demonstration') : <Content>{names(b).slice(0, NAMED).join(', ')}</Content>}
          </Link>
          {!b.illustrative && names(b).length > NAMED && <span className="quiet" data-page=""> {text('list.more', { n: names(b).length - NAMED })}</span>}
          <span className="data-table__sub">
            <Identifier>#{b.id}</Identifier> · <Content>{b.owner}</Content>
          </span>
        </>
      ),
    },
    { id: 'when', head: text('batches.when'), width: '11rem', card: 'bare', cell: (b) => <Moment at={b.createdAt} /> },
    { id: 'status', head: text('batches.status'), width: '8rem', card: 'bare', cell: (b) => <BatchStatusTag status={b.status} /> },
    { id: 'in', head: text('batches.in'), numeric: true, card: 'line', cell: (b) => b.status === 'done' && b.counts !== null && <Figure figure={countedIn(b, b.counts.records - b.counts.keptOut, 'activities')} /> },
    { id: 'out', head: text('batches.need-you'), numeric: true, card: 'line', cell: (b) => b.status === 'done' && b.counts !== null && b.counts.keptOut > 0 && <Figure figure={countedIn(b, b.counts.keptOut, 'activities')} /> },
    { id: 'readers', head: text('origin.readers'), card: 'no', cell: (b) => <Tlp label={tlp[b.audience]} /> },
  ];
  return (
    <Pending of={asked} lines={4}>
      {(batches) => (batches.length === 0 ? <p className="quiet">{text('batches.none')}</p> : <DataTable caption={text('batches.title')} columns={columns} rows={batches} rowKey={(b) => String(b.id)} />)}
    </Pending>
  );
}

const names = (b: Batch) => b.files.filter((f) => f.entryOf === null).map((f) => f.name);
