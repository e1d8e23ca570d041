import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '../../../../test/generators/seeded.ts';
import { nearestPairs, type Terms } from './pairing.ts';
import { agreeing, conflicting } from './reconcile.ts';
import { apart, difference, type Open, type Report } from './report.ts';

const report = (row: number, more: Partial<Report>): Report => ({ row, day: 18_000, year: 2019, currency: 1, amount: 100, cents: 10_000, providerActivity: 0, receiverActivity: 0, ...more });

describe('the nearest pairs', () => {
  /** What is meant, as one would do it by hand: every possible pair in order, taken from the top. */
  function allPairs({ outs, ins }: Open, terms: Terms): string[] {
    const agree = (a: number, b: number) => a === 0 || b === 0 || a === b;
    const same = (a: number, b: number) => a !== 0 && a === b;
    const possible = outs.flatMap((out) => ins.flatMap((inn) => {
      const shares = same(out.providerActivity, inn.providerActivity) || same(out.receiverActivity, inn.receiverActivity);
      const comparable = out.currency === inn.currency || (out.cents !== null && inn.cents !== null);
      if (!comparable || !agree(out.providerActivity, inn.providerActivity) || !agree(out.receiverActivity, inn.receiverActivity) || (terms.sharing === 'must' && !shares)) return [];
      const by = out.currency === inn.currency ? difference(out.amount, inn.amount) : difference(out.cents!, inn.cents!);
      return by > terms.difference || apart(out, inn) > terms.days ? [] : [[terms.sharing === 'first' && !shares ? 1 : 0, by, apart(out, inn), out.row, inn.row]];
    }));
    possible.sort((a, b) => a.map((x, i) => x - b[i]!).find((d) => d !== 0) ?? 0);
    const [left, right] = [new Set<number>(), new Set<number>()];
    return possible.flatMap(([, , , out, inn]) => {
      if (left.has(out!) || right.has(inn!)) return [];
      left.add(out!);
      right.add(inn!);
      return [`${out} ${inn}`];
    }).sort();
  }

  const someReport = fc.record({
    day: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 18_000, max: 18_300 }) }, { weight: 1, arbitrary: fc.constant(null) }), currency: fc.constantFrom(1, 1, 1, 2),
    amount: fc.constantFrom(100, 100, 101, 103, 97, 150, -100, -98, 0.5), cents: fc.constantFrom(10_000, 10_100, 0, -10_000, null), providerActivity: fc.constantFrom(0, 1, 2), receiverActivity: fc.constantFrom(0, 7, 8),
  });
  const side = fc.array(someReport, { maxLength: 30 }).map((all) => all.map((r, row) => report(row, r)));
  const someTerms = fc.record({ sharing: fc.constantFrom('must', 'first', 'nothing' as const), difference: fc.constantFrom(0, 0.03, 0.05, 0.4, 1), days: fc.constantFrom(0, 30, 92, 183) });

  test('are those that stand first when every possible pair is put in order', () => {
    fc.assert(fc.property(side, side, someTerms, (outs, ins, terms) => {
      expect(nearestPairs({ outs, ins }, terms, { looks: 0 }).map(([out, inn]) => `${out.row} ${inn.row}`).sort()).toEqual(allPairs({ outs, ins }, terms));
    }), { numRuns: 5_000 });
  });
});

describe('between two organisations with thousands of reports the work grows as they do', () => {
  type Draw = (i: number, chance: ReturnType<typeof seeded>) => Partial<Report>;
  const monthly = (i: number) => ({ day: 10_000 + i * 30, year: 1997 + Math.floor((i * 30) / 365) });
  /** Each case is hard in its way: alike reports in their hundreds, near ones, ones that only just can't be one. */
  const cases: Record<string, { outs: Draw; ins: Draw; matched: (reports: number) => number }> = {
    'the same amount each month, on both sides': { outs: monthly, ins: monthly, matched: (n) => n },
    'the same amount each month, four per cent lower at the receiver': { outs: monthly, ins: (i) => ({ ...monthly(i), amount: 96 }), matched: (n) => n },
    'the same amount on one day, four per cent lower at the receiver': { outs: () => ({}), ins: () => ({ amount: 96 }), matched: (n) => n },
    'the same amount each month, a year later at the receiver': { outs: monthly, ins: (i) => ({ ...monthly(i), day: monthly(i).day + 365_000, year: 3000 + i }), matched: () => 0 },
    'the same amount on one day, half a year and a day later at the receiver': { outs: () => ({}), ins: () => ({ day: 18_184, year: 2020 }), matched: () => 0 },
    'the same amount each month, of activities that are never the same': { outs: (i) => ({ ...monthly(i), providerActivity: 2 * i + 1 }), ins: (i) => ({ ...monthly(i), providerActivity: 2 * i + 2 }), matched: () => 0 },
    'amounts of every size on days of five years, nothing in common': { outs: (_, c) => ({ day: c.int(18_000, 19_800), amount: c.int(1, 1_000_000) }), ins: (_, c) => ({ day: c.int(19_984, 21_000), year: 2030, amount: c.int(1, 1_000_000) }), matched: () => 0 },
    'amounts within two per cent on days of three months': { outs: (_, c) => ({ day: c.int(18_000, 18_090), amount: c.int(1_000_000, 1_020_000) }), ins: (_, c) => ({ day: c.int(18_000, 18_090), amount: c.int(1_000_000, 1_020_000) }), matched: (n) => n },
    'amounts within two per cent, the receiver always too late': { outs: (_, c) => ({ day: c.int(18_000, 18_090), amount: c.int(1_000_000, 1_020_000) }), ins: (_, c) => ({ day: c.int(18_290, 18_380), year: 2020, amount: c.int(1_000_000, 1_020_000) }), matched: () => 0 },
    'named activities in conflict, each amount another': { outs: (i, c) => ({ ...monthly(i), amount: c.int(1, 1_000_000), receiverActivity: 5 }), ins: (i, c) => ({ ...monthly(i), amount: c.int(1, 1_000_000), receiverActivity: 5 }), matched: (n) => n * 0.9 },
  };

  const measured = ({ outs, ins }: { outs: Draw; ins: Draw }, size: number) => {
    const chance = seeded(size);
    const made = (draw: Draw) => Array.from({ length: size }, (_, row) => report(row, draw(row, chance)));
    const [open, work] = [{ outs: made(outs), ins: made(ins) }, { looks: 0 }];
    const matches = [...agreeing(open, work), ...conflicting(open, work)];
    return { looks: work.looks, matched: matches.reduce((t, m) => t + m.outs.length, 0) };
  };

  test.each(Object.entries(cases))('%s', (_, drawn) => {
    const [few, many] = [measured(drawn, 1_000), measured(drawn, 8_000)];
    expect(many.matched).toBeGreaterThanOrEqual(drawn.matched(8_000));
    // All pairs would be 64 times as many; every pair of 8,000 is 64 million.
    expect(many.looks / few.looks).toBeLessThan(16);
    expect(many.looks).toBeLessThan(8_000 * 500);
  });
});
