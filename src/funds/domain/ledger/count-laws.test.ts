import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { without, fundingNetworks, fundingNetwork, withIntermediary, withoutIntermediary, withParentAndChildren, type Network } from '../../../../test/generators/funding-network.ts';
import { constantRates } from '../../../../test/generators/funding-truth.ts';
import { seeded } from '../../../../test/generators/seeded.ts';
import { totalsAt, type Totals } from './boundary.ts';
import { Book } from './book.ts';
import { Rates } from '../convert.ts';
import { count, type Ledger } from './count.ts';
import { piecesOf } from './pieces.ts';

/** Rates at which conversion is exact, so that a test can demand equality to the cent. */
const truthRates = constantRates({ EUR: 1n, USD: 2n, CHF: 4n });
const rates = () => new Rates('EUR', [
  { currency: 'EUR', from: '1900-01-01', to: '2100-12-31', perUsd: '2', source: 'this test' },
  { currency: 'CHF', from: '1900-01-01', to: '2100-12-31', perUsd: '0.5', source: 'this test' },
]);

/** The book of what a network's publishers wrote; with a seed in a drawn order, numbered in that order. */
function bookOf(network: Network, shuffle?: number): Book {
  const chance = seeded(shuffle ?? 0);
  const mixed = <T>(list: readonly T[]): T[] => (shuffle === undefined ? [...list] : chance.shuffled(list));
  const book = new Book(rates());
  const versions = mixed(network.files.flatMap((file) => file.activities.map((activity) => ({ file, activity })))).map((v, i) => ({ ...v, id: i + 1 }));
  for (const { file, activity: a, id } of versions) {
    book.addVersion({
      id, identifier: a.identifier, reporter: a.reporter.ref, hierarchy: a.hierarchy, lastUpdatedOn: a.lastUpdatedOn,
      ownFile: file.publisher === a.reporter.ref, transactions: a.transactions.length, contentHash: `${file.name} ${a.identifier}`,
    });
  }
  book.chooseVersions();
  for (const { activity: a, id } of mixed(versions)) for (const r of a.related) book.addRelation({ versionId: id, type: r.type, identifier: r.identifier });
  const rows = mixed(versions.flatMap(({ activity: a, id: versionId }) => a.transactions.map((t, line) => ({ t, versionId, line }))));
  for (const [i, { t, versionId, line }] of rows.entries()) {
    const end = (e: typeof t.provider) => ({ organisation: e?.organisation ?? null, activity: e?.activity ?? null });
    book.addTransaction({ id: i + 1, versionId, line, type: t.type, on: t.on, valueOn: t.on, amount: t.amount, currency: t.currency, provider: end(t.provider), receiver: end(t.receiver) });
  }
  return book;
}

type Counted = { book: Book; ledger: Ledger; totals: Totals };
function countedOf(network: Network, shuffle?: number): Counted {
  const book = bookOf(network, shuffle);
  const ledger = count(book);
  return { book, ledger, totals: totalsAt(piecesOf(book), (o) => ledger.inside.has(o)) };
}

const addsUp = (t: Totals) => {
  expect(Object.values(t.buckets).reduce((a, b) => a + b, 0)).toBe(t.naive + t.receiverOnly);
  expect(t.entry).toBe(t.buckets.entered + t.buckets.direct + t.buckets['own-or-unrecorded']);
  expect(t.entry).toBe(t.end + t.retained);
};

/** What a method can know: a parent that only publishes money of its own looks like a level of its children. */
const knowable = without('parent-with-own-only');
const numRuns = 10_000;

describe('ten thousand random funding networks', () => {
  test('the ledger finds what is true: entry, end, retained and every bucket, to the cent', () => {
    let exact = 0;
    fc.assert(
      fc.property(fundingNetworks(knowable), (n) => {
        const { totals: t, ledger, book } = countedOf(n);
        const truth = n.truth(truthRates);
        const cents = (value: bigint) => Number(value);
        addsUp(t);
        expect([...ledger.inside].map((o) => book.organisations.text(o)).sort()).toEqual(truth.inside);
        expect({ naive: t.naive, entry: t.entry, end: t.end, retained: t.retained }).toEqual({ naive: cents(truth.naive), entry: cents(truth.entry), end: cents(truth.end), retained: cents(truth.retained) });
        expect(t.receiverOnly - t.buckets['conflict-difference']).toBe(cents(truth.receiverOnly));
        expect(t.buckets).toEqual({
          entered: cents(truth.entered), direct: cents(truth.direct), 'own-or-unrecorded': cents(truth.own), 'passed-on': cents(truth.passedOn), outside: 0,
          'other-level': cents(truth.otherLevel), 'other-version': cents(truth.otherVersion), 'conflict-difference': t.buckets['conflict-difference'],
        });
        if (truth.exact) exact++;
      }),
      { numRuns },
    );
    expect(exact).toBeGreaterThan(numRuns / 2);
  }, 120_000);

  const holds = (t: Totals, truth: ReturnType<Network['truth']>) =>
    (['entry', 'end'] as const).every((w) => t[`${w}Range`][0] <= Number(truth.range[w][0]) && Number(truth.range[w][1]) <= t[`${w}Range`][1]);

  test('the range holds what is true by either side\u2019s word', () => {
    fc.assert(
      fc.property(fundingNetworks(without('small-difference', 'parent-with-own-only')), (n) => {
        const { totals: t } = countedOf(n);
        addsUp(t);
        expect(holds(t, n.truth(truthRates)), JSON.stringify([t.entryRange, t.endRange])).toBe(true);
      }),
      { numRuns: numRuns / 5 },
    );
  }, 120_000);

  test('in every network that can be judged to the cent the range holds; the one exception is a parent that publishes only money of its own', () => {
    const ownOnly = (n: Network) => n.world.activities.some((a) => a.parent !== null && a.repeatedBy === null);
    const judged = { plain: 0, withOwnOnly: 0 };
    const exceptions: { seed: number; missing: number }[] = [];
    for (let seed = 0; seed < 3000; seed++) {
      const n = fundingNetwork(seed);
      const { totals: t } = countedOf(n);
      addsUp(t);
      const truth = n.truth(truthRates);
      if (!truth.exact || n.world.flows.some((f) => f.receiverCents !== null)) continue;   // two sides differ: nobody can say to the cent what is true
      judged[ownOnly(n) ? 'withOwnOnly' : 'plain']++;
      if (holds(t, truth)) continue;
      expect(ownOnly(n), `seed ${seed}`).toBe(true);
      exceptions.push({ seed, missing: Number(truth.entry) - t.entry });
    }
    expect(judged).toEqual({ plain: 731, withOwnOnly: 475 });
    // Its money looks as if it repeated its children's: it is taken for a level of theirs, and too little is counted.
    expect(exceptions).toEqual([{ seed: 1933, missing: 62_179_900 }]);
  }, 120_000);

  test('adding or leaving out an intermediary, or publishing parent and children, never moves entry or end', () => {
    const done = { added: 0, removed: 0, doubled: 0 };
    fc.assert(
      fc.property(fundingNetworks(knowable), fc.nat(), (n, seed) => {
        const before = countedOf(n).totals;
        const changes = { added: withIntermediary(n, seed), removed: withoutIntermediary(n, seed), doubled: withParentAndChildren(n, seed) };
        for (const [how, changed] of Object.entries(changes)) {
          if (changed === null) continue;
          const after = countedOf(changed).totals;
          addsUp(after);
          expect({ entry: after.entry, end: after.end, retained: after.retained }, how).toEqual({ entry: before.entry, end: before.end, retained: before.retained });
          done[how as keyof typeof done]++;
        }
      }),
      { numRuns },
    );
    expect(done.added).toBeGreaterThan(numRuns / 2);
    expect(done.doubled).toBeGreaterThan(numRuns / 2);
    expect(done.removed).toBeGreaterThan(numRuns / 50);
  }, 240_000);

  test('whatever the order in which files and rows come in: the same totals, and the same word on every row', () => {
    fc.assert(
      fc.property(fundingNetworks(), fc.nat(), (n, seed) => {
        const [one, other] = [countedOf(n), countedOf(n, seed + 1)];
        expect(other.totals).toEqual(one.totals);
        expect(wordsOf(other)).toEqual(wordsOf(one));
      }),
      { numRuns: numRuns / 10 },
    );
  }, 120_000);

  test('at any boundary the buckets add up', () => {
    fc.assert(
      fc.property(fundingNetworks(), fc.array(fc.nat({ max: 20 })), (n, chosen) => {
        const { book } = countedOf(n);
        const t = totalsAt(piecesOf(book), (o) => chosen.includes(o), 'chosen');
        addsUp(t);
        expect(t.buckets.direct).toBe(0);
      }),
      { numRuns: numRuns / 10 },
    );
  });

  test('circles of money are found, and nothing loops', () => {
    let found = 0;
    for (let seed = 0; seed < 300; seed++) found += countedOf(fundingNetwork(seed, { size: { intermediaries: 4 } })).ledger.fundingCycles.length;
    expect(found).toBeGreaterThan(10);
  });
});

/** What the ledger says of every row, in words that do not depend on numbers given on the way. */
function wordsOf({ book }: Counted): string[] {
  const { columns: c } = book;
  return Array.from({ length: book.rows }, (_, i) => {
    const v = book.versionOf(i);
    const ends = [c.provider[i]!, c.receiver[i]!].map((o) => book.organisations.text(o));
    return [v.said.identifier, v.said.contentHash, c.line[i], ...ends, c.amount[i], c.kind[i], c.seen[i], c.own[i], c.less[i], c.more[i]].join(' ');
  }).sort();
}
