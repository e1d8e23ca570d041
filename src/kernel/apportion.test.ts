import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { census1880, census2020 } from './apportion.census.ts';
import { apportion, ApportionMethod, type Apportioned, type Claimant } from './apportion.ts';

const methods = ApportionMethod.options;
const divisorMethods = ['adams', 'dean', 'huntington-hill', 'sainte-lague', 'dhondt'] as const;

const claimants = (weights: readonly (number | string)[]): Claimant[] => weights.map((weight, i) => ({ id: String.fromCharCode(97 + i), weight }));
function given(a: Apportioned): number[] {
  if (!a.feasible) throw new Error(a.because.code);
  return a.seats.map((s) => s.seats);
}
function byName(a: Apportioned): Record<string, number> {
  if (!a.feasible) throw new Error(a.because.code);
  return Object.fromEntries(a.seats.map((s) => [s.id, s.seats]));
}

describe('the two examples of Balinski and Young 1975', () => {
  test.each([
    ['largest-remainder', [51, 44, 2, 2, 1], [9, 7, 5, 4, 1]],
    ['quota', [52, 44, 2, 1, 1], [10, 7, 5, 3, 1]],
    ['dhondt', [52, 45, 1, 1, 1], [10, 7, 5, 3, 1]],
    ['sainte-lague', [51, 43, 2, 2, 2], [9, 8, 5, 3, 1]],
    ['huntington-hill', [51, 43, 2, 2, 2], [9, 7, 6, 3, 1]],
    ['adams', [51, 43, 2, 2, 2], [9, 7, 5, 3, 2]],
    ['dean', [51, 43, 2, 2, 2], [9, 7, 5, 4, 1]],
  ] as const)('by %s', (method, hundred, twentySix) => {
    expect(given(apportion(method, claimants([5117, 4400, 162, 161, 160]), 100))).toEqual(hundred);
    expect(given(apportion(method, claimants([9061, 7179, 5259, 3319, 1182]), 26))).toEqual(twentySix);
  });
});

describe('United States', () => {
  const atLeastOne = census1880.map((s) => ({ ...s, min: 1 }));

  test('Alabama loses a seat of 1880 when the house grows, because every state has one to begin with', () => {
    const [small, large] = [299, 300].map((house) => byName(apportion('largest-remainder', atLeastOne, house)));
    expect(small).toMatchObject({ Alabama: 8, Texas: 9, Illinois: 18, Nevada: 1 });
    expect(large).toMatchObject({ Alabama: 7, Texas: 10, Illinois: 19, Nevada: 1 });
    for (const house of [299, 300]) expect(byName(apportion('largest-remainder', census1880, house))).toMatchObject({ Alabama: 8, Nevada: 0 });
  });

  test('no divisor method takes a seat of 1880 when the house grows from 299 to 300', () => {
    for (const method of divisorMethods) {
      const [small, large] = [299, 300].map((house) => given(apportion(method, atLeastOne, house)));
      small!.forEach((s, i) => expect(large![i]).toBeGreaterThanOrEqual(s));
    }
  });

  const states = census2020.map(({ id, weight }) => ({ id, weight, min: 1 }));
  const official = Object.fromEntries(census2020.map((s) => [s.id, s.seats]));

  test('Huntington-Hill gives the official seats of 2020', () => {
    expect(byName(apportion('huntington-hill', states, 435))).toEqual(official);
    expect(byName(apportion('huntington-hill', states.map(({ id, weight }) => ({ id, weight })), 435))).toEqual(official);
  });

  test('the 436th seat of 2020 would have gone to New York', () => {
    expect(byName(apportion('huntington-hill', states, 436))).toEqual({ ...official, 'New York': 27 });
  });

  test.each([
    ['largest-remainder', { Montana: 1, 'New York': 27, Ohio: 16, 'Rhode Island': 1 }],
    ['sainte-lague', { Montana: 1, 'New York': 27, Ohio: 16, 'Rhode Island': 1 }],
    ['dhondt', { Alabama: 6, California: 54, Florida: 29, Maine: 1, Minnesota: 7, Montana: 1, Nebraska: 2, 'New Hampshire': 1, 'New Mexico': 2, 'New York': 28, Ohio: 16, Oregon: 5, Pennsylvania: 18, 'Rhode Island': 1, Texas: 40 }],
  ] as const)('%s differs from the official seats of 2020 in known states only', (method, differences) => {
    expect(byName(apportion(method, states, 435))).toEqual({ ...official, ...differences });
  });
});

describe('bounds', () => {
  test('what cannot be met is said with its numbers', () => {
    expect(apportion('sainte-lague', [{ id: 'a', weight: 1, min: 3 }, { id: 'b', weight: 1, min: 2 }], 4)).toEqual({
      feasible: false, method: 'sainte-lague', because: { code: 'apportion.minima-exceed-house', params: { minima: 5, house: 4 } },
    });
    expect(apportion('quota', [{ id: 'a', weight: 1, max: 1 }, { id: 'b', weight: 0 }], 4)).toMatchObject({
      feasible: false, because: { code: 'apportion.maxima-below-house', params: { maxima: 1, house: 4 } },
    });
  });

  test('a unit at its maximum is passed over and the others share what it leaves in proportion', () => {
    const units = [{ id: 'a', weight: 90, max: 10 }, { id: 'b', weight: 9 }, { id: 'c', weight: 1 }];
    for (const method of methods) expect([method, given(apportion(method, units, 100))[0]]).toEqual([method, 10]);
    expect(given(apportion('largest-remainder', units, 100))).toEqual([10, 81, 9]);
    expect(given(apportion('sainte-lague', units, 100))).toEqual([10, 81, 9]);
  });

  test('a large minimum beside a small maximum is met', () => {
    for (const method of methods) expect(given(apportion(method, [{ id: 'a', weight: 90, max: 80 }, { id: 'b', weight: 10, min: 50 }], 100))).toEqual([50, 50]);
  });

  test('a weight of zero gets its minimum and no more', () => {
    for (const method of methods) expect(given(apportion(method, [{ id: 'a', weight: 0 }, { id: 'b', weight: 0, min: 2, max: 9 }, { id: 'c', weight: '0.5' }], 7))).toEqual([0, 2, 5]);
  });

  test('an empty house and no claimants are fine; what is no whole number is refused', () => {
    for (const method of methods) {
      expect(given(apportion(method, [], 0))).toEqual([]);
      expect(given(apportion(method, claimants([3, 1]), 0))).toEqual([0, 0]);
      expect(apportion(method, [], 1).feasible).toBe(false);
    }
    for (const house of [-1, 1.5, NaN, Infinity]) expect(() => apportion('quota', claimants([1]), house)).toThrow(RangeError);
    for (const claimant of [{ weight: 1.5 }, { weight: '-1' }, { weight: 1, min: 3, max: 2 }, { weight: 1, min: 0.5 }, { weight: 1, max: 2.5 }, { weight: 1, min: -1 }]) {
      expect(() => apportion('quota', [{ id: 'a', ...claimant }], 4)).toThrow(RangeError);
    }
    expect(() => apportion('quota', [{ id: 'a', weight: 1 }, { id: 'a', weight: 2 }], 4)).toThrow('two claimants of one id');
  });
});

describe('ties', () => {
  test('equal weights are decided by the lower id, and the decision is recorded', () => {
    for (const method of methods) {
      const a = apportion(method, [{ id: 'b', weight: 5 }, { id: 'a', weight: 5 }], 3);
      expect(a).toMatchObject({ feasible: true, seats: [{ id: 'b', seats: 1 }, { id: 'a', seats: 2 }], ties: [{ among: ['a', 'b'], to: ['a'], by: 'id' }] });
    }
  });

  test('equal claims of unequal weights go to the larger weight', () => {
    // Sainte-Laguë: 3/1 for the small one's first seat equals 9/3 for the large one's second.
    expect(apportion('sainte-lague', [{ id: 'a', weight: 3 }, { id: 'b', weight: 9 }], 2)).toMatchObject({
      seats: [{ seats: 0 }, { seats: 2 }], ties: [{ among: ['a', 'b'], to: ['b'], by: 'weight' }],
    });
  });

  test('where every seat is due no tie is recorded', () => {
    for (const method of methods) expect(apportion(method, claimants([5, 5]), 4)).toMatchObject({ ties: [] });
  });

  test('claims that only exact numbers can tell apart are told apart', () => {
    // 10^30 + 1 against 10^30: equal as floating-point numbers.
    const big = `1${'0'.repeat(29)}`;
    for (const method of methods) {
      expect(apportion(method, [{ id: 'a', weight: `${big}0` }, { id: 'b', weight: `${big}1` }], 1)).toMatchObject({ seats: [{ seats: 0 }, { seats: 1 }], ...(method === 'largest-remainder' ? { ties: [] } : {}) });
    }
  });
});

describe('for any weights', () => {
  const weight = fc.oneof({ weight: 5, arbitrary: fc.nat(50) }, { weight: 3, arbitrary: fc.nat(10_000_000) }, { weight: 1, arbitrary: fc.bigInt(0n, 10n ** 25n).map(String) });
  const some = fc.array(weight, { minLength: 1, maxLength: 9 }).map(claimants);
  const positive = some.filter((cs) => cs.every((c) => Number(c.weight) > 0));
  const bounded = fc.array(fc.tuple(weight, fc.option(fc.nat(6), { nil: undefined }), fc.option(fc.nat(12), { nil: undefined })), { minLength: 1, maxLength: 9 }).map((rows) =>
    claimants(rows.map(([w]) => w)).map((c, i) => ({ ...c, min: rows[i]![1], max: rows[i]![2] === undefined ? undefined : rows[i]![2]! + (rows[i]![1] ?? 0) })),
  );
  const house = fc.nat(120);
  const anyMethod = fc.constantFrom(...methods);
  const anyDivisor = fc.constantFrom(...divisorMethods);

  test('seats make the house, bounds are kept, and only impossible bounds are refused', () => {
    fc.assert(
      fc.property(anyMethod, bounded, house, (method, cs, h) => {
        const a = apportion(method, cs, h);
        const minima = cs.reduce((t, c) => t + (c.min ?? 0), 0);
        const maxima = cs.reduce((t, c) => t + (Number(c.weight) === 0 ? (c.min ?? 0) : Math.min(c.max ?? Infinity, 1e6)), 0);
        expect(a.feasible).toBe(minima <= h && h <= maxima);
        if (!a.feasible) return;
        expect(a.seats.reduce((t, s) => t + s.seats, 0)).toBe(h);
        a.seats.forEach((s, i) => {
          expect(s.seats).toBeGreaterThanOrEqual(cs[i]!.min ?? 0);
          expect(s.seats).toBeLessThanOrEqual(cs[i]!.max ?? h);
        });
      }),
      { numRuns: 1500 },
    );
  });

  test('divisor methods and the quota method never take a seat away when the house grows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...divisorMethods, 'quota' as const), bounded, house, (method, cs, h) => {
        const [small, large] = [apportion(method, cs, h), apportion(method, cs, h + 1)];
        fc.pre(small.feasible && large.feasible);
        const [before, now] = [given(small), given(large)];
        expect(before.filter((s, i) => now[i]! < s)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test('largest remainder and the quota method stay within the quota', () => {
    fc.assert(
      fc.property(fc.constantFrom('largest-remainder' as const, 'quota' as const), positive, house, (method, cs, h) => {
        const total = cs.reduce((t, c) => t + BigInt(c.weight), 0n);
        given(apportion(method, cs, h)).forEach((s, i) => {
          const quota = BigInt(cs[i]!.weight) * BigInt(h);
          expect(BigInt(s) * total > quota - total && BigInt(s) * total < quota + total).toBe(true);
        });
      }),
      { numRuns: 1500 },
    );
  });

  test('a divisor method leaves no transfer that its claims would ask for', () => {
    fc.assert(
      fc.property(anyDivisor, bounded, house, (method, cs, h) => {
        const a = apportion(method, cs, h);
        if (!a.feasible) return;
        const claim = (w: Claimant['weight'], n: number): number => {
          const d = { adams: n, dean: (2 * n * (n + 1)) / (2 * n + 1), 'huntington-hill': Math.sqrt(n * (n + 1)), 'sainte-lague': n + 0.5, dhondt: n + 1 }[method];
          return Number(w) === 0 ? 0 : Number(w) / d;
        };
        const lowestKept = Math.min(...a.seats.flatMap((s, i) => (s.seats > (cs[i]!.min ?? 0) ? [claim(cs[i]!.weight, s.seats - 1)] : [])));
        const highestRefused = Math.max(...a.seats.flatMap((s, i) => (s.seats < (cs[i]!.max ?? h) ? [claim(cs[i]!.weight, s.seats)] : [0])));
        expect(highestRefused <= lowestKept * (1 + 1e-12)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test('the order of the claimants and the unit of the weights do not matter', () => {
    fc.assert(
      fc.property(anyMethod, bounded, house, (method, cs, h) => {
        const a = apportion(method, cs, h);
        if (!a.feasible) return;
        expect(byName(apportion(method, [...cs].reverse(), h))).toEqual(byName(a));
        expect(byName(apportion(method, cs.map((c) => ({ ...c, weight: `${c.weight}.000` })), h))).toEqual(byName(a));
        expect(byName(apportion(method, cs.map((c) => ({ ...c, weight: `${c.weight}000` })), h))).toEqual(byName(a));
      }),
    );
  });

  test('the larger of two never gets less, bounds apart', () => {
    fc.assert(
      fc.property(anyMethod, some, house, (method, cs, h) => {
        const a = apportion(method, cs, h);
        if (!a.feasible) return;
        const rows = a.seats.map((s, i) => ({ w: BigInt(cs[i]!.weight), s: s.seats }));
        expect(rows.flatMap((p) => rows.filter((q) => p.w > q.w && p.s < q.s))).toEqual([]);
      }),
    );
  });
});

test('ninety-six thousand places over 342 municipalities with bounds are given to the last one by every method', () => {
  const many = Array.from({ length: 342 }, (_, i) => ({ id: `m${i}`, weight: 1000 + ((i * 7919) % 90_000), min: i % 3, max: 5000 }));
  for (const method of methods) expect(given(apportion(method, many, 96_000)).reduce((a, b) => a + b, 0)).toBe(96_000);
});
