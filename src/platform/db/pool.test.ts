import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { STRANGER } from '../../kernel/audience.ts';

let db: TestDatabase;
beforeAll(async () => { db = await freshDatabase(); });
afterAll(() => db.dispose());

test('a transaction carries the claims of its actor, and the next one on the same connection none of them', async () => {
  const claims = `select claim_account() as account, claim_organisation() as organisation, claim_role() as role,
    claim_circles() as circles, claim_purpose() as purpose`;
  const actor = { accountId: 7, organisationId: 3, role: 'editor' as const, circleIds: [4, 5] };
  const first = await db.app.transaction(actor, (tx) => tx.query(claims), { purpose: 'job' });
  expect(first.rows[0]).toEqual({ account: 7, organisation: 3, role: 'editor', circles: [4, 5], purpose: 'job' });
  const second = await db.app.transaction(STRANGER, (tx) => tx.query(claims));
  expect(second.rows[0]).toEqual({ account: null, organisation: null, role: null, circles: null, purpose: null });
});
