import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { traits, type Trait } from './funding-model.ts';
import { fundingNetwork, fundingNetworks, withIntermediary, withoutIntermediary, withParentAndChildren, without, type Network } from './funding-network.ts';
import { constantRates } from './funding-truth.ts';
import { centsOf } from './seeded.ts';

const runs = 1_000;
const convert = constantRates({ EUR: 1n, USD: 2n, CHF: 3n });
const text = (n: Network) => JSON.stringify({ world: n.world, files: n.files, truth: n.truth(convert) }, (_, v) => (typeof v === 'bigint' ? `${v}n` : v));
const rowsOf = (n: Network) => n.files.flatMap((f) => f.activities.flatMap((a) => a.transactions));

describe('random funding networks', () => {
  test('the same seed gives the same network, another seed another', () => {
    for (let seed = 1; seed <= 50; seed++) expect(text(fundingNetwork(seed))).toBe(text(fundingNetwork(seed)));
    expect(new Set(Array.from({ length: 50 }, (_, seed) => text(fundingNetwork(seed)))).size).toBe(50);
  });

  test('the truth conserves money: what entered is what was spent or left, plus what is kept', () => {
    fc.assert(
      fc.property(fundingNetworks(), (n) => {
        const t = n.truth(convert);
        expect(t.entry).toBe(t.end + t.retained);
        expect(t.retained >= 0n).toBe(true);
        expect(t.own >= 0n).toBe(true);
        expect(t.entry).toBe(t.entered + t.direct + t.own);
        expect(t.range.entry[0] <= t.entry && t.entry <= t.range.entry[1]).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  test('the true buckets add up to the naive sum and what only receivers know, to the cent', () => {
    fc.assert(
      fc.property(fundingNetworks(), (n) => {
        const t = n.truth(convert);
        expect(t.entered + t.direct + t.own + t.passedOn + t.otherLevel + t.otherVersion).toBe(t.naive + t.receiverOnly);
      }),
      { numRuns: runs },
    );
  });

  test('inserting and removing an intermediary, and publishing a parent and children, keep entry and end', () => {
    const done = { inserted: 0, removed: 0, doubled: 0 };
    fc.assert(
      fc.property(fundingNetworks(), fc.nat(), (n, seed) => {
        const before = n.truth(convert);
        const changed = { inserted: withIntermediary(n, seed), removed: withoutIntermediary(n, seed), doubled: withParentAndChildren(n, seed) };
        for (const [how, after] of Object.entries(changed)) {
          const t = (after ?? n).truth(convert);
          expect({ entry: t.entry, end: t.end, retained: t.retained }, how).toEqual({ entry: before.entry, end: before.end, retained: before.retained });
          if (after) done[how as keyof typeof done]++;
        }
        const naive = changed.doubled?.truth(convert).naive;
        expect(naive === before.naive, 'published twice').toBe(false);
      }),
      { numRuns: runs },
    );
    expect(done.inserted).toBeGreaterThan(runs / 2);
    expect(done.doubled).toBeGreaterThan(runs / 2);
    expect(done.removed).toBeGreaterThan(runs / 50);
  });

  const occurs: Record<Trait, (n: Network) => boolean> = {
    'one-sided': (n) => n.world.flows.some((f) => f.seen !== 'both' && f.from && f.to),
    'small-difference': (n) => n.world.flows.some((f) => f.receiverCents !== null && within(f.cents, f.receiverCents, 5n)),
    conflict: (n) => n.world.flows.some((f) => f.receiverCents !== null && !within(f.cents, f.receiverCents, 5n)),
    family: (n) => n.world.activities.some((a) => a.repeatedBy === 'rows'),
    'family-summed': (n) => n.world.activities.some((a) => a.repeatedBy === 'sum'),
    cycle: (n) => n.world.flows.some((f) => f.from !== null && f.to !== null && f.from !== f.to && n.world.flows.some((g) => g.from === f.to && g.to === f.from)),
    'second-file': (n) => n.files.some((f) => f.name === 'register.xml'),
    'several-currencies': (n) => new Set(rowsOf(n).map((r) => r.currency)).size > 1,
    correction: (n) => rowsOf(n).some((r) => r.amount.startsWith('-')),
    'unnamed-receiver': (n) => n.world.flows.some((f) => f.to === null),
    'unnamed-provider': (n) => n.world.flows.some((f) => f.from === null),
    'own-transfer': (n) => n.world.flows.some((f) => f.from === f.to && f.from !== null),
    commitment: (n) => rowsOf(n).some((r) => r.type === '2'),
    'named-receiver-of-expenditure': (n) => rowsOf(n).some((r) => r.type === '4' && r.receiver !== null),
    'organisations-only': (n) => rowsOf(n).some((r) => r.type === '3' && r.receiver !== null && r.receiver.activity === null),
    'implied-end': (n) => rowsOf(n).some((r) => r.type === '3' && r.provider === null),
    'spends-above-income': (n) => n.truth(convert).own > 0n,
    'twin-payments': (n) => n.world.organisations.some((o) => o.ref === 'XX-NET-FW'),
    'year-apart': (n) => n.world.organisations.some((o) => o.ref === 'XX-NET-FY'),
    'parent-with-own-beside': (n) => n.world.activities.some((a) => a.repeatedBy === 'rows' && n.world.spendings.some((s) => s.activity === a.parent)),
    'parent-with-own-only': (n) => n.world.activities.some((a) => a.parent !== null && a.repeatedBy === null),
  };

  test('every trait really occurs', () => {
    const some = Array.from({ length: 300 }, (_, seed) => fundingNetwork(seed));
    for (const trait of traits) {
      const times = some.filter(occurs[trait]).length;
      expect(times, trait).toBeGreaterThan(6);
    }
    const often = traits.filter((trait) => some.every(occurs[trait]));
    expect(often.filter((trait) => trait !== 'one-sided')).toEqual([]);
  });

  test('a trait that is left out does not occur', () => {
    const implies: Partial<Record<Trait, Trait[]>> = { 'one-sided': ['one-sided', 'twin-payments', 'year-apart'], family: ['family', 'family-summed', 'parent-with-own-beside'], 'spends-above-income': [], 'parent-with-own-beside': ['parent-with-own-beside'] };
    for (const trait of traits.filter((t) => implies[t]?.length !== 0)) {
      const left = without(...(implies[trait] ?? [trait]));
      const found = Array.from({ length: 60 }, (_, seed) => fundingNetwork(seed, { traits: left })).filter(occurs[trait]);
      expect(found.map((n) => n.world.seed), trait).toEqual([]);
    }
  });

  test('what is published is only what a publisher could know', () => {
    fc.assert(
      fc.property(fundingNetworks(), (n) => {
        const known = new Set(n.world.organisations.map((o) => o.ref));
        for (const file of n.files) {
          const seen = new Set<string>();
          for (const a of file.activities) {
            expect(seen.has(a.identifier), 'once in a file').toBe(false);
            seen.add(a.identifier);
            expect(known.has(a.reporter.ref)).toBe(true);
            for (const t of a.transactions) {
              expect(centsOf(t.amount)).not.toBe(0n);
              const own = t.type === '1' ? t.receiver : t.provider;
              expect(own?.organisation ?? a.reporter.ref).toBe(a.reporter.ref);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

function within(a: bigint, b: bigint, percent: bigint): boolean {
  const difference = a < b ? b - a : a - b;
  return difference * 100n <= (a < b ? b : a) * percent;
}
