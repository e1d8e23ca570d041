import type { Queryable } from '../../platform/db/rows.ts';
import { Batch, type Counts, type IntakeFile } from '../domain/model.ts';
import { filesOf, standingOn, type BatchRow, type FileRow } from './store.ts';

/** Batches as people see them: with their files, and what stands in the way of undoing them. */
export async function viewOf(tx: Queryable, rows: readonly BatchRow[]): Promise<Batch[]> {
  const ids = rows.map((r) => r.id);
  const [files, standing] = [await filesOf(tx, ids), await standingOn(tx, ids)];
  return rows.map((row) => {
    const { ownerId: _owner, cancelAsked: _asked, ...batch } = row;
    const inTheWay = standing.filter((s) => s.batchId === row.id).map((s) => s.laterId);
    return Batch.parse({
      ...batch,
      createdAt: instant(row.createdAt), startedAt: instant(row.startedAt), finishedAt: instant(row.finishedAt), undoneAt: instant(row.undoneAt),
      progress: { phase: row.status === 'waiting' ? 'waiting' : 'reading', bytesRead: 0, bytesTotal: 0, records: 0, problems: 0, ...row.progress },
      counts: row.counts,
      files: files.filter((f) => f.batchId === row.id).map(fileView),
      mayUndo: row.status === 'done' && inTheWay.length === 0,
      standsInTheWay: inTheWay,
    });
  });
}

function fileView(f: FileRow): IntakeFile {
  const outcome = f.outcome as { standard?: string | null; counts?: Counts | null };
  return {
    id: f.id, name: f.name, entryOf: f.entryOf, bytes: f.bytes, sha256: f.sha256.toString('hex'), recognised: f.recognised as IntakeFile['recognised'],
    sameAs: f.sameAs === null ? null : { fileId: f.sameAs, name: f.sameName!, batchId: f.sameBatch! }, standard: outcome.standard ?? null, counts: outcome.counts ?? null,
  };
}

/** Microseconds are for views as of a moment; people's instants have milliseconds. */
const instant = (at: string | null) => (at === null ? null : new Date(at).toISOString());
