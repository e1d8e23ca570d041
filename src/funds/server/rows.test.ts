import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realFiles, textOf } from '../../../test/generators/iati-corpus.ts';
import { moneyFile, type Book } from '../../../test/money-files.ts';
import { world, type World } from '../../../test/world.ts';
import type { Figure } from '../../kernel/figure.ts';
import type { MoneyOverview } from '../domain/contract.ts';

let w: World;
beforeAll(async () => { w = await world(); });
afterAll(() => w.close());

type Query = Record<string, unknown>;
const ask = async (path: string, query: Query = {}) => {
  const { status, body } = await w.as('stranger').get(`/funds/${path}`, query);
  expect(status, `${path} ${JSON.stringify(query)} ${JSON.stringify(body)}`).toBe(200);
  return body;
};
async function bring(name: string, content: string): Promise<void> {
  const { body } = await w.as('reporter').upload('/intake/batches', { fields: {}, files: [{ name, content }] });
  await w.wait(body.id);
  await w.runJobs();
}

/** Opens the rows that a figure names: they add up to it, and are as many as it says. */
async function opens(what: string, figure: Figure, rows?: number): Promise<void> {
  const { operation, input } = figure.passport.rows!;
  expect(operation, what).toBe('funds.flows');
  const { sum, total, flows } = await ask('flows', { ...input, limit: 1000 });
  if (figure.unit.kind === 'money' && figure.unit.currency === 'EUR') expect(sum.value, what).toBe(figure.value);
  if (rows !== undefined) expect(total, what).toBe(rows);
  expect(flows.length, what).toBe(Math.min(total, 1000));
}

async function everyFigureOpens(filter: Query, dimensions: readonly (string | string[])[]): Promise<number> {
  const o: MoneyOverview = await ask('overview', filter);
  for (const which of ['naive', 'receiverOnly', 'entry', 'end', 'retained'] as const) await opens(which, o[which]);
  for (const b of o.buckets) await opens(`bucket ${b.bucket}`, b.figure, b.flows);
  for (const [side, figure] of Object.entries(o.traceable)) await opens(side, figure);
  for (const which of ['naive', 'entry', 'end'] as const) await opens(`repeated ${which}`, o.repeated[which], which === 'naive' ? o.repeated.transactions : undefined);
  for (const u of o.unconverted) await opens(`without rate ${u.currency}`, u.figure);
  for (const by of dimensions) {
    for (const counting of ['naive', 'entry', 'end', 'retained']) {
      const { rows } = await ask('breakdown', { ...filter, by, counting, limit: 40 });
      for (const r of rows) {
        expect(r.flows, JSON.stringify(r.keys)).toBeGreaterThan(0);
        await opens(`${counting} by ${String(by)}: ${JSON.stringify(r.keys)}`, r.figure, r.flows);
      }
    }
  }
  for (const l of (await ask('chain', filter)).links.slice(0, 10)) await opens(`${l.from} to ${l.to}`, l.figure);
  return o.buckets.reduce((t, b) => t + b.flows, 0);
}

/** Zeros, amounts of a cent over three places, no rate, no day, corrections that cancel, a part that counts, conflicts, repeats. */
const awkward: Book = {
  A: {
    by: 'XX-A', more: '<related-activity ref="A-1" type="2"/>', paid: [
      { type: '4', amount: 0 }, { type: '4', amount: '0.01' }, { type: '4', amount: '0.02', on: '2022-01-01' }, { type: '4', amount: 50 }, { type: '4', amount: -50 },
      { type: '3', amount: 7, to: 'XX-B@B' }, { type: '3', amount: 7, to: 'XX-B@B' }, { type: '3', amount: 100, to: 'XX-B@B', on: '2021-02-02' },
    ],
  },
  'A-1': { by: 'XX-A', paid: [{ type: '4', amount: 3, on: '2020-05-05' }] },
  B: {
    by: 'XX-B', paid: [
      { type: '1', amount: 120, from: 'XX-A@A', on: '2021-02-12' }, { type: '1', amount: 5 }, { type: '4', amount: '0.01' }, { type: '4', amount: 400, on: '2021-06-06' },
      { type: '4', amount: 33, currency: 'QQQ' }, { type: '3', amount: 5, to: 'XX-C' }, { type: '3', amount: 5, to: 'XX-C' },
    ],
  },
  C: { by: 'XX-C', paid: [{ type: '1', amount: 5, from: 'XX-B' }, { type: '4', amount: 2, currency: 'USD', on: '2020-01-01' }] },
};
const three = '<sector vocabulary="1" code="15110" percentage="33.34"/><sector vocabulary="1" code="15190" percentage="33.33"/><sector vocabulary="1" code="72010" percentage="33.33"/>';
const awkwardFile = moneyFile(awkward).replaceAll(/<sector [^>]*>/g, three).replace('<transaction-date iso-date="2022-01-01"/>', '');

describe('a file of awkward amounts', () => {
  beforeAll(async () => {
    await bring('awkward.xml', awkwardFile);
    await bring('other.xml', moneyFile({ C: { by: 'XX-C', updated: '2020-01-01', paid: [{ type: '4', amount: 9 }] } }));
  });

  test.each<[Query, (string | string[])[]]>([
    [{}, ['place', 'sector', 'year', 'organisation', 'receiver', 'reporter', 'currency', 'transaction-type', ['year', 'currency'], ['organisation', 'sector']]],
    [{ sector: '72010' }, ['organisation', 'year']],
    [{ sector: '151' }, ['organisation', 'sector']],
    [{ place: 'BD', year: 2023 }, ['sector']],
    [{ organisation: 'XX-B' }, ['sector', 'receiver']],
    [{ within: ['XX-B'] }, ['organisation', 'sector']],
    [{ within: ['XX-A', 'XX-B'], sector: '15110' }, ['reporter']],
  ])('every figure opens the rows it counts: %j', async (filter, dimensions) => {
    expect(await everyFigureOpens(filter, dimensions)).toBeGreaterThan(0);
  });
});

describe('rows that say the very same in one activity', () => {
  beforeAll(async () => {
    const spent = { type: '4', amount: 7, on: '2019-03-03' };
    const paid = { type: '3', amount: 20, to: 'XX-T@T', on: '2019-03-03' };
    const got = { type: '1', amount: 20, from: 'XX-R@R', on: '2019-03-05' };
    await bring('repeats.xml', moneyFile({
      R: { by: 'XX-R', paid: [spent, spent, spent, { ...spent, more: '<flow-type code="10"/>' }, { ...spent, on: '2019-03-04' }, paid, paid] },
      T: { by: 'XX-T', paid: [got, got, { type: '4', amount: 10 }] },
    }));
  });

  test('are counted and told; not where they differ in a word, or where the other side reports as many', async () => {
    const { naive, repeated } = (await ask('overview', { year: 2019 })) as MoneyOverview;
    expect([naive.value, repeated.naive.value, repeated.entry.value, repeated.end.value, repeated.transactions]).toEqual(['75.00', '14.00', '14.00', '14.00', 2]);
    const rows = await ask('flows', { year: 2019, only: 'repeated' });
    expect(rows.flows.map((f: { identifier: string; repeated: boolean; published: { amount: string } }) => [f.identifier, f.published.amount, f.repeated])).toEqual([['R', '7', true], ['R', '7', true]]);
    expect((await ask('flows', { year: 2019, bucket: 'direct' })).flows.filter((f: { repeated: boolean }) => !f.repeated)).toHaveLength(3);
    expect((await w.as('stranger').get('/funds/export.csv', { year: 2019 })).text.split('\n').filter((l: string) => l.includes(',true,'))).toHaveLength(2);
  });
});

test('every bucket and part of real files opens the rows it counts', async ({ skip }) => {
  const files = realFiles(process.cwd()).filter((f) => /dportal_(20|31|6)\.|annotated/.test(f));
  skip(files.length === 0, 'the folder shared, with the real files, is not beside this checkout');
  for (const f of files) await bring(f.split('/').at(-1)!.replace(/\.gz$/, ''), textOf(f));
  expect(await everyFigureOpens({}, ['place', 'currency', 'year'])).toBeGreaterThan(1_000);
  await everyFigureOpens({ sector: '720' }, ['organisation']);
}, 180_000);
