import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { mayRead, STRANGER, type Actor, type Audience } from '../../kernel/audience.ts';
import { many } from './rows.ts';

let db: TestDatabase;
const actor = (organisationId: number, role: Actor['role'] = 'editor', circleIds: number[] = []): Actor =>
  ({ accountId: organisationId * 10, organisationId, role, circleIds });
const [ALPHA, BETA] = [1, 2];
const audiences: Audience[] = ['public', 'network', 'circle', 'owner'];

beforeAll(async () => {
  db = await freshDatabase();
  await db.owner.query(`
    create table things (id int primary key, network_id int not null default 1, owner_id int not null, audience audience not null,
      circle_id int, batch_id int, what text, recorded_at timestamptz not null default transaction_timestamp());
    call platform_protect('things')`);
  // two owners, each with one thing for each audience; the circle is number 5
  await db.superuser.query(`insert into things select row_number() over (), 1, o, a::audience, case when a = 'circle' then 5 end
    from generate_series(1, 2) o, unnest($1::text[]) a`, [audiences]);
});
afterAll(() => db.dispose());

const Thing = z.object({ id: z.number(), ownerId: z.number(), audience: z.enum(['public', 'network', 'circle', 'owner']), circleId: z.number().nullable() });
const seen = (who: Actor) => db.app.transaction(who, (tx) => many(tx, Thing, 'select id, owner_id, audience, circle_id from things order by id'));
const all = () => many(db.superuser, Thing, 'select id, owner_id, audience, circle_id from things order by id');

describe('who reads', () => {
  test.each<[string, Actor]>([
    ['a stranger', STRANGER],
    ['a member of the network', actor(3, 'reader')],
    ['a member of the circle', actor(3, 'reader', [4, 5])],
    ['a member of another circle', actor(3, 'administrator', [6])],
    ['an owner', actor(ALPHA, 'reader')],
  ])('%s reads what the one rule in the kernel says', async (_, who) => {
    const expected = (await all()).filter((t) => mayRead(who, t)).map((t) => t.id);
    expect((await seen(who)).map((t) => t.id)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(8);
  });

  test('each audience shuts somebody out: the rule is not "everything"', async () => {
    const count = async (who: Actor) => (await seen(who)).length;
    expect([await count(STRANGER), await count(actor(3)), await count(actor(3, 'reader', [5])), await count(actor(ALPHA, 'reader', [5]))]).toEqual([2, 4, 6, 7]);
  });

  test('may_read says the same for a single record', async () => {
    const who = actor(ALPHA, 'reader', [5]);
    const rows = await db.app.transaction(who, (tx) => tx.query(
      `select owner, a, may_read(a::audience, owner, case when a = 'circle' then 5 end) as may from generate_series(1, 3) owner, unnest($1::text[]) a`, [audiences]));
    for (const r of rows.rows) expect(r.may, JSON.stringify(r)).toBe(mayRead(who, { ownerId: Number(r.owner), audience: r.a as Audience, circleId: r.a === 'circle' ? 5 : null }));
  });

  test('not even the owner of the table passes by: row-level security is forced', async () => {
    expect((await db.owner.query('select from things')).rowCount).toBe(0);
  });
});

describe('who writes', () => {
  const insert = (who: Actor, ownerId: number, audience: Audience = 'owner', circleId: number | null = null) =>
    db.app.transaction(who, async (tx) => {
      await tx.query('insert into things (id, owner_id, audience, circle_id) values (100, $1, $2, $3)', [ownerId, audience, circleId]);
      throw new Error('undo');
    });
  const refused = /row-level security/;

  test.each<[string, RegExp, Actor, number, Audience, number | null]>([
    ['a reporter for the own organisation', /undo/, actor(ALPHA, 'reporter'), ALPHA, 'public', null],
    ['an editor for a circle of its own', /undo/, actor(ALPHA, 'editor', [5]), ALPHA, 'circle', 5],
    ['a reader', refused, actor(ALPHA, 'reader'), ALPHA, 'owner', null],
    ['a stranger', refused, STRANGER, ALPHA, 'public', null],
    ['an administrator for another organisation', refused, actor(ALPHA, 'administrator'), BETA, 'owner', null],
    ['an editor for a circle of others', refused, actor(ALPHA, 'editor', [5]), ALPHA, 'circle', 6],
    ['an editor for a circle without a name', refused, actor(ALPHA, 'editor', [5]), ALPHA, 'circle', null],
  ])('%s: %s', async (_, outcome, who, ownerId, audience, circleId) => {
    await expect(insert(who, ownerId, audience, circleId)).rejects.toThrow(outcome);
  });

  const touched = (who: Actor, sql: string) => db.app.transaction(who, async (tx) => (await tx.query(sql)).rowCount);

  test('others\' public things can be read but neither changed nor removed', async () => {
    expect(await touched(actor(BETA, 'administrator'), `update things set what = 'x' where owner_id = ${ALPHA}`)).toBe(0);
    expect(await touched(actor(BETA, 'administrator'), `delete from things where owner_id = ${ALPHA}`)).toBe(0);
    expect(await touched(actor(ALPHA, 'reader'), `update things set what = 'x' where owner_id = ${ALPHA}`)).toBe(0);
    expect(await touched(actor(ALPHA, 'reporter', [5]), `update things set what = 'x' where owner_id = ${ALPHA}`)).toBe(4);
  });

  test('a thing can\'t be given to somebody else', async () => {
    await expect(touched(actor(ALPHA), `update things set owner_id = ${BETA} where id = 1`)).rejects.toThrow(refused);
  });

  test.each(['things_read', 'things_add', 'things_change', 'things_remove'])('without the policy %s the rule would be another', async (policy) => {
    const before = await outcome();
    await db.owner.query('begin');
    await db.owner.query(`drop policy ${policy} on things`);
    await db.owner.query('commit');
    const after = await outcome();
    await db.owner.query(`drop policy if exists things_read on things; drop policy if exists things_add on things;
      drop policy if exists things_change on things; drop policy if exists things_remove on things; call platform_protect('things')`);
    expect(after).not.toEqual(before);
  });

  const outcome = () => db.app.transaction(actor(ALPHA), async (tx) => {
    const tried = async (sql: string) => {
      await tx.query('savepoint s');
      const result = await tx.query(sql).then((r) => r.rowCount, () => 'refused');
      await tx.query('rollback to s');
      return result;
    };
    return [await tried('select from things'), await tried(`insert into things (id, owner_id, audience) values (100, ${ALPHA}, 'owner')`),
      await tried(`update things set what = 'y' where owner_id = ${ALPHA}`), await tried(`delete from things where owner_id = ${ALPHA}`)];
  });
});
