import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { STRANGER, type Actor } from '../../kernel/audience.ts';

let db: TestDatabase;
const ALPHA: Actor = { accountId: 1, organisationId: 1, role: 'editor', circleIds: [5, 6] };

beforeAll(async () => {
  db = await freshDatabase();
  await db.owner.query(`
    create table notes (id int generated always as identity primary key, network_id int not null default 1, owner_id int not null default 1,
      audience audience not null default 'public', circle_id int, batch_id int, what text not null,
      length int generated always as (length(what)) stored, recorded_at timestamptz not null default transaction_timestamp());
    call platform_protect('notes');
    call platform_keep_history('notes')`);
});
beforeEach(() => db.superuser.query('truncate notes restart identity; truncate notes_history'));
afterAll(() => db.dispose());

const run = (sql: string, batchId?: number, who = ALPHA) => db.app.transaction(who, (tx) => tx.query(sql), { batchId });
const texts = async (sql: string, who = ALPHA) => (await run(sql, undefined, who)).rows.map((r) => r.what);
/** A moment between two transactions. */
const moment = async () => (await db.superuser.query<{ now: string }>('select clock_timestamp() as now')).rows[0]!.now;
const asOf = (at: string, who = ALPHA) => texts(`select what from notes_as_of('${at}') order by what`, who);

describe('views as of a moment', () => {
  test('show what was there then, through changes and removals', async () => {
    const start = await moment();
    await run(`insert into notes (what) values ('a'), ('b')`);
    const afterInsert = await moment();
    await run(`update notes set what = 'A' where what = 'a'`);
    const afterUpdate = await moment();
    await run(`delete from notes where what = 'b'`);
    const end = await moment();
    expect(await asOf(start)).toEqual([]);
    expect(await asOf(afterInsert)).toEqual(['a', 'b']);
    expect(await asOf(afterUpdate)).toEqual(['A', 'b']);
    expect(await asOf(end)).toEqual(['A']);
  });

  test('versions of a record follow each other without gap and without overlap', async () => {
    await run(`insert into notes (what) values ('1')`);
    for (const n of ['2', '3', '4']) await run(`update notes set what = '${n}'`);
    const { rows } = await db.superuser.query(`select what, recorded_at, ended_at from notes_history union all select what, recorded_at, null from notes order by what`);
    expect(rows.map((r) => r.what)).toEqual(['1', '2', '3', '4']);
    rows.slice(1).forEach((r, i) => expect(r.recorded_at).toBe(rows[i]!.ended_at));
    for (const r of rows.slice(0, -1)) expect(r.ended_at > r.recorded_at).toBe(true);
  });

  test('a transaction that began earlier and changes later makes no span that ends before it begins', async () => {
    await run(`insert into notes (what) values ('first')`);
    await db.app.transaction(ALPHA, async (early) => {
      await run(`update notes set what = 'second'`);   // a transaction that begins and commits within
      await early.query(`update notes set what = 'third'`);
    });
    const { rows } = await db.superuser.query(`select recorded_at, ended_at from notes_history union all select recorded_at, 'infinity' from notes order by 1`);
    expect(rows).toHaveLength(3);
    expect(rows.slice(1).map((r) => r.recorded_at)).toEqual(rows.slice(0, -1).map((r) => r.ended_at));
    expect(rows.every((r) => r.ended_at > r.recorded_at)).toBe(true);
  });
});

test('inserting writes no history, and what one transaction makes and changes is one version', async () => {
  await db.app.transaction(ALPHA, async (tx) => {
    await tx.query(`insert into notes (what) values ('draft')`);
    await tx.query(`update notes set what = 'final'`);
  });
  expect((await db.superuser.query('select from notes_history')).rowCount).toBe(0);
  expect(await texts('select what from notes')).toEqual(['final']);
});

describe('who reads the past', () => {
  test('whoever could read the version, and nobody else', async () => {
    await run(`insert into notes (what, audience) values ('open', 'public'), ('closed', 'owner')`);
    await run('delete from notes');
    expect(await texts('select what from notes_history order by what')).toEqual(['closed', 'open']);
    expect(await texts('select what from notes_history', STRANGER)).toEqual(['open']);
  });

  test('a record that is given to fewer readers takes its wider past with it', async () => {
    await run(`insert into notes (what) values ('by mistake')`);
    const public_ = await moment();
    await run(`update notes set what = 'mended', audience = 'owner'`);
    expect(await texts('select what from notes_history', STRANGER)).toEqual([]);
    expect(await asOf(public_, STRANGER)).toEqual([]);
    expect(await asOf(public_)).toEqual(['by mistake']);
  });

  test('from one circle to another, the first one loses the past, the second never had it', async () => {
    await run(`insert into notes (what, audience, circle_id) values ('for five', 'circle', 5)`);
    await run(`update notes set circle_id = 6`);
    const member = (circle: number): Actor => ({ accountId: 9, organisationId: 9, role: 'reader', circleIds: [circle] });
    expect(await texts('select what from notes_history', member(5))).toEqual([]);
    expect(await texts('select what from notes_history', member(6))).toEqual([]);
    expect(await texts('select what from notes_history')).toEqual(['for five']);
  });

  test('a record that is given to more readers keeps its past for those who had it', async () => {
    await run(`insert into notes (what, audience) values ('draft', 'owner')`);
    await run(`update notes set what = 'published', audience = 'public'`);
    expect(await texts('select what from notes_history', STRANGER)).toEqual([]);
    expect(await texts('select what from notes_history')).toEqual(['draft']);
  });

  test.each(['insert into notes_history select *, now() from notes', `update notes_history set what = 'forged'`, 'delete from notes_history'])(
    'the application can\'t forge it: %s', async (sql) => {
      await expect(run(sql)).rejects.toThrow(/permission denied/);
    });

  test('without its policies nothing is kept and nothing is seen', async () => {
    await run(`insert into notes (what) values ('a')`);
    await db.owner.query('alter policy notes_history_keep on notes_history using (false) with check (false)');
    await expect(run(`update notes set what = 'b'`)).rejects.toThrow(/row-level security/);
    await db.owner.query('alter policy notes_history_keep on notes_history using (true) with check (true)');
    await run(`update notes set what = 'b'`);
    await db.owner.query('drop policy notes_read_history on notes_history');
    expect(await texts('select what from notes_history')).toEqual([]);
    await db.owner.query(`call platform_keep_history('notes')`);   // it can be called again, and mends
    expect(await texts('select what from notes_history')).toEqual(['a']);
  });
});

describe('undo of a batch', () => {
  test('puts back exactly what was there, whether the batch changed, removed or added it', async () => {
    await run(`insert into notes (what, batch_id) values ('kept', 1), ('changed', 1), ('removed', 1)`);
    const content = () => db.superuser.query('select id, what, audience, batch_id, length from notes order by id').then((r) => r.rows);
    const before = await content();
    await db.app.transaction(ALPHA, async (tx) => {
      await tx.query(`update notes set what = 'other', audience = 'owner', batch_id = 2 where what = 'changed'`);
      await tx.query(`delete from notes where what = 'removed'`);
      await tx.query(`insert into notes (what, batch_id) values ('added', 2)`);
    }, { batchId: 2 });
    expect(await content()).not.toEqual(before);
    const middle = await moment();
    const { rows } = await run(`select * from platform_undo_batch('notes', 2)`);
    expect(rows).toEqual([{ removed: 2, restored: 2 }]);
    expect(await content()).toEqual(before);
    expect(await asOf(middle)).toEqual(['added', 'kept', 'other']);   // that it was there once is not forgotten
  });

  test('is refused to those who may not write: nothing moves', async () => {
    await run(`insert into notes (what, batch_id) values ('a', 1)`);
    const { rows } = await run(`select * from platform_undo_batch('notes', 1)`, undefined, { ...ALPHA, role: 'reader' });
    expect(rows).toEqual([{ removed: 0, restored: 0 }]);
  });
});

test('a column that is added later is kept too, once history is told', async () => {
  await db.owner.query('alter table notes add column place text');
  await db.owner.query(`call platform_keep_history('notes')`);
  await run(`insert into notes (what, place) values ('a', 'north')`);
  const then = await moment();
  await run(`update notes set place = 'south'`);
  expect((await run(`select place from notes_as_of('${then}')`)).rows).toEqual([{ place: 'north' }]);
});

test('a table without policies gets no history by mistake', async () => {
  await db.owner.query('create table bare (id int primary key, recorded_at timestamptz not null default now())');
  await expect(db.owner.query(`call platform_keep_history('bare')`)).rejects.toThrow(/policies first/);
});
