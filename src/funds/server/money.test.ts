import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, moneyFile } from '../../../test/money-files.ts';
import { world, type CastName, type World } from '../../../test/world.ts';
import type { Figure } from '../../kernel/figure.ts';

let w: World;
beforeAll(async () => { w = await world(); });
afterAll(() => w.close());

async function bring(who: CastName, name: string, content: string, fields: Record<string, string> = {}) {
  const { body } = await w.as(who).upload('/intake/batches', { fields, files: [{ name, content }] });
  const batch = await w.wait(body.id, who);
  await w.runJobs();
  return batch;
}
async function undo(who: CastName, id: number) {
  await w.as(who).post(`/intake/batches/${id}/undo`);
  await w.runJobs();
}
const ask = async (who: CastName, path: string, query: Record<string, unknown> = {}) => {
  const { status, body } = await w.as(who).get(`/funds/${path}`, query);
  expect(status, `${JSON.stringify(body)} ${status === 200 ? '' : w.lines.filter((l) => l.includes('"err"')).at(-1)}`).toBe(200);
  return body;
};
const valueOf = (f: Figure) => Number(f.value);
const bucketsOf = (body: { buckets: { bucket: string; figure: Figure }[] }) => Object.fromEntries(body.buckets.filter((b) => valueOf(b.figure) !== 0).map((b) => [b.bucket, valueOf(b.figure)]));

describe('the worked example', () => {
  let batch: { id: number };
  beforeAll(async () => { batch = await bring('reporter', 'chain.xml', moneyFile(chain)); });
  afterAll(() => undo('reporter', batch.id));

  test('is counted as the method page says', async () => {
    const o = await ask('stranger', 'overview');
    expect([o.naive, o.receiverOnly, o.entry, o.end, o.retained].map(valueOf)).toEqual([335, 40, 140, 130, 10]);
    expect(bucketsOf(o)).toEqual({ entered: 140, 'passed-on': 235 });
    expect(o.boundary).toMatchObject({ kind: 'default', organisations: 3 });
    expect(valueOf(o.traceable.bothSides)).toBe(160);
    expect(valueOf(o.traceable.oneSided)).toBe(85);
    expect(o.recounting).toBe(false);
  });

  test('in original currencies: naive without types, entry and end', async () => {
    const rows = async (query: Record<string, unknown>) => (await ask('stranger', 'by-currency', query)).rows.map((r: { currency: string; transactionType: string | null; figure: Figure; count: number }) => [r.currency, r.transactionType, r.figure.value, r.count]);
    expect(await rows({ by: 'currency' })).toEqual([['EUR', null, '335', 6]]);
    expect(await rows({ by: 'currency', counting: 'entry' })).toEqual([['EUR', null, '140', 2]]);
    expect(await rows({ by: 'currency', counting: 'end' })).toEqual([['EUR', null, '130', 3]]);
    for (const counting of ['naive', 'entry', 'end']) expect((await rows({ by: 'currency', counting, within: ['xx-agency'] })).length, counting).toBe(1);
    expect(await rows({ by: ['currency', 'transaction-type'] })).toEqual([['EUR', '1', '200', 3], ['EUR', '2', '40', 1], ['EUR', '3', '205', 3], ['EUR', '4', '130', 3]]);
  });

  test('another boundary is another total', async () => {
    const o = await ask('stranger', 'overview', { within: ['xx-agency'] });
    expect([o.entry, o.end, o.retained].map(valueOf)).toEqual([140, 135, 5]);
    expect(bucketsOf(o)).toEqual({ entered: 140, 'passed-on': 135, outside: 100 });
    expect(o.boundary).toEqual({ kind: 'chosen', organisations: 1, named: [{ key: 'XX-AGENCY', name: expect.any(String) }] });
  });

  test('every bucket opens to rows that add up to it', async () => {
    const o = await ask('stranger', 'overview');
    for (const b of o.buckets as { bucket: string; figure: Figure; flows: number }[]) {
      const rows = await ask('stranger', 'flows', { bucket: b.bucket });
      expect(valueOf(rows.sum), b.bucket).toBe(valueOf(b.figure));
      expect(rows.total, b.bucket).toBe(b.flows);
      expect(rows.flows.reduce((t: number, f: { figure: Figure }) => t + valueOf(f.figure), 0)).toBeCloseTo(valueOf(b.figure), 6);
    }
    const all = await ask('stranger', 'flows', { limit: 3 });
    expect(all).toMatchObject({ total: 7, flows: [{ identifier: 'A', bucket: 'entered', seen: 'both-sides', provider: { key: 'XX-DONOR-1' }, receiver: { key: 'XX-AGENCY' }, published: { amount: '100', currency: 'EUR' }, file: 'chain.xml' }, {}, {}] });
    expect((await ask('stranger', 'flows', { limit: 3, after: 6 })).flows).toHaveLength(1);
    expect((await ask('stranger', 'flows', { counting: 'end' })).flows.map((f: { type: string }) => f.type)).toEqual(['4', '4', '4']);
  });

  test('parts of a split add up to the cent', async () => {
    for (const by of ['place', 'sector', 'year', 'organisation', 'receiver', 'reporter', 'currency', 'transaction-type']) {
      for (const counting of ['naive', 'entry', 'end', 'retained']) {
        const b = await ask('stranger', 'breakdown', { by, counting });
        expect(b.rows.reduce((t: number, r: { figure: Figure }) => t + valueOf(r.figure), 0), `${by} ${counting}`).toBe(valueOf(b.total));
      }
    }
    const two = await ask('stranger', 'breakdown', { by: ['organisation', 'receiver'], counting: 'naive' });
    expect(two.rows[0]).toMatchObject({ keys: [{ dimension: 'organisation', key: 'XX-DONOR-1' }, { dimension: 'receiver', key: 'XX-AGENCY' }], flows: 1, figure: { value: '100.00' } });
  });

  test('the chain shows who pays whom, with the boundary drawn', async () => {
    const c = await ask('stranger', 'chain');
    expect(c.links.map((l: { from: string; to: string; figure: Figure }) => [l.from, l.to, valueOf(l.figure)])).toEqual([['XX-DONOR-1', 'XX-AGENCY', 100], ['XX-AGENCY', 'XX-NGO-1', 60], ['XX-AGENCY', 'XX-NGO-2', 45], ['XX-DONOR-2', 'XX-AGENCY', 40]]);
    expect(c.parties.filter((p: { inside: boolean }) => p.inside).map((p: { key: string }) => p.key).sort()).toEqual(['XX-AGENCY', 'XX-NGO-1', 'XX-NGO-2']);
  });

  test('the table has rate, origin and passport beside each row, and no formula', async () => {
    const { status, text } = await w.as('stranger').get('/funds/export.csv');
    expect(status).toBe(200);
    const lines = text.trim().split('\n');
    expect(lines).toHaveLength(8);
    expect(lines[0]).toContain('rate_source');
    expect(lines[1]).toMatch(/^\d+,A,.*,100\.00,EUR,entered,both-sides,/);
  });

  test('every figure says where it comes from and how it was counted', async () => {
    const { entry, naive } = await ask('stranger', 'overview');
    expect(entry.passport).toMatchObject({ method: { kind: 'derived', name: 'ledger@1' }, completeness: { reported: 5, expected: 5 }, missingReporters: 0, estimatedShare: 0, audience: { audience: 'public' }, rows: { operation: 'funds.flows', input: { counting: 'entry' } } });
    expect(naive.passport.sources.map((s: { key: string }) => s.key)).toEqual(['XX-AGENCY', 'XX-DONOR-1', 'XX-NGO-1', 'XX-NGO-2']);
    expect(naive.passport.asOf).toBe('2024-05-01');
  });
});

test('before anything was counted there is nothing, and nothing is being counted', async () => {
  const fresh = await world();
  try {
    const { body } = await fresh.as('stranger').get('/funds/overview');
    expect(body).toMatchObject({ naive: { value: '0.00' }, recounting: false, asOf: null });
    for (const path of ['breakdown?by=place', 'by-currency?by=currency', 'flows', 'chain', 'budgets', 'rates?currency=GBP', 'export.csv']) expect((await fresh.as('stranger').get(`/funds/${path}`)).status, path).toBe(200);
  } finally {
    await fresh.close();
  }
});

test('until the ledger is counted again, readers see the old count and are told so', async () => {
  const { body } = await w.as('reporter').upload('/intake/batches', { fields: {}, files: [{ name: 'one.xml', content: moneyFile({ Z: { by: 'XX-Z', paid: [{ type: '4', amount: 12 }] } }) }] });
  for (;;) {
    await w.wait(body.id);
    if ((await ask('stranger', 'overview')).recounting === false) break;
    await w.runJobs();
  }
  expect(valueOf((await ask('stranger', 'overview')).entry)).toBe(12);
  await w.as('reporter').post(`/intake/batches/${body.id}/undo`);
  expect(await ask('stranger', 'overview')).toMatchObject({ recounting: true, entry: { value: '12.00' } });
  await w.runJobs();
  expect(await ask('stranger', 'overview')).toMatchObject({ recounting: false, entry: { value: '0.00' } });
});

describe('the demonstration', () => {
  let batch: { id: number };
  beforeAll(async () => {
    const files = readdirSync('demo/iati').filter((f) => f.endsWith('.xml')).map((name) => ({ name, content: readFileSync(`demo/iati/${name}`, 'utf8') }));
    const { body } = await w.as('reporter').upload('/intake/batches', { fields: {}, files });
    batch = await w.wait(body.id);
    await w.runJobs();
  }, 60_000);
  afterAll(() => undo('reporter', batch.id));

  test('every right total of its README is found', async () => {
    const readme = readFileSync('demo/README.md', 'utf8');
    const right = (label: string) => readme.split('\n').find((l) => l.startsWith(`| ${label}`))!.split('|').slice(2, 5).map((c) => c.replaceAll(/[*, ]/g, ''));
    const found = async (query: Record<string, unknown>) => {
      const { rows } = await ask('stranger', 'by-currency', { by: 'currency', ...query });
      return ['EUR', 'MKD', 'CHF'].map((c) => Number(rows.find((r: { currency: string }) => r.currency === c)?.figure.value ?? 0).toFixed(2));
    };
    expect(await found({})).toEqual(right('naive'));
    expect(await found({ counting: 'entry' })).toEqual(right('**entry**'));
    expect(await found({ counting: 'end' })).toEqual(right('**end**'));
    expect(await found({ counting: 'retained' })).toEqual(right('retained'));
  });

  test('at random filters and boundaries the buckets add up to what was published', async () => {
    const keys = async (by: string) => (await ask('stranger', 'breakdown', { by, counting: 'naive' })).rows.map((r: { keys: { key: string }[] }) => r.keys[0]!.key);
    const [places, sectors, organisations] = [await keys('place'), await keys('sector'), await keys('organisation')];
    for (let i = 0; i < 40; i++) {
      const pick = (list: string[], n: number) => (i % n === 0 ? list[i % list.length] : undefined);
      const within = i % 4 === 0 ? [organisations[i % organisations.length], organisations[(i * 7) % organisations.length]] : undefined;
      const o = await ask('stranger', 'overview', { place: pick(places, 2), sector: pick(sectors, 3), organisation: pick(organisations, 5), year: i % 7 === 0 ? 2021 + (i % 3) : undefined, within });
      const cents = (f: Figure) => Math.round(Number(f.value) * 100);
      expect(o.buckets.reduce((t: number, b: { figure: Figure }) => t + cents(b.figure), 0)).toBe(cents(o.naive) + cents(o.receiverOnly));
      expect(cents(o.entry) - cents(o.end)).toBe(cents(o.retained));
    }
  });

  test('budgets stand by year, apart from spending', async () => {
    const { rows } = await ask('stranger', 'budgets');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((r: { figure: Figure }) => valueOf(r.figure) > 0)).toBe(true);
  });
});
