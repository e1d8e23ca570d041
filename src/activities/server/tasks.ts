import { z } from 'zod';
import type { Actor } from '../../kernel/audience.ts';
import { actAs } from '../../platform/act-as.ts';
import type { Tx } from '../../platform/db/pool.ts';
import { task, type Task, type TaskCtx } from '../../platform/jobs.ts';
import { endOriginal, eraseExpiredContacts, type Originals } from './erase.ts';

/**
 * Every night: contact persons whose time is over are erased, organisation by organisation, in the name of each: from
 * rows and history in one transaction, from each kept original in one of its own. What fails stops nothing else, and the
 * queue tries it again.
 */
export const activitiesTasks = (originals: Originals, retentionDays: () => number): readonly Task[] => [
  task('activities.erase-expired-contacts', z.unknown(), async ({ ctx }) => {
    const today = ctx.now().toISOString().slice(0, 10);
    const organisations = await ctx.transaction(async (tx) => (await tx.query('select id from organisations_organisations order by id')).rows.map((r) => r.id as number));
    let failed = 0;
    for (const organisationId of organisations) {
      const as = inTheNameOf(ctx, { accountId: null, organisationId, role: 'editor', circleIds: [] });
      const steps: ((tx: Tx) => Promise<number>)[] = [(tx) => eraseExpiredContacts(tx, today)];
      for (const id of await as((tx) => originals.expired(tx, today, retentionDays()))) steps.push((tx) => endOriginal(tx, id, originals, today));
      for (const step of steps) {
        if (ctx.signal.aborted) return;
        await as(async (tx) => {
          const erased = await step(tx);
          if (erased === 0) return;
          ctx.log.info({ organisation: organisationId, erased }, 'contact persons erased: their time was over');
          await ctx.audit(tx, { erased });
        }).catch((error: unknown) => {
          failed++;
          ctx.log.error({ err: error, organisation: organisationId }, 'erasing failed');
        });
      }
    }
    if (failed > 0) throw new Error(`${failed} time(s) erasing failed`);
  }, { every: '41 2 * * *' }),
];

const inTheNameOf = (ctx: TaskCtx, actor: Actor) => <T>(fn: (tx: Tx) => Promise<T>): Promise<T> =>
  ctx.transaction(async (tx) => {
    await actAs(tx, actor);
    return fn(tx);
  });
