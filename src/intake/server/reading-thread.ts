import { parentPort, workerData } from 'node:worker_threads';
import type { ReportedActivity } from '../../activities/domain/reported.ts';
import { writeAudit } from '../../platform/audit.ts';
import { makePool } from '../../platform/db/pool.ts';
import type { Appliers } from '../domain/applier.ts';
import { readBatch, type Transact } from './read-batch.ts';
import { batchOf } from './store.ts';
import { actorSchema, type ThreadData, type ThreadMessage } from './thread-messages.ts';

/**
 * Reads one batch beside the server: parsing and judging would otherwise keep every request waiting. Signs in to the
 * database by itself, as the application, in the name of the organisation that brought the files.
 */
export async function runReadingThread(appliers: Appliers<ReportedActivity>): Promise<void> {
  const { connection, actor: given, operation, requestId, batchId, today, retainUntil } = workerData as ThreadData;
  const say = (message: ThreadMessage) => parentPort!.postMessage(message);
  const actor = actorSchema.parse(given);
  // One connection writes, one reads the kept files beside it.
  const pool = makePool({ connection, max: 2, timeoutMs: 0, applicationName: 'tessera import' });
  try {
    const transaction: Transact = (fn, options) => pool.transaction(actor, fn, { purpose: 'job', timeoutMs: 0, ...options });
    const batch = await transaction((tx) => batchOf(tx, batchId), { readOnly: true });
    if (!batch) throw new Error(`batch ${batchId} is not there`);
    const counts = await readBatch({
      transaction, batch, appliers, today, retainUntil,
      audit: (tx, about) => writeAudit(tx, { operation, about, requestId }), report: (progress) => say({ kind: 'progress', progress }),
    });
    say({ kind: 'done', counts });
  } catch (error) {
    const { message, stack, code } = error as Error & { code?: string };
    say({ kind: 'failed', message, stack: stack ?? message, code: code ?? null });
  } finally {
    await pool.end().catch(() => {});
  }
}
