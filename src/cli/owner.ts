import { z } from 'zod';
import { COMMAND_LINE, UNNAMED_INSTITUTION } from '../access/domain/parameters.ts';
import { addAccount, organisationNamed } from '../access/server/store.ts';
import { STRANGER, type Actor } from '../kernel/audience.ts';
import { actAs } from '../platform/act-as.ts';
import { writeAudit } from '../platform/audit.ts';
import type { Pool } from '../platform/db/pool.ts';
import { maybe } from '../platform/db/rows.ts';

const Found = z.object({ id: z.number().int() });

/**
 * Whoever may run commands on a data directory may read all of it anyway: a command acts as the first administrator who
 * can sign in. Where there is none yet, it acts as an account of its own, in an institution that the first administrator
 * names and joins.
 */
export async function administratorOf(pool: Pool, now: Date): Promise<number> {
  return pool.transaction(STRANGER, async (tx) => {
    const found = await maybe(tx, Found, `
      select id from access_accounts where role = 'administrator' and disabled_at is null and (password_hash is not null or email = $1)
      order by password_hash is null, id limit 1`, [COMMAND_LINE]);
    if (found) return found.id;
    const founder: Actor = { accountId: null, organisationId: null, role: 'administrator', circleIds: [] };
    await actAs(tx, founder, 'sign-in');
    const organisation = await organisationNamed(tx, UNNAMED_INSTITUTION);
    const account = await addAccount(tx, { email: COMMAND_LINE, name: null, organisationId: organisation.id, role: 'administrator', passwordHash: null, now: now.toISOString() });
    if (!account) throw new Error(`The account of the command line is closed. Open it again on the page “People”, or sign in there first.`);
    await writeAudit(tx, { operation: 'access.command-line', about: { account: account.id }, requestId: null });
    return account.id;
  }, { purpose: 'sign-in' });
}
