import { STRANGER } from '../../kernel/audience.ts';
import type { Pool } from '../../platform/db/pool.ts';
import type { Queryable } from '../../platform/db/rows.ts';
import { LINK_LIFE_MS, type LinkKind } from '../domain/parameters.ts';
import { hashOf, newSecret } from './secrets.ts';
import { addLink, dropFirstLinks, dropLinksOf, hasAdministrator } from './store.ts';

/** Makes a link; the ones that this account had before no longer work. Its secret is told once and stored nowhere. */
export async function makeLink(tx: Queryable, { kind, accountId, createdBy, now }: { kind: LinkKind; accountId: number | null; createdBy: number | null; now: string }) {
  if (accountId !== null) await dropLinksOf(tx, accountId);
  const secret = newSecret();
  const expiresAt = new Date(Date.parse(now) + LINK_LIFE_MS[kind]);
  await addLink(tx, { tokenHash: hashOf(secret), kind, accountId, createdBy, now, expiresAt });
  return { secret, expiresAt: expiresAt.toISOString() };
}

/**
 * For the start of the server: while nobody can administer it, a link for the first administrator. Each start makes a
 * new one and the old ones die, so that a link in a terminal's memory is worth nothing later. Undefined: there is one.
 */
export async function firstAdministratorLink(pool: Pool, now: Date): Promise<string | undefined> {
  return pool.transaction(STRANGER, async (tx) => {
    await dropFirstLinks(tx);
    if (await hasAdministrator(tx)) return undefined;
    return (await makeLink(tx, { kind: 'first-administrator', accountId: null, createdBy: null, now: now.toISOString() })).secret;
  }, { purpose: 'sign-in' });
}
