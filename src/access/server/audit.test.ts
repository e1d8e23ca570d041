import { afterAll, beforeAll, expect, test } from 'vitest';
import { world, type World } from '../../../test/world.ts';

let w: World;
beforeAll(async () => {
  w = await world();
  for (let i = 0; i < 3; i++) await w.as('editor').post('/access/circles', { name: `Circle ${i}`, organisationIds: [] });
  await w.as('neighbour').post('/access/circles', { name: 'Theirs', organisationIds: [] });
  await w.as('administrator').post('/organisations/members', { name: 'Epsilon', identifier: null, kind: null, level: null });
});
afterAll(() => w.close());

const audit = (name: 'administrator' | 'editor' | 'neighbour' = 'administrator', query: object = {}) => w.as(name).get('/access/audit', query as Record<string, unknown>);
type Entry = { id: number; operation: string; account: string | null; organisation: string | null; about: object; requestId: string };

test('an administrator reads who did what, newest first, and that the chain holds', async () => {
  const { body } = await audit();
  expect(body.entries.map((e: Entry) => [e.id, e.operation, e.account, e.organisation])).toEqual([
    [5, 'organisations.add', 'Person administrator', 'Alpha'], [4, 'access.make-circle', 'Person neighbour', 'Beta'],
    [3, 'access.make-circle', 'Person editor', 'Alpha'], [2, 'access.make-circle', 'Person editor', 'Alpha'], [1, 'access.make-circle', 'Person editor', 'Alpha']]);
  expect([body.chainHolds, body.entries[0].requestId]).toEqual([true, expect.any(String)]);
});

test('pages follow one another', async () => {
  const first = (await audit('administrator', { limit: 2 })).body.entries as Entry[];
  const second = (await audit('administrator', { limit: 2, before: first.at(-1)!.id })).body.entries as Entry[];
  expect([...first, ...second].map((e) => e.id)).toEqual([5, 4, 3, 2]);
});

test('an editor reads what was done in the own organisation, by whom, and nothing of the chain', async () => {
  const { body } = await audit('editor');
  expect(body.entries.map((e: Entry) => [e.id, e.account])).toEqual([[5, 'Person administrator'], [3, 'Person editor'], [2, 'Person editor'], [1, 'Person editor']]);
  expect(body.chainHolds).toBeNull();
  expect((await audit('neighbour')).body.entries.map((e: Entry) => e.id)).toEqual([4]);
});

test('nobody changes or removes a row: not the application, not the owner of the tables', async () => {
  for (const sql of ['update access_audit set operation = \'nothing\'', 'delete from access_audit', 'truncate access_audit']) {
    await expect(w.db.app.transaction(w.actor('administrator'), (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
    await expect(w.db.owner.query(sql)).rejects.toThrow(/append-only/);
  }
});

test('the writer cannot say who, when, or where in the chain', async () => {
  const forge = (columns: string, values: string) => w.db.app.transaction(w.actor('editor'), (tx) => tx.query(`insert into access_audit (operation, ${columns}) values ('x.y', ${values})`));
  for (const [column, value] of [['account_id', '1'], ['organisation_id', '1'], ['at', 'now()'], ['hash', `'\\x00'`], ['id', '99'], ['previous_hash', 'null']]) await expect(forge(column!, value!)).rejects.toThrow(/permission denied/);
});

test('writes that happen at once make one chain without a gap', async () => {
  const before = (await audit()).body.entries[0].id as number;
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => w.as(i % 2 ? 'editor' : 'member').post('/access/circles', { name: `At once ${i}`, organisationIds: [] })));
  expect(answers.map((a) => a.status)).toEqual(answers.map(() => 200));
  const { body } = await audit('administrator', { limit: 20 });
  expect(body.entries.map((e: Entry) => e.id)).toEqual(Array.from({ length: 20 }, (_, i) => before + 20 - i));
  expect(body.chainHolds).toBe(true);
});

test.each([
  ['the deed', `operation = 'access.invite'`], ['what it was about', `about = '{}'`], ['the person', 'account_id = 1 + account_id'], ['the organisation', 'organisation_id = null'],
  ['the time', `at = at - interval '1 microsecond'`], ['the request', `request_id = 'other'`], ['the hash itself', `hash = sha256('x')`], ['the row before', `previous_hash = sha256('x')`],
])('whoever changes %s of a row behind our back is found out', async (_, change) => {
  const untouched = (await w.db.superuser.query('select * from access_audit where id = 2')).rows[0];
  await w.db.superuser.query(`alter table access_audit disable trigger user`);
  await w.db.superuser.query(`update access_audit set ${change} where id = 2`);
  expect((await audit()).body.chainHolds).toBe(false);
  await w.db.superuser.query('update access_audit set operation = $1, about = $2, account_id = $3, organisation_id = $4, at = $5, request_id = $6, hash = $7, previous_hash = $8 where id = 2',
    [untouched.operation, untouched.about, untouched.account_id, untouched.organisation_id, untouched.at, untouched.request_id, untouched.hash, untouched.previous_hash]);
  await w.db.superuser.query(`alter table access_audit enable trigger user`);
  expect((await audit()).body.chainHolds).toBe(true);
});

test.each([['the first', 1], ['one in the middle', 3]])('a row that was taken away is missed: %s', async (_, id) => {
  await w.db.superuser.query(`begin; alter table access_audit disable trigger user; create temporary table taken as select * from access_audit where id = ${id}; delete from access_audit where id = ${id}; alter table access_audit enable trigger user; commit`);
  expect((await audit()).body.chainHolds).toBe(false);
  await w.db.superuser.query('begin; alter table access_audit disable trigger user; insert into access_audit select * from taken; drop table taken; alter table access_audit enable trigger user; commit');
  expect((await audit()).body.chainHolds).toBe(true);
});
