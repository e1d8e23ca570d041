import type { Ctx } from '../../platform/http/handle.ts';
import { PUBLIC, seenBy, type Seen } from './run.ts';

export const RECOUNT = 'funds.recount';

/** What the reader of a request sees; a count that is behind is asked for, so that it never stays behind. */
export async function seenIn(ctx: Ctx): Promise<Seen> {
  const seen = await seenBy(ctx.tx, ctx.actor);
  if (!seen.recounting) return seen;
  const organisationId = ctx.actor.organisationId;
  if (seen.scope === PUBLIC || organisationId === null) await ctx.enqueue(RECOUNT, {}, { key: RECOUNT, as: { kind: 'nobody' } });
  else await ctx.enqueue(RECOUNT, {}, { key: `${RECOUNT}:${seen.scope}`, as: { kind: 'organisation', organisationId } });
  return seen;
}
