import { z } from 'zod';
import { task } from '../../platform/jobs.ts';
import { LINK_MEMORY_MS, SESSION_IDLE_MS } from '../domain/parameters.ts';
import { forgetLinks, forgetSessions } from './store.ts';

/** Ended sessions and old links are of no use to anybody: they go every night. */
export const forgetExpired = task('access.forget-expired', z.unknown(), async ({ ctx }) => {
  const now = ctx.now();
  await ctx.transaction(async (tx) => {
    const sessions = await forgetSessions(tx, now, new Date(now.getTime() - SESSION_IDLE_MS));
    const links = await forgetLinks(tx, new Date(now.getTime() - LINK_MEMORY_MS));
    ctx.log.info({ sessions, links }, 'forgot what had ended');
  }, { purpose: 'sign-in' });
}, { every: '17 3 * * *' });

export const accessTasks = [forgetExpired];
