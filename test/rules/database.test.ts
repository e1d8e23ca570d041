import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../database.ts';

let db: TestDatabase;
beforeAll(async () => { db = await freshDatabase(); });
afterAll(() => db.dispose());
const list = async (sql: string) => (await db.superuser.query<{ found: string }>(sql)).rows.map((r) => r.found);

/** Tables without a history twin, and why. */
const withoutHistory: Record<string, string> = {
  access_accounts: 'personal data; what happened to an account is in the audit',
  access_sessions: 'personal data; ends with the session',
  access_links: 'secrets; end with their use',
  access_audit: 'is a history: append-only, chained',
  intake_batches: 'is a history: docs/decisions/0011-batches-are-their-own-history.md',
  intake_chunks: 'the original bytes; never changed',
  intake_problems: 'what was found when a file was read; never changed',
  funds_generation: 'a counter',
  funds_runs: 'derived, counted anew', funds_facts: 'derived, counted anew', funds_sums: 'derived, counted anew', funds_parties: 'derived, counted anew', funds_plans: 'derived, counted anew',
};

const unprotected = `select c.relname as found from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and c.relname <> 'platform_migrations' and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`;
const unindexed = `select f.conrelid::regclass || '.' || (select string_agg(attname, ',') from pg_attribute where attrelid = f.conrelid and attnum = any (f.conkey)) as found
  from pg_constraint f where f.contype = 'f' and f.connamespace = 'public'::regnamespace and not exists (
    select from pg_index i where i.indrelid = f.conrelid and i.indpred is null and i.indkey[0] = any (f.conkey)) order by 1`;
const withoutTwin = `select c.relname as found from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like '%\\_history'
  and c.relname <> 'platform_migrations' and to_regclass(c.relname || '_history') is null order by 1`;

describe('the schema', () => {
  test('row-level security is enabled and forced on every table', async () => {
    expect(await list(unprotected)).toEqual([]);
  });

  test('the list of applied migrations is nobody’s but the owner’s', async () => {
    expect(await list(`select relrowsecurity::text as found from pg_class where relname = 'platform_migrations'`)).toEqual(['true']);
    expect(await list(`select grantee as found from information_schema.role_table_grants where table_name = 'platform_migrations' and grantee like '%app%'`)).toEqual([]);
  });

  test('every policy is for the application, or for the owner where a trigger or a count needs it', async () => {
    expect(await list(`select distinct roles::text as found from pg_policies where schemaname = 'public' order by 1`)).toEqual(['{tessera_app}', '{tessera_test_owner}']);
    expect((await list(`select policyname as found from pg_policies where roles::text <> '{tessera_app}' and policyname not like '%\\_history\\_keep' order by 1`))).toEqual(['accounts_counted', 'audit_chain']);
  });

  test('claims are asked once a statement, never once a row', async () => {
    expect(await list(`select tablename || '.' || policyname as found from pg_policies where schemaname = 'public'
      and (coalesce(qual, '') || coalesce(with_check, '')) ~ '(?<!SELECT )\\m(funds_)?claim_\\w+\\(' order by 1`)).toEqual([]);
  });

  test('every foreign key is indexed', async () => {
    expect(await list(unindexed)).toEqual([]);
  });

  test('every table keeps its history, or it says here why not', async () => {
    expect(await list(withoutTwin)).toEqual(Object.keys(withoutHistory).sort());
  });

  test('a history twin has the columns of its table, and two of its own', async () => {
    expect(await list(`select b.relname || '.' || a.attname as found from pg_class b join pg_class h on h.relname = b.relname || '_history' join pg_attribute a on a.attrelid = b.oid and a.attnum > 0 and not a.attisdropped
      where b.relnamespace = 'public'::regnamespace and not exists (select from pg_attribute x where x.attrelid = h.oid and x.attname = a.attname and x.atttypid = a.atttypid)`)).toEqual([]);
  });

  test('functions that run with the owner’s rights fix their search path, and only the application may call them', async () => {
    const definers = `from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`;
    expect(await list(`select p.proname as found ${definers} and not coalesce(p.proconfig::text like '%search_path=public, pg_temp%', false) order by 1`)).toEqual([]);
    expect(await list(`select p.proname as found ${definers} and p.prorettype <> 'trigger'::regtype and has_function_privilege('public', p.oid, 'execute') order by 1`)).toEqual([]);
  });
});

describe('the application’s role', () => {
  test('is neither superuser nor owner, may not bypass row-level security, and makes nothing', async () => {
    const login = db.appConnection.user!;
    const { rows: [role] } = await db.superuser.query('select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = $1', [login]);
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false });
    expect(await list(`select relname as found from pg_class where relnamespace = 'public'::regnamespace and pg_get_userbyid(relowner) in ('${login}', 'tessera_app')`)).toEqual([]);
    expect(await list(`select r.rolname as found from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = '${login}'::regrole`)).toEqual(['tessera_app']);
    await expect(db.app.query('create table public.mine (x int)')).rejects.toThrow(/permission denied/);
    await expect(db.app.query('set row_security = off; select * from access_accounts')).rejects.toThrow(/row-level security/);
    await expect(db.app.query('truncate intake_batches')).rejects.toThrow(/permission denied/);
  });

  test('has no right on the job queue', async () => {
    expect(await list(`select 'usage' as found where has_schema_privilege('${db.appConnection.user}', 'graphile_worker', 'usage')`)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  test.each([
    ['a table without row-level security', 'create table seeded (id int primary key)', unprotected, 'seeded'],
    ['one that its owner may read past', 'create table seeded (id int primary key); alter table seeded enable row level security', unprotected, 'seeded'],
    ['a foreign key without an index', 'create table seeded (batch int references intake_batches (id))', unindexed, 'seeded.batch'],
    ['a table without history', 'create table seeded (id int primary key)', withoutTwin, 'seeded'],
  ])('%s is found', async (_, sql, rule, found) => {
    await db.superuser.query(`begin; ${sql}`);
    try {
      expect(await list(rule)).toContain(found);
    } finally {
      await db.superuser.query('rollback');
    }
  });
});
