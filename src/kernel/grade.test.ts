import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeOf, halfLives, ObservationStatus, relativeStandardError, startGrade, type Soundness } from './grade.ts';
import { worstLast } from './passport-algebra.ts';
import { daysLater } from './period.ts';
import type { Reliability } from './passport.ts';

const on = '2026-11-22';
const ago = (days: number) => daysLater(on, -days);
const sound = { reliability: 'A' as Reliability, soundness: 2 as Soundness, asOf: on, halfLifeDays: 30 };

test.each([
  ['A', [1, 4, 5]],
  ['B', [1, 4, 5]],
  ['C', [1, 3, 4]],
  ['D', [1, 1, 1]],
  ['E', [1, 1, 1]],
  ['F', [1, 2, 3]],
] as const)('a source of reliability %s starts at %j by unknown, limited and sound method', (reliability, grades) => {
  expect(([0, 1, 2] as const).map((soundness) => startGrade(reliability, soundness))).toEqual(grades);
});

describe('corroboration', () => {
  const other = (reliability: Reliability, agrees: boolean, group = 'other') => ({ group, reliability, agrees });

  test('an independent group that agrees lifts the grade by one, however many groups agree', () => {
    expect(gradeOf({ ...sound, reliability: 'C', others: [other('B', true)] }, on)).toEqual({
      grade: 5,
      because: [{ code: 'grade.start', params: { grade: 4, reliability: 'C', soundness: 2 } }, { code: 'grade.corroborated', params: { groups: 1 } }],
    });
    expect(gradeOf({ ...sound, reliability: 'F', others: [other('B', true, 'x'), other('C', true, 'y')] }, on)?.grade).toBe(4);
  });

  test('a copy of ours corroborates nothing', () => {
    expect(gradeOf({ ...sound, reliability: 'C', group: 'ours', others: [other('A', true, 'ours')] }, on)?.grade).toBe(4);
  });

  test('an independent group of equal or better reliability that disagrees costs one, a worse one nothing', () => {
    expect(gradeOf({ ...sound, reliability: 'B', others: [other('A', false)] }, on)?.grade).toBe(4);
    expect(gradeOf({ ...sound, reliability: 'B', others: [other('B', false)] }, on)?.grade).toBe(4);
    expect(gradeOf({ ...sound, reliability: 'B', others: [other('C', false), other('F', false, 'x')] }, on)?.grade).toBe(5);
    expect(gradeOf({ ...sound, reliability: 'B', soundness: 1, others: [other('A', false), other('A', true, 'x')] }, on)?.grade).toBe(4);
  });
});

describe('age', () => {
  test('each elapsed half-life costs one grade, down to one', () => {
    expect([0, 29, 30, 59, 60, 120, 5000].map((d) => gradeOf({ ...sound, asOf: ago(d) }, on)?.grade)).toEqual([5, 5, 4, 4, 3, 1, 1]);
    expect(gradeOf({ ...sound, asOf: ago(20), halfLifeDays: halfLives['arrivals-at-a-border'] }, on)).toMatchObject({ grade: 3, because: [{}, { code: 'grade.age', params: { age: 20, halfLife: 7, lost: 2 } }] });
  });

  test('a figure that does not age, such as a payment, keeps its grade; an unknown day counts as one half-life', () => {
    expect(gradeOf({ ...sound, asOf: ago(5000), halfLifeDays: null }, on)?.grade).toBe(5);
    expect(gradeOf({ ...sound, asOf: null }, on)).toMatchObject({ grade: 4, because: [{}, { code: 'grade.age-unknown' }] });
  });
});

describe('status', () => {
  test('estimates and provisional figures stand at three at most, forecasts at two', () => {
    expect((['A', 'E', 'P', 'U', 'F', 'B'] as const).map((status) => gradeOf({ ...sound, status }, on)?.grade)).toEqual([5, 3, 3, 3, 2, 5]);
    expect(gradeOf({ ...sound, status: 'F', reliability: 'D' }, on)).toEqual({ grade: 1, because: [{ code: 'grade.start', params: { grade: 1, reliability: 'D', soundness: 2 } }] });
  });

  test('what is missing has no grade', () => {
    expect(ObservationStatus.options.filter((status) => gradeOf({ ...sound, status }, on) === null)).toEqual(['H', 'J', 'K', 'L', 'M', 'O', 'Q']);
  });
});

test('a worse source, a weaker method, an older day or a lower status never give a better grade', () => {
  const reliability = fc.constantFrom<Reliability>(...worstLast.reliability);
  fc.assert(
    fc.property(reliability, reliability, fc.constantFrom<Soundness>(0, 1, 2), fc.constantFrom<Soundness>(0, 1, 2), fc.nat(200), fc.nat(200), fc.constantFrom('A' as const, 'E' as const, 'F' as const), (r1, r2, m1, m2, age, more, status) => {
      const rank = (r: Reliability): number => worstLast.reliability.indexOf(r);
      const grade = (r: Reliability, m: Soundness, days: number, s: ObservationStatus): number => gradeOf({ reliability: r, soundness: m, asOf: ago(days), halfLifeDays: 30, status: s }, on)!.grade;
      const [better, worse] = rank(r1) <= rank(r2) ? [r1, r2] : [r2, r1];
      expect(grade(worse, m1, age, status)).toBeLessThanOrEqual(grade(better, m1, age, status));
      expect(grade(r1, Math.min(m1, m2) as Soundness, age, status)).toBeLessThanOrEqual(grade(r1, Math.max(m1, m2) as Soundness, age, status));
      expect(grade(r1, m1, age + more, status)).toBeLessThanOrEqual(grade(r1, m1, age, status));
      expect(grade(r1, m1, age, status)).toBeLessThanOrEqual(grade(r1, m1, age, 'A'));
    }),
  );
});

test('a lower grade stands for a wider range', () => {
  expect(relativeStandardError).toEqual({ 5: 0.03, 4: 0.07, 3: 0.15, 2: 0.3, 1: 0.6 });
});

test('the worked example of docs/methods/passport-algebra.md', () => {
  const count = { reliability: 'B' as const, soundness: 2 as const, asOf: ago(65), halfLifeDays: halfLives['people-in-centres'], others: [{ group: 'x', reliability: 'C' as const, agrees: false }] };
  expect(gradeOf(count, on)).toEqual({ grade: 3, because: [{ code: 'grade.start', params: { grade: 5, reliability: 'B', soundness: 2 } }, { code: 'grade.age', params: { age: 65, halfLife: 30, lost: 2 } }] });
});
