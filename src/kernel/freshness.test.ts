import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshnessOf, freshnessSteps, stepsOf, type Rhythm } from './freshness.ts';
import { worstLast } from './passport-algebra.ts';
import { daysLater } from './period.ts';

const on = '2026-11-22';
const aged = (days: number, rhythm: Rhythm) => freshnessOf(daysLater(on, -days), rhythm, on).freshness;

test('a monthly figure is due after 30 days, overdue after 44 and delinquent after 60', () => {
  expect([0, 29, 30, 43, 44, 59, 60, 4000].map((age) => aged(age, 30))).toEqual(['fresh', 'fresh', 'due', 'due', 'overdue', 'overdue', 'delinquent', 'delinquent']);
  expect(freshnessOf('2026-10-01', 30, on).because).toEqual({ code: 'freshness.overdue', params: { age: 52, rhythm: 30 } });
});

test.each(freshnessSteps.map((s) => [...s]))('every %i days: due at %i, overdue at %i, delinquent at %i', (rhythm, due, overdue, delinquent) => {
  expect(stepsOf(rhythm)).toEqual({ due, overdue, delinquent });
  expect([due, overdue, delinquent].flatMap((d) => [aged(d - 1, rhythm), aged(d, rhythm)])).toEqual(['fresh', 'due', 'due', 'overdue', 'overdue', 'delinquent']);
});

test('a rhythm between two known ones takes its grace between theirs', () => {
  expect(stepsOf(10)).toEqual({ due: 10, overdue: 17, delinquent: 24 });
  expect(stepsOf(45)).toEqual({ due: 45, overdue: 64, delinquent: 84 });
  expect(stepsOf(3)).toEqual({ due: 3, overdue: 6, delinquent: 9 });
  expect(stepsOf(1000)).toEqual({ due: 1000, overdue: 1055, delinquent: 1110 });
});

test('history and live feeds are always fresh; without rhythm or day nobody can say', () => {
  expect(aged(9000, 'never')).toBe('fresh');
  expect(aged(9000, 'live')).toBe('fresh');
  expect(freshnessOf('2026-11-01', null, on)).toEqual({ freshness: 'unknown', because: { code: 'freshness.no-rhythm', params: { age: 21 } } });
  expect(freshnessOf(null, 30, on)).toEqual({ freshness: 'unknown', because: { code: 'freshness.no-day', params: {} } });
});

test('a day in the future counts as today', () => {
  expect(freshnessOf('2027-01-01', 1, on)).toEqual({ freshness: 'fresh', because: { code: 'freshness.fresh', params: { age: 0, rhythm: 1 } } });
});

test('growing older never makes a figure fresher, and a slower rhythm never makes it staler', () => {
  const place = (age: number, rhythm: number) => worstLast.freshness.indexOf(aged(age, rhythm));
  fc.assert(
    fc.property(fc.nat(1200), fc.nat(60), fc.integer({ min: 1, max: 900 }), fc.nat(60), (age, more, rhythm, slower) => {
      expect(place(age + more, rhythm)).toBeGreaterThanOrEqual(place(age, rhythm));
      expect(place(age, rhythm + slower)).toBeLessThanOrEqual(place(age, rhythm));
    }),
    { numRuns: 2000 },
  );
});
