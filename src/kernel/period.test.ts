import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, ofUnits, sum } from './decimal.ts';
import { byQuarter, byYear, contains, dayNumber, dayOf, daysBetween, daysLater, hull, lengthInDays, overlap, Period, proRata, quarterOf, yearOf } from './period.ts';

const day = fc.integer({ min: -200_000, max: 200_000 }).map(dayOf);
const period = fc.tuple(day, fc.nat(4000)).map(([from, length]) => ({ from, to: daysLater(from, length) }));

test('days are counted over leap years and centuries', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('1900-02-28', '1900-03-01')).toBe(1);
  expect(daysBetween('2000-02-28', '2000-03-01')).toBe(2);
  expect(daysLater('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysLater('2026-01-01', -1)).toBe('2025-12-31');
  for (const leap of ['1600-02-29', '2000-02-29', '2024-02-29', '2400-02-29']) expect(dayOf(dayNumber(leap))).toBe(leap);
  expect(() => dayOf(4_000_000)).toThrow(RangeError);
});

test('every day between 1400 and 2500 agrees with the calendar of the language', () => {
  fc.assert(fc.property(day, (d) => {
    expect(dayNumber(d)).toBe(Date.parse(`${d}T00:00:00Z`) / 86_400_000);
    expect(dayOf(dayNumber(d))).toBe(d);
  }), { numRuns: 5000 });
});

test('both ends belong to a period', () => {
  expect(lengthInDays({ from: '2026-03-01', to: '2026-03-01' })).toBe(1);
  expect(['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'].map((d) => contains(yearOf(2024), d))).toEqual([false, true, true, false]);
  expect(lengthInDays(yearOf(2024))).toBe(366);
  expect(quarterOf(2025, 2)).toEqual({ from: '2025-04-01', to: '2025-06-30' });
  expect(overlap({ from: '2026-01-01', to: '2026-01-31' }, { from: '2026-01-31', to: '2026-03-01' })).toEqual({ from: '2026-01-31', to: '2026-01-31' });
  expect(overlap({ from: '2026-01-01', to: '2026-01-30' }, { from: '2026-01-31', to: '2026-03-01' })).toBeNull();
  expect(Period.safeParse({ from: '2026-02-02', to: '2026-02-01' }).success).toBe(false);
});

test('a budget over a turn of the year is split by days, to the cent', () => {
  const parts = byYear({ from: '2025-12-01', to: '2026-01-31' });
  expect(parts.map((p) => p.year)).toEqual([2025, 2026]);
  expect(proRata('100.01', parts.map((p) => p.part))).toEqual(['50.01', '50.00']);
  expect(proRata('365', byQuarter(yearOf(2025)).map((q) => q.part))).toEqual(['90', '91', '92', '92']);
  expect(() => proRata('1', [])).toThrow(RangeError);
});

test('overlap and hull do not depend on order, and a day is in the overlap when it is in both', () => {
  fc.assert(fc.property(period, period, day, (a, b, d) => {
    expect(overlap(a, b)).toEqual(overlap(b, a));
    expect(hull(a, b)).toEqual(hull(b, a));
    const both = overlap(a, b);
    expect(both !== null && contains(both, d)).toBe(contains(a, d) && contains(b, d));
    expect(contains(hull(a, b), d) || !(contains(a, d) || contains(b, d))).toBe(true);
  }));
});

test('years and quarters cover a period exactly once, and any amount splits over them to the last digit', () => {
  fc.assert(fc.property(period, fc.bigInt(-(10n ** 15n), 10n ** 15n), (p, units) => {
    for (const parts of [byYear(p), byQuarter(p)]) {
      expect(parts.reduce((t, x) => t + lengthInDays(x.part), 0)).toBe(lengthInDays(p));
      parts.slice(1).forEach((x, i) => expect(x.part.from).toBe(daysLater(parts[i]!.part.to, 1)));
      expect(compare(sum(proRata(ofUnits(units, 2), parts.map((x) => x.part))), ofUnits(units, 2))).toBe(0);
    }
  }));
});
