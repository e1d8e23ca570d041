import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moneyFile } from '../../../test/money-files.ts';
import { world, type World } from '../../../test/world.ts';

let w: World;
beforeAll(async () => {
  w = await world();
  const split = '<sector vocabulary="1" code="15110" percentage="40"/><sector vocabulary="1" code="15190" percentage="60"/>';
  const content = moneyFile({
    'S-1': { by: 'XX-S', sector: '15190', paid: [{ type: '4', amount: 100 }] },
    'S-2': { by: 'XX-S', sector: '15110', paid: [{ type: '4', amount: 20 }] },
    'S-3': { by: 'XX-S', sector: '72010', paid: [{ type: '4', amount: 3 }] },
    'S-4': { by: 'XX-S', sector: '151', paid: [{ type: '4', amount: 0.5 }] },
    'S-5': { by: 'XX-S', paid: [{ type: '4', amount: 1000 }] },
  }).replace('vocabulary="1" code="151"', 'vocabulary="2" code="151"')
    .replace(/(<iati-identifier>S-5[\s\S]*?)<sector [^>]*>/, `$1${split}`);
  const { body } = await w.as('reporter').upload('/intake/batches', { fields: {}, files: [{ name: 's.xml', content }] });
  await w.wait(body.id);
  await w.runJobs();
});
afterAll(() => w.close());

const ask = (path: string, query: Record<string, unknown>) => w.as('stranger').get(path, query);

test.each([
  ['151', ['S-1', 'S-2', 'S-4', 'S-5'], 1120.5],
  ['15190', ['S-1', 'S-5'], 700],
  ['1:15190', ['S-1', 'S-5'], 700],
  ['2:151', ['S-4'], 0.5],
  ['720', ['S-3'], 3],
  ['152', [], 0],
])('the sector %s means the same for activities and for money', async (sector, identifiers, value) => {
  const { activities } = (await ask('/activities', { sector, order: 'title' })).body;
  expect(activities.map((a: { identifier: string }) => a.identifier).sort()).toEqual(identifiers);
  const { body: o } = await ask('/funds/overview', { sector });
  expect([Number(o.naive.value), Number(o.entry.value)]).toEqual([value, value]);
  const { body: flows } = await ask('/funds/flows', { sector });
  expect(flows.flows.map((f: { identifier: string }) => f.identifier).sort()).toEqual(identifiers);
  expect(o.buckets.reduce((t: number, b: { flows: number }) => t + b.flows, 0), 'each transaction once, also one that is cut into several sectors of the category').toBe(identifiers.length);
});

test('a category is counted in every way, and its parts add up to it', async () => {
  const { body: parts } = await ask('/funds/breakdown', { sector: '151', by: 'sector' });
  expect(Object.fromEntries(parts.rows.map((r: { keys: { key: string }[]; figure: { value: string }; flows: number }) => [r.keys[0]!.key, [Number(r.figure.value), r.flows]])))
    .toEqual({ '1:15190': [700, 2], '1:15110': [420, 2], '2:151': [0.5, 1] });
  expect(Number(parts.total.value)).toBe(1120.5);
  for (const counting of ['naive', 'entry', 'end']) expect((await ask('/funds/by-currency', { sector: '151', by: 'currency', counting })).body.rows, counting).toMatchObject([{ currency: 'EUR', figure: { value: '1120.5' }, count: 4 }]);
  for (const path of ['chain', 'budgets', 'export.csv']) expect((await ask(`/funds/${path}`, { sector: '151' })).status, path).toBe(200);
});


describe('an organisation that nobody knows', () => {
  test('is named in a problem, instead of a total of nothing, wherever money is asked for', async () => {
    for (const [path, more] of Object.entries({ overview: {}, breakdown: { by: 'place' }, 'by-currency': { by: 'currency' }, flows: {}, chain: {}, 'export.csv': {} })) {
      const { status, body } = await ask(`/funds/${path}`, { ...more, within: 'xx-s,XX-NOBODY, Nobody Else' });
      expect([status, body.code, body.details], path).toEqual([422, 'funds.organisation-unknown', { unknown: ['XX-NOBODY', 'Nobody Else'] }]);
      expect(body.detail).toBe('No organisation here is known as XX-NOBODY, Nobody Else.');
    }
    for (const path of ['overview', 'budgets']) expect((await ask(`/funds/${path}`, { organisation: 'XX-NOBODY' })).body.details, path).toEqual({ unknown: ['XX-NOBODY'] });
  });

  test('is not one that is known and has no money, nor money whose organisation was not named', async () => {
    const { body } = await w.as('reporter').upload('/intake/batches', { fields: {}, files: [{ name: 'poor.xml', content: moneyFile({ P: { by: 'XX-POOR', paid: [] } }) }] });
    await w.wait(body.id);
    await w.runJobs();
    expect((await ask('/funds/overview', { within: 'xx-poor' })).body.boundary).toMatchObject({ kind: 'chosen' });
    for (const organisation of ['XX-POOR', '?']) expect(Number((await ask('/funds/overview', { organisation })).body.naive.value)).toBe(0);
  });
});
