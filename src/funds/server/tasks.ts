import { z } from 'zod';
import type { Tx } from '../../platform/db/pool.ts';
import { task, type Task } from '../../platform/jobs.ts';
import { recountScope } from './recount.ts';
import { latestRun, scopeOf } from './run.ts';
import { RECOUNT } from './scope.ts';

/** One recount of a scope at a time; held by a transaction of its own, so that the counting one sees what the last one did. */
const LOCK = 735_561;

const isBehind = async (tx: Tx, scope: string): Promise<boolean> => {
  const { rows } = await tx.query('select number from funds_generation where network_id = 1');
  const run = await latestRun(tx, scope);
  return run === undefined || run.generation < (rows[0]!['number'] as number);
};

/**
 * Counts a scope anew: everybody's, or that of the organisation in whose name the job runs. An import, an undo, new
 * rates and readers who see an old count ask for it; what is up to date already is not counted again.
 */
export const fundsTasks: readonly Task[] = [
  task(RECOUNT, z.object({}), async ({ ctx }) => {
    const scope = scopeOf(ctx.actor);
    await ctx.transaction(async (guard) => {
      await guard.query('select pg_advisory_xact_lock($1, hashtext($2))', [LOCK, scope]);
      if (!(await isBehind(guard, scope))) return;
      const done = await ctx.transaction(recountScope, { isolation: 'repeatable read' });
      ctx.log.info({ ...done }, 'ledger counted');
    });
  }),
];
