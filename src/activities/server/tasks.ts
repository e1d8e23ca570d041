import { z } from 'zod';
import { actAs } from '../../platform/act-as.ts';
import { task, type Task } from '../../platform/jobs.ts';
import { eraseExpiredContacts, type RewriteOriginals } from './erase.ts';

/** Every night: contact persons whose time is over are erased, organisation by organisation, in the name of each. */
export const activitiesTasks = (rewriteOriginals: RewriteOriginals): readonly Task[] => [
  task('activities.erase-expired-contacts', z.unknown(), async ({ ctx }) => {
    const today = ctx.now().toISOString().slice(0, 10);
    const organisations = await ctx.transaction(async (tx) => (await tx.query('select id from organisations_organisations order by id')).rows.map((r) => r.id as number));
    for (const organisationId of organisations) {
      await ctx.transaction(async (tx) => {
        await actAs(tx, { accountId: null, organisationId, role: 'editor', circleIds: [] });
        const erased = await eraseExpiredContacts(tx, rewriteOriginals, today);
        if (erased > 0) {
          ctx.log.info({ organisation: organisationId, erased }, 'contact persons erased: their time was over');
          await ctx.audit(tx, { erased });
        }
      });
    }
  }, { every: '41 2 * * *' }),
];
