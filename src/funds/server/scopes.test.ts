import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, moneyFile, type Book } from '../../../test/money-files.ts';
import { world, type CastName, type World } from '../../../test/world.ts';

let w: World;
beforeAll(async () => { w = await world(); });
afterAll(() => w.close());

const upload = async (who: CastName, name: string, book: Book, fields: Record<string, string> = {}) => {
  const { body } = await w.as(who).upload('/intake/batches', { fields, files: [{ name, content: moneyFile(book) }] });
  await w.wait(body.id, who);
  await w.runJobs();
  return body.id as number;
};
/** The total as somebody sees it, once it is counted for them. */
const entry = async (who: CastName, query: Record<string, unknown> = {}) => {
  for (let i = 0; i < 3; i++) {
    const { body } = await w.as(who).get('/funds/overview', query);
    if (!body.recounting) return Number(body.entry.value);
    await w.runJobs();
  }
  throw new Error('it is counted again and again');
};
const everybody: CastName[] = ['stranger', 'reader', 'editor', 'neighbour', 'member', 'outsider'];
/** One after the other: two runs of the jobs at once would each think the other's job done. */
const totals = async () => {
  const seen: Partial<Record<CastName, number>> = {};
  for (const who of everybody) seen[who] = await entry(who);
  return seen;
};

describe('a total counts only what its reader may see', () => {
  test('everybody sees public money', async () => {
    await upload('reporter', 'chain.xml', chain);
    expect(await totals()).toEqual({ stranger: 140, reader: 140, editor: 140, neighbour: 140, member: 140, outsider: 140 });
  });

  test('money of the own organisation, of a circle, of the network moves the totals of those who may read it, and of nobody else', async () => {
    const own = await upload('reporter', 'own.xml', { O: { by: 'XX-OWN', paid: [{ type: '4', amount: 1000 }] } }, { audience: 'owner' });
    expect(await totals()).toEqual({ stranger: 140, reader: 1140, editor: 1140, neighbour: 140, member: 140, outsider: 140 });
    const valley = await upload('reporter', 'valley.xml', { V: { by: 'XX-VALLEY', paid: [{ type: '4', amount: 20_000 }] } }, { audience: 'circle', circleId: String(w.circles.valley) });
    expect(await totals()).toEqual({ stranger: 140, reader: 21140, editor: 21140, neighbour: 140, member: 20140, outsider: 140 });
    const network = await upload('neighbour', 'network.xml', { N: { by: 'XX-NETWORK', paid: [{ type: '4', amount: 300_000 }] } }, { audience: 'network' });
    expect(await totals()).toEqual({ stranger: 140, reader: 321140, editor: 321140, neighbour: 300140, member: 320140, outsider: 300140 });
    for (const [who, id] of [['neighbour', network], ['reporter', valley], ['reporter', own]] as const) await w.as(who).post(`/intake/batches/${id}/undo`);
    await w.runJobs();
    expect(await totals()).toEqual({ stranger: 140, reader: 140, editor: 140, neighbour: 140, member: 140, outsider: 140 });
  });

  test('a hidden row changes how flows are reconciled for those who see it, and for nobody else', async () => {
    // Agency 2’s income is known from the donor alone; the hidden report of the receiver says more of it and spends it.
    const open: Book = { P: { by: 'XX-P', paid: [{ type: '3', amount: 500, to: 'XX-R@R', on: '2023-03-01' }] } };
    await upload('neighbour', 'open.xml', open);
    const before = (await w.as('stranger').get('/funds/overview')).body;
    const flows = async (who: CastName) => (await w.as(who).get('/funds/flows', { organisation: 'XX-R' })).body.flows.map((f: { seen: string }) => f.seen);
    expect(await flows('stranger')).toEqual(['provider-only']);
    const hidden = await upload('reporter', 'hidden.xml', { R: { by: 'XX-R', paid: [{ type: '1', amount: 500, from: 'XX-P@P', on: '2023-03-04' }, { type: '4', amount: 480 }] } }, { audience: 'owner' });
    const after = (await w.as('stranger').get('/funds/overview')).body;
    expect({ ...after, recounting: false }).toEqual({ ...before, recounting: false });
    expect(await flows('stranger')).toEqual(['provider-only']);
    await entry('reader');
    expect(await flows('reader')).toContain('both-sides');
    expect((await w.as('reader').get('/funds/overview')).body.entry.passport.audience).toEqual({ audience: 'owner', circleId: null });
    await w.as('reporter').post(`/intake/batches/${hidden}/undo`);
    await w.runJobs();
  });

  test('the facts of a scope are for its readers: not even a query of one’s own shows them to others', async () => {
    const id = await upload('reporter', 'own.xml', { O: { by: 'XX-OWN', paid: [{ type: '4', amount: 77 }] } }, { audience: 'owner' });
    await entry('reader');
    const scopes = async (who: CastName) => w.db.app.transaction(w.actor(who), async (tx) => (await tx.query('select distinct scope from funds_facts union select scope from funds_parties union select scope from funds_runs order by 1')).rows.map((r) => r['scope']));
    const mine = `organisation:${w.organisations.Alpha}:circles:${w.circles.valley}`;
    expect(await scopes('reader')).toEqual([mine, 'public']);
    for (const who of ['stranger', 'neighbour', 'member', 'outsider'] as const) expect(await scopes(who), who).not.toContain(mine);
    await w.as('reporter').post(`/intake/batches/${id}/undo`);
    await w.runJobs();
  });
});

describe('from the moment a batch is done until the reader’s own totals are counted', () => {
  const answers = { overview: {}, breakdown: { by: 'place' }, 'by-currency': { by: 'currency' }, flows: {}, chain: {}, budgets: {} };
  /** The total that somebody sees, and what every answer about money says of it. */
  const seen = async (who: CastName) => {
    const said = new Set<boolean>();
    let value = '';
    for (const [path, query] of Object.entries(answers)) {
      const { body } = await w.as(who).get(`/funds/${path}`, query);
      said.add(body.recounting);
      if (path === 'overview') value = body.entry.value;
    }
    return { value: Number(value), recounting: [...said] };
  };

  test.each<[string, Record<string, () => string>, CastName]>([
    ['owner', {}, 'reader'], ['network', {}, 'neighbour'], ['circle', { circleId: () => String(w.circles.valley) }, 'member'],
  ])('every answer says that it is behind: audience %s', async (audience, fields, who) => {
    // Something else that is not public, so that the reader has a count of their own, and it is up to date.
    const before = [await upload('reporter', 'before.xml', { BEFORE: { by: 'XX-BEFORE', paid: [{ type: '4', amount: 100 }] } }, { audience: 'network' })];
    const old = await entry(who);
    expect(await seen(who)).toEqual({ value: old, recounting: [false] });
    const { body } = await w.as('reporter').upload('/intake/batches', {
      fields: { audience, ...Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, v()])) }, files: [{ name: 'new.xml', content: moneyFile({ NEW: { by: 'XX-NEW', paid: [{ type: '4', amount: 7 }] } }) }],
    });
    await w.wait(body.id, 'reporter');
    // Everybody's count is made with the batch; the reader's own when somebody asks for it.
    expect(await seen(who)).toEqual({ value: old, recounting: [true] });
    await w.runJobs();
    expect(await seen(who)).toEqual({ value: old + 7, recounting: [false] });
    for (const id of [body.id, ...before]) await w.as('reporter').post(`/intake/batches/${id}/undo`);
    expect(await seen(who)).toMatchObject({ recounting: [true] });
    expect(await entry(who)).toBe(old - 100);
  });
});

describe('the audience of a figure', () => {
  test('is the narrowest of the rows that stand in it, and of what they were reconciled with; not of the whole scope', async () => {
    const ids = [
      await upload('reporter', 'own.xml', { O: { by: 'XX-OWN', paid: [{ type: '4', amount: 1000, on: '2022-02-02' }] } }, { audience: 'owner' }),
      await upload('reporter', 'valley.xml', { V: { by: 'XX-VALLEY', paid: [{ type: '4', amount: 20_000 }] } }, { audience: 'circle', circleId: String(w.circles.valley) }),
      await upload('reporter', 'open.xml', { P2: { by: 'XX-P2', paid: [{ type: '3', amount: 500, to: 'XX-R2', on: '2021-03-01' }, { type: '4', amount: 6, on: '2021-03-01' }] } }),
      await upload('reporter', 'hidden.xml', { R2: { by: 'XX-R2', paid: [{ type: '1', amount: 500, from: 'XX-P2', on: '2021-03-04' }] } }, { audience: 'network' }),
    ];
    const audience = async (query: Record<string, unknown> = {}, of: 'entry' | 'naive' = 'naive') => {
      await entry('reader', query);
      return (await w.as('reader').get('/funds/overview', query)).body[of].passport.audience;
    };
    const [everybody, owner, network, valley] = [{ audience: 'public', circleId: null }, { audience: 'owner', circleId: null }, { audience: 'network', circleId: null }, { audience: 'circle', circleId: w.circles.valley }];
    expect(await audience()).toEqual(owner);
    expect(await audience({}, 'entry')).toEqual(owner);
    expect(await audience({ year: 2022 })).toEqual(owner);
    expect(await audience({ organisation: 'XX-VALLEY' })).toEqual(valley);
    expect(await audience({ organisation: 'XX-DONOR-1' })).toEqual(everybody);
    // Public, but that both sides report it is known to the network alone.
    expect(await audience({ organisation: 'XX-P2' })).toEqual(network);
    expect(await audience({ year: 2021 })).toEqual(network);
    expect(await audience({ year: 2023 })).toEqual(valley);
    const { flows } = (await w.as('reader').get('/funds/flows', { limit: 1000 })).body;
    const of = (identifier: string) => flows.filter((f: { identifier: string }) => f.identifier === identifier).map((f: { figure: { passport: { audience: { audience: string } } } }) => f.figure.passport.audience.audience);
    expect([of('O'), of('V'), of('A'), of('P2')]).toEqual([['owner'], ['circle'], ['public'], ['network', 'public']]);
    expect((await w.as('reader').get('/funds/overview', { year: 1999 })).body.entry.passport.audience).toEqual(everybody);
    for (const id of ids.reverse()) await w.as('reporter').post(`/intake/batches/${id}/undo`);
    await w.runJobs();
  });
});

test('who leaves a circle no longer sees its money in any total, from the same moment', async () => {
  const shared = await upload('reporter', 'valley.xml', { V: { by: 'XX-VALLEY', paid: [{ type: '4', amount: 20_000 }] } }, { audience: 'circle', circleId: String(w.circles.valley) });
  // With something of its own that is not public, it stays with a count of its own and does not fall back on everybody's.
  const own = await upload('member', 'gamma.xml', { G: { by: 'XX-GAMMA', paid: [{ type: '4', amount: 3 }] } }, { audience: 'owner' });
  const before = await entry('member');
  const set = (organisationIds: number[]) => w.as('editor').post(`/access/circles/${w.circles.valley}`, { name: 'Valley', organisationIds });
  expect((await set([])).status).toBe(200);
  expect(Number((await w.as('member').get('/funds/overview')).body.entry.value)).toBeLessThan(before - 19_000);
  expect(await entry('member')).toBe(before - 20_000);
  await set([w.organisations.Gamma]);
  expect(await entry('member')).toBe(before);
  await w.as('reporter').post(`/intake/batches/${shared}/undo`);
  await w.as('member').post(`/intake/batches/${own}/undo`);
  await w.runJobs();
});

describe('rates', () => {
  const usd: Book = { U: { by: 'XX-USD', paid: [{ type: '4', amount: 1000, currency: 'USD', on: '2020-05-05' }, { type: '4', amount: 10, currency: 'QQQ' }] } };
  const bring = (who: CastName, content: string, fields: Record<string, string> = {}) => w.as(who).upload('/funds/rates', { fields, files: [{ name: 'rates.csv', content }] });
  let start: number;
  beforeAll(async () => {
    start = await entry('stranger');
    await upload('reporter', 'usd.xml', usd);
  });

  test('a value is converted at the annual average of its year, and the figure says which', async () => {
    expect(await entry('stranger')).toBeCloseTo(start + 875.51, 2);
    const { body } = await w.as('stranger').get('/funds/overview', { organisation: 'XX-USD' });
    expect(body.entry.passport.rates).toEqual([{ from: 'USD', to: 'EUR', rate: '0.875506', on: '2020-12-31', source: expect.stringContaining('IMF') }]);
    expect(body.entry.passport.estimatedShare).toBe(1);
    expect(body.unconverted).toMatchObject([{ currency: 'QQQ', figure: { value: '10', unit: { currency: 'QQQ' } } }]);
    expect((await w.as('stranger').get('/funds/flows', { currency: 'QQQ' })).body).toMatchObject({ total: 1, flows: [{ published: { amount: '10', currency: 'QQQ' } }] });
  });

  test('rates of my own win in the totals of my organisation, and change nobody else’s', async () => {
    const others = await entry('stranger');
    expect((await bring('editor', 'from,to,currency,units_per_usd\n2020-05-01,2020-05-31,EUR,0.5\n2020-05-01,2020-05-31,QQQ,2\n', { source: 'Central bank' })).body).toEqual({ rates: 2, problems: [] });
    await w.runJobs();
    expect(await entry('reader')).toBeCloseTo(start + 500, 2);
    expect(await entry('stranger')).toBe(others);
    expect(await entry('neighbour')).toBe(others);
    const { body } = await w.as('reader').get('/funds/overview', { organisation: 'XX-USD' });
    expect(body.entry.passport).toMatchObject({ estimatedShare: 0, rates: [{ rate: '0.5', on: '2020-05-31', source: 'Central bank' }] });
    expect((await w.as('reader').get('/funds/rates', { currency: 'eur' })).body[0]).toMatchObject({ currency: 'EUR', perUsd: '0.5', own: true });
    expect((await w.as('stranger').get('/funds/rates', { currency: 'EUR' })).body[0]).toMatchObject({ own: false });
  });

  test('a new file takes the place of the old one', async () => {
    expect((await bring('editor', 'year;currency;units_per_usd\n2020;EUR;0.25\n2020;GBP;abc\n;;\n20x0;CHF;1\n')).body).toMatchObject({ rates: 1, problems: [{ line: 3, what: 'units_per_usd: abc' }, { line: 5 }] });
    await w.runJobs();
    expect(await entry('reader')).toBeCloseTo(start + 250, 2);
  });

  test('rates for everybody are set by an administrator', async () => {
    expect((await bring('editor', 'year,currency,units_per_usd\n2020,EUR,1\n', { audience: 'public' })).status).toBe(403);
    expect((await bring('administrator', 'year,currency,units_per_usd\n2020,EUR,1\n', { audience: 'public' })).status).toBe(200);
    await w.runJobs();
    expect(await entry('stranger')).toBeCloseTo(start + 1000, 2);
    expect(await entry('reader')).toBeCloseTo(start + 250, 2);
  });

  test('a file of more than 20 MB is refused as soon as it is longer, and the rates stay as they were', async () => {
    const before = (await w.as('editor').get('/funds/rates', { currency: 'EUR' })).body;
    const large = `year,currency,units_per_usd\n2020,EUR,1\n${'#'.repeat(20_000_000)}`;
    const { status, body } = await bring('editor', large);
    expect([status, body.code, body.details]).toEqual([413, 'request.too-large', { mostBytes: 20_000_000 }]);
    expect(body.detail).toContain('20 MB');
    expect((await w.as('editor').get('/funds/rates', { currency: 'EUR' })).body).toEqual(before);
  });

  test('what is no table of rates is refused with what is wrong', async () => {
    const { status, body } = await bring('editor', 'a,b\n1,2\n');
    expect([status, body.code]).toEqual([422, 'funds.rates-unreadable']);
    expect((await w.as('reader').upload('/funds/rates', { files: [{ name: 'r.csv', content: '' }] })).status).toBe(403);
    expect((await w.as('stranger').upload('/funds/rates', { files: [{ name: 'r.csv', content: '' }] })).status).toBe(401);
  });
});
