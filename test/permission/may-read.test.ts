import { afterAll, beforeAll, expect, test } from 'vitest';
import { Audience, mayRead, Role, type Actor, type Audienced } from '../../src/kernel/audience.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';

/** Every kind of actor (also such as the product never makes) and every kind of record, with two owners and two circles. */
const roles = [null, ...Role.options];
const organisations = [null, 1, 2];
const circles = [[], [1], [2], [1, 2]];
const actors: Actor[] = roles.flatMap((role) => organisations.flatMap((organisationId) => circles.map((circleIds) => ({ accountId: null, organisationId, role, circleIds }))));
const records: Audienced[] = [1, 2].flatMap((ownerId) => Audience.options.flatMap((audience) => (audience === 'circle' ? [1, 2, null] : [null]).map((circleId) => ({ ownerId, audience, circleId }))));

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await db.superuser.query(`set session_replication_role = replica`);   // owners and circles are only numbers here
  for (const [i, r] of records.entries()) await db.superuser.query('insert into intake_sources (id, owner_id, audience, circle_id, key) overriding system value values ($1, $2, $3, $4, $5)', [i, r.ownerId, r.audience, r.circleId, `k${i}`]);
});
afterAll(() => db.dispose());

test('the rule of who reads what is one: in the kernel, as a function of the database, and as a policy', async () => {
  expect([actors.length, records.length]).toEqual([60, 12]);
  for (const actor of actors) {
    const { called, shown } = await db.app.transaction(actor, async (tx) => {
      const list = async (sql: string, params: readonly unknown[] = []) => (await tx.query(sql, params)).rows.map((r) => r.id as number);
      return {
        called: await list(`select (ordinality - 1)::int as id from unnest($1::audience[], $2::int[], $3::int[]) with ordinality r (audience, owner_id, circle_id, ordinality)
          where may_read(audience, owner_id, circle_id) order by 1`, [records.map((r) => r.audience), records.map((r) => r.ownerId), records.map((r) => r.circleId)]),
        shown: await list('select id from intake_sources order by 1'),
      };
    });
    const said = records.flatMap((r, i) => (mayRead(actor, r) ? [i] : []));
    expect({ actor, called, shown }).toEqual({ actor, called: said, shown: said });
  }
});

test('every table with an audience repeats that policy, word by word; its past adds only what is withheld', async () => {
  const { rows } = await db.superuser.query<{ table: string; rule: string }>(`
    select p.tablename as table, regexp_replace(p.qual, '\\s+', ' ', 'g') as rule from pg_policies p
    where p.schemaname = 'public' and p.cmd = 'SELECT' and p.roles = '{tessera_app}'
      and 3 = (select count(*) from information_schema.columns c where c.table_schema = 'public' and c.table_name = p.tablename and c.column_name in ('owner_id', 'audience', 'circle_id')) order by 1`);
  const rule = rows.find((r) => r.table === 'intake_sources')!.rule;
  const past = `((NOT withheld) OR (owner_id = ( SELECT claim_organisation() AS claim_organisation))) AND ${rule}`;
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((r) => r.rule !== (r.table.endsWith('_history') ? `(${past})` : rule))).toEqual([]);
});
