import type { Actor } from '../../kernel/audience.ts';
import type { Queryable } from '../../platform/db/rows.ts';
import type { Ctx } from '../../platform/http/handle.ts';
import type { Session } from '../domain/model.ts';
import { SESSION_LONGEST_MS } from '../domain/parameters.ts';
import { permissionsOf } from '../domain/permissions.ts';
import { hashOf, newSecret } from './secrets.ts';
import { actorOfAccount, addSession, circlesOf, endSession, findAccount, networkFacts } from './store.ts';

/** What the screen needs to know of the one who asks. */
export async function sessionOf(tx: Queryable, actor: Actor): Promise<Session> {
  const { illustrative, mixed, ...network } = await networkFacts(tx);
  return {
    account: actor.accountId === null ? null : ((await findAccount(tx, actor.accountId)) ?? null),
    circles: actor.organisationId === null ? [] : await circlesOf(tx, actor),
    illustrative,
    mixed: illustrative && mixed,
    network,
    permissions: permissionsOf(actor),
  };
}

/**
 * Begins a session for an account that has just proved who it is, with a secret of its own: whatever cookie came with the
 * request ends here. Needs the purpose `sign-in`, and leaves the transaction in the name of the account.
 */
export async function beginSession(ctx: Ctx, accountId: number): Promise<Actor> {
  const { tx, session } = ctx;
  const actor = await actorOfAccount(tx, accountId);
  if (!actor) throw new Error('a session was begun for an account that is closed');
  if (session.secret !== undefined) await endSession(tx, hashOf(session.secret));
  const secret = newSecret();
  const now = ctx.now();
  const expiresAt = new Date(Date.parse(now) + SESSION_LONGEST_MS);
  await addSession(tx, { tokenHash: hashOf(secret), accountId, now, expiresAt });
  await ctx.become(actor);
  session.begin(secret, expiresAt);
  return actor;
}
