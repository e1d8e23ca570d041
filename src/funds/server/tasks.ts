import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { threadFile } from '../../platform/compiled.ts';
import type { Tx } from '../../platform/db/pool.ts';
import { task, type Task, type TaskCtx } from '../../platform/jobs.ts';
import { recounting, recountScope, type Recounted } from './recount.ts';
import type { ThreadData, ThreadMessage } from './recount-thread.ts';
import { latestRun, scopeOf } from './run.ts';
import { RECOUNT } from './scope.ts';

/** One recount of a scope at a time; held by a transaction of its own, so that the counting one sees what the last one did. */
const LOCK = 735_561;

/** Up to here a scope is counted by the server itself, in pieces of some 30 ms: starting a thread takes longer than all of it. */
const FEW_ROWS = 4_000;

/** Null where the latest count is up to date; else how many rows are to be counted. */
async function behindBy(tx: Tx, scope: string): Promise<number | null> {
  const { rows: [now] } = await tx.query('select number, (select count(*) from funds_transactions) + (select count(*) from funds_budgets) as rows from funds_generation where network_id = 1');
  const run = await latestRun(tx, scope);
  return run !== undefined && run.generation >= (now!['number'] as number) ? null : (now!['rows'] as number);
}

/**
 * Counts a scope anew: everybody's, or that of the organisation in whose name the job runs; a large one in a thread. An
 * import, an undo, new rates and readers who see an old count ask for it; what is up to date already is not counted again.
 */
export const fundsTasks: readonly Task[] = [
  task(RECOUNT, z.object({}), async ({ ctx }) => {
    const scope = scopeOf(ctx.actor);
    await ctx.transaction(async (guard) => {
      await guard.query('select pg_advisory_xact_lock($1, hashtext($2))', [LOCK, scope]);
      const rows = await behindBy(guard, scope);
      if (rows === null) return;
      const inThread = rows > FEW_ROWS;
      const done = inThread ? await recountInThread(ctx) : await ctx.transaction(recountScope, recounting);
      ctx.log.info({ ...done, inThread }, 'ledger counted');
    });
  }),
];

/** A million transactions need some 300 MB of it; what needs more fails alone, and not the server with it. */
const limits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 2_048 };

/** Runs a thread that counts the scope of `actor`. Where it is stopped, its connection closes and the database rolls back. */
async function recountInThread({ appConnection: connection, actor, signal }: TaskCtx): Promise<Recounted> {
  const thread = new Worker(await threadFile('recount-thread'), { workerData: { connection, actor } satisfies ThreadData, execArgv: [], resourceLimits: limits });
  try {
    return await new Promise((resolve, reject) => {
      const stop = () => reject(new Error('the server stops'));
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      thread.on('message', (m: ThreadMessage) => (m.kind === 'done' ? resolve(m.done) : reject(Object.assign(new Error(m.message), { stack: m.stack }))));
      thread.on('error', reject);
      thread.on('exit', () => reject(new Error('the thread that counts ended')));
    });
  } finally {
    await thread.terminate();
  }
}
