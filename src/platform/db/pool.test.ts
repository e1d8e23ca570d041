import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { STRANGER, type Actor } from '../../kernel/audience.ts';
import { makePool } from './pool.ts';
import { many, maybe, one } from './rows.ts';

let db: TestDatabase;
const actor: Actor = { accountId: 7, organisationId: 3, role: 'editor', circleIds: [4, 5] };
beforeAll(async () => { db = await freshDatabase(); });
afterAll(() => db.dispose());

const asStranger = <T>(fn: Parameters<typeof db.app.transaction<T>>[1]) => db.app.transaction(STRANGER, fn);

describe('a transaction', () => {
  const claims = `select claim_account() as account, claim_organisation() as organisation, claim_role() as role,
    claim_circles() as circles, claim_purpose() as purpose, current_setting('app.batch', true) as batch`;

  test('carries the claims of its actor, and the next one on the same connection none of them', async () => {
    const one = makePool({ connection: db.appConnection, max: 1, timeoutMs: 1000, applicationName: 'one' });
    const first = await one.transaction(actor, (tx) => tx.query(claims), { purpose: 'job', batchId: 12 });
    expect(first.rows[0]).toEqual({ account: 7, organisation: 3, role: 'editor', circles: [4, 5], purpose: 'job', batch: '12' });
    const second = await one.transaction(STRANGER, (tx) => tx.query(claims));
    expect(second.rows[0]).toEqual({ account: null, organisation: null, role: null, circles: null, purpose: null, batch: '' });
    expect((await one.query(claims)).rows[0]).toMatchObject({ account: null, role: null });
    await one.end();
  });

  test('that throws leaves nothing behind, and its connection serves the next one', async () => {
    await expect(asStranger(async (tx) => {
      await tx.query('create temporary table gone (id int)');
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await asStranger((tx) => tx.query(`select to_regclass('gone') as found`)).then((r) => r.rows)).toEqual([{ found: null }]);
    expect(db.app.inUse).toBe(0);
  });

  test('gives a statement up after its time', async () => {
    const slow = db.app.transaction(STRANGER, (tx) => tx.query('select pg_sleep(10)'), { timeoutMs: 50 });
    await expect(slow).rejects.toThrow(/statement timeout/);
  });

  test('that only reads can\'t write', async () => {
    await expect(db.app.transaction(STRANGER, (tx) => tx.query('create temporary table t (id int)'), { readOnly: true })).rejects.toThrow(/read-only/);
  });

  test('survives a connection that breaks: the pool makes a new one', async () => {
    await expect(asStranger((tx) => tx.query('select pg_terminate_backend(pg_backend_pid())'))).rejects.toThrow(/terminating connection/);
    expect((await asStranger((tx) => tx.query('select 1 as fine'))).rows).toEqual([{ fine: 1 }]);
  });

  test('tells slow statements by their text, never by their values', async () => {
    const told: string[] = [];
    const pool = makePool({ connection: db.appConnection, max: 1, timeoutMs: 5000, applicationName: 'slow', slowMs: 20, onSlow: (sql, ms) => told.push(`${sql} ${ms >= 20}`) });
    await pool.transaction(STRANGER, async (tx) => {
      await tx.query('select pg_sleep(0.05), $1::text', ['Ana']);
      await tx.query('select 1');
    });
    await pool.end();
    expect(told).toEqual(['select pg_sleep(0.05), $1::text true']);
  });

  test('whose connection is not given back is noticed', async () => {
    const client = await db.app.inner.connect();
    expect(db.app.inUse).toBe(1);
    client.release();
    expect(db.app.inUse).toBe(0);
  });
});

describe('rows', () => {
  const Row = z.object({
    wholeNumber: z.number(), beyond: z.string(), amount: z.string(), day: z.string(), at: z.string(), nothing: z.null(), days: z.array(z.string()), amounts: z.array(z.string().nullable()), inside: z.object({ snake_case: z.number() }), sharp: z.string(), never: z.string(),
  });

  test('come with exact decimals, plain days, instants in UTC and names as in the model', async () => {
    const sql = `select 42::int8 as whole_number, 9007199254740993::int8 as beyond, 0.1000000000000000000001 as amount, date '2026-01-31' as day,
      timestamptz '2026-01-31 12:00:00.123456+02' as at, null as nothing, array[date '2026-01-31'] as days, array[0.10, null]::numeric[] as amounts,
      jsonb_build_object('snake_case', 1) as inside, timestamptz '2026-01-31 12:00:00.5+00' as sharp, timestamptz 'infinity' as never`;
    expect(await asStranger((tx) => one(tx, Row, sql))).toEqual({
      wholeNumber: 42, beyond: '9007199254740993', amount: '0.1000000000000000000001', day: '2026-01-31',
      at: '2026-01-31T10:00:00.123456Z', nothing: null, days: ['2026-01-31'], amounts: ['0.10', null], inside: { snake_case: 1 },
      sharp: '2026-01-31T12:00:00.500000Z', never: 'infinity',
    });
  });

  const N = z.object({ n: z.number() });
  test('one wants one, maybe takes none, many takes all', async () => {
    await asStranger(async (tx) => {
      expect(await many(tx, N, 'select generate_series(1, $1::int) as n', [3])).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
      expect(await maybe(tx, N, 'select 1 as n where false')).toBeUndefined();
      await expect(one(tx, N, 'select generate_series(1, 2) as n')).rejects.toThrow('expected one row, got 2');
    });
  });

  test('that differ from the model are an error, not a surprise later', async () => {
    await expect(asStranger((tx) => many(tx, N, `select 'text' as n`))).rejects.toThrow(/number/);
  });
});
