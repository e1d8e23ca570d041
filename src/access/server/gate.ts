import { STRANGER, type Actor } from '../../kernel/audience.ts';
import type { Pool } from '../../platform/db/pool.ts';
import type { Gate } from '../../platform/http/settings.ts';
import type { Accounts } from '../../platform/jobs.ts';
import { permits } from '../domain/permissions.ts';
import { SESSION_IDLE_MS, SESSION_TOUCH_MS } from '../domain/parameters.ts';
import { hashOf } from './secrets.ts';
import { actorOfAccount, actorOfSession, circlesOfOrganisation, touchSession } from './store.ts';

/** Answers the platform's questions: who holds this session, what may they do, and who are they now that their job runs. */
export function makeGate(pool: Pool): Gate & Accounts {
  return {
    permits,
    async actorOf(secret, now): Promise<Actor | undefined> {
      const tokenHash = hashOf(secret);
      return pool.transaction(STRANGER, async (tx) => {
        const found = await actorOfSession(tx, tokenHash, now, new Date(now.getTime() - SESSION_IDLE_MS));
        if (!found) return undefined;
        const { lastSeenAt, ...actor } = found;
        if (now.getTime() - Date.parse(lastSeenAt) >= SESSION_TOUCH_MS) await touchSession(tx, tokenHash, now);
        return actor;
      }, { purpose: 'sign-in' });
    },
    actorOfAccount: (accountId) => pool.transaction(STRANGER, (tx) => actorOfAccount(tx, accountId), { purpose: 'sign-in', readOnly: true }),
    async memberOf(organisationId, role) {
      const found = await pool.transaction(STRANGER, (tx) => circlesOfOrganisation(tx, organisationId), { purpose: 'sign-in', readOnly: true });
      return found && { accountId: null, organisationId, role, circleIds: found.circleIds };
    },
  };
}
