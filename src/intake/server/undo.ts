import { Problem } from '../../kernel/problem.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { Appliers } from '../domain/applier.ts';
import { lockedBatch, standingOn, takeTurn, markUndone } from './store.ts';
import { endSql } from './staging-store.ts';

/**
 * Undoes a batch exactly: what it added goes, what it replaced comes back, in every table that imports write. Refused
 * while a later batch stands on it (it replaced records of this one, or brought them too and found them unchanged: that
 * one has to go first, so that nothing it brought is lost without a word), while it is being read, or when it was undone before.
 */
export async function undoBatch<R>(tx: Tx, batchId: number, appliers: Appliers<R>): Promise<void> {
  const batch = await lockedBatch(tx, batchId);
  if (!batch) throw new Problem('request.not-found', 'There is no such batch of your organisation.');
  if (batch.status === 'waiting' || batch.status === 'running') throw new Problem('intake.in-progress', 'The batch is being read. Wait until it is finished, or stop it.');
  if (batch.status !== 'done') throw new Problem('intake.already-undone', 'Nothing of this batch is in the picture.');
  if (!(await takeTurn(tx, batch.ownerId))) throw new Problem('intake.in-progress', 'Another batch of your organisation is just being read. Wait until it is finished.');
  const later = (await standingOn(tx, [batchId])).map((s) => s.laterId);
  if (later.length > 0) throw new Problem('intake.later-batch-stands-on-it', `Later batches replaced records of this one or found them unchanged: undo ${later.join(', ')} first.`, { batches: later });
  await standInOwnCircles(tx, batchId, appliers.records.name);
  const tables = appliers.appliers.flatMap((a) => a.tables).map((t) => t.name);
  // Children go before their parents and come back after them.
  await tx.query(`set local statement_timeout = 0; ${tables.toReversed().map((t) => `delete from ${t} where batch_id = ${Number(batchId)}`).join('; ')}`);
  for (const table of tables) await tx.query('select platform_undo_batch($1::regclass, $2)', [table, batchId]);
  await tx.query(endSql(appliers));
  await markUndone(tx, batchId);
}

/**
 * What comes back stands where it stood, also in a circle that the organisation has left since, where it may write nothing
 * else any more: for the rest of this transaction it stands in the circles of the batch and of what the batch replaced.
 */
const standInOwnCircles = (tx: Tx, batchId: number, records: string) =>
  tx.query(`select set_config('app.circles', (select coalesce(string_agg(distinct circle_id::text, ','), '') from (
    select circle_id from intake_batches where id = $1
    union all select circle_id from ${records}_history where ended_by_batch = $1 and owner_id = (select claim_organisation())
    union all select unnest(claim_circles())) c), true)`, [batchId]);
