import { mkdtempSync } from 'node:fs';
import { appendFile, rm, unlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { STRANGER } from '../../kernel/audience.ts';
import type { Queryable } from './rows.ts';
import { MIGRATIONS, migrate, readMigrations } from './migrate.ts';

let db: TestDatabase;
let folder: string;
beforeEach(async () => {
  db = await freshDatabase();
  await db.owner.query('delete from platform_migrations');   // only files of this test's folder count
  folder = mkdtempSync(path.join(os.tmpdir(), 'tessera-migrations-'));
});
afterEach(async () => {
  await db.dispose();
  await rm(folder, { recursive: true });
});

const write = (name: string, sql: string) => writeFile(path.join(folder, name), sql);
const run = () => migrate(db.owner, db.jobsConnection, folder);
const there = async (table: string) => (await db.owner.query('select to_regclass($1) is not null as there', [table])).rows[0].there as boolean;

test('files run once, in order', async () => {
  await write('0002-test-more.sql', 'alter table first_table add column more int');
  await write('0001-test-first.sql', 'create table first_table (id int)');
  expect((await run()).applied).toEqual(['0001-test-first.sql', '0002-test-more.sql']);
  expect((await run()).applied).toEqual([]);
});

test('a file that fails leaves nothing of itself, and its line is named', async () => {
  await write('0001-test-first.sql', 'create table first_table (id int)');
  await write('0002-test-bad.sql', 'create table second_table (id int);\n\nselect nonsense;');
  await expect(run()).rejects.toThrow(/0002-test-bad\.sql:3: .*nonsense/);
  expect([await there('first_table'), await there('second_table')]).toEqual([true, false]);
});

test('an applied file that was edited is refused', async () => {
  await write('0001-test-first.sql', 'create table first_table (id int)');
  await run();
  await appendFile(path.join(folder, '0001-test-first.sql'), ' ');
  await expect(run()).rejects.toThrow(/0001-test-first\.sql was changed after it was applied/);
});

test('a database of a newer program is refused', async () => {
  await write('0001-test-first.sql', 'create table first_table (id int)');
  await run();
  await unlink(path.join(folder, '0001-test-first.sql'));
  await expect(run()).rejects.toThrow(/newer/);
});

test('a file that comes too late for its number is refused', async () => {
  await write('0002-test-second.sql', 'select 1');
  await run();
  await write('0001-test-late.sql', 'select 1');
  await expect(run()).rejects.toThrow(/later number/);
});

test.each([['0001-Test.sql'], ['1-test.sql']])('a name that breaks the pattern is refused: %s', async (name) => {
  await write(name, 'select 1');
  await expect(readMigrations(folder)).rejects.toThrow(/NNNN-<slice>-<what>/);
});

test('two files with one number are refused', async () => {
  await write('0001-test-a.sql', 'select 1');
  await write('0001-test-b.sql', 'select 1');
  await expect(readMigrations(folder)).rejects.toThrow(/next free one/);
});

test('two processes that migrate at once do it once', async () => {
  await write('0001-test-slow.sql', 'create table slow_table (id int); select pg_sleep(0.3)');
  const other = new pg.Client({ host: db.owner.host, port: db.owner.port, user: db.owner.user, password: db.owner.password as string, database: db.name });
  await other.connect();
  const [one, two] = await Promise.all([run(), migrate(other, db.jobsConnection, folder)]);
  await other.end();
  expect([...one.applied, ...two.applied]).toEqual(['0001-test-slow.sql']);
});

test('our own migrations are in order', async () => {
  expect((await readMigrations(MIGRATIONS)).map((m) => m.name)[0]).toBe('0001-platform-base.sql');
});

test('the application enqueues a job in its own transaction: an undone transaction enqueues nothing, one key is one job', async () => {
  const enqueue = (key: string | null) => (tx: Queryable) => tx.query('select platform_enqueue($1, $2, $3) as id', ['recount', JSON.stringify({ scope: 'public' }), key]);
  await db.app.transaction(STRANGER, enqueue('public'));
  await db.app.transaction(STRANGER, enqueue('public'));
  await expect(db.app.transaction(STRANGER, async (tx) => { await enqueue(null)(tx); throw new Error('no'); })).rejects.toThrow('no');
  const { rows } = await db.superuser.query('select task_identifier as task, key from graphile_worker.jobs');
  expect(rows).toEqual([{ task: 'recount', key: 'public' }]);
});

test('the application neither reads the queue nor makes anything; the queue\'s role reads none of our tables', async () => {
  const asApp = (sql: string) => db.app.transaction(STRANGER, (tx) => tx.query(sql));
  await expect(asApp('select * from graphile_worker.jobs')).rejects.toThrow(/permission denied/);
  await expect(asApp(`select graphile_worker.add_job('x')`)).rejects.toThrow(/permission denied/);
  await expect(asApp('create table mine (id int)')).rejects.toThrow(/permission denied/);
  await expect(asApp('create schema mine')).rejects.toThrow(/permission denied/);
  await expect(asApp('select * from platform_migrations')).rejects.toThrow(/permission denied/);
  const jobs = new pg.Client(db.jobsConnection);
  await jobs.connect();
  for (const sql of ['select * from access_accounts', 'create table public.mine (id int)', 'create schema mine']) {
    await expect(jobs.query(sql)).rejects.toThrow(/permission denied/);
  }
  const { rows } = await jobs.query(`select count(*)::int as n from graphile_worker.jobs`);
  expect(rows).toEqual([{ n: 0 }]);
  await jobs.end();
});

test('no login is superuser, owner of tables, or passes by row-level security', async () => {
  const { rows } = await db.superuser.query(`select r.rolname as role, r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as mighty,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = r.oid and n.nspname = 'public') as owns
    from pg_roles r where r.rolname = any ($1) order by 1`, [['tessera_app', db.appConnection.user, db.jobsConnection.user]]);
  expect(rows).toHaveLength(3);
  for (const r of rows) expect(r).toMatchObject({ mighty: false, owns: 0 });
});
