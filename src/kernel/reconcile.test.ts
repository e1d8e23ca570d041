import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from './figure.ts';
import { passport, type Grade } from './passport.ts';
import { reason } from './reason.ts';
import { chiSquare90, pooled, reconcile, type Evidence } from './reconcile.ts';

const people = (value: string | null, grade: Grade = 4, asOf = '2026-10-01'): Figure => ({
  value, unit: { kind: 'people' }, additivity: 'unique-people',
  passport: passport({ sources: [{ name: `Count of ${value}` }], method: { kind: 'counted' }, grade, because: [reason('grade.start', { grade })], asOf }),
});
const evidence = (groups: string[], standardErrors?: number[]): Evidence => ({
  ref: { kind: 'decision', id: '12' }, because: reason('evidence.same-definition-area-day'), decidedOn: '2026-11-01', groups, standardErrors,
});

describe('published and derived examples', () => {
  test('thirteen trials of a vaccine (JAMA 271, 1994) are pooled as DerSimonian and Laird do', () => {
    const trials = [[4, 119, 11, 128], [6, 300, 29, 274], [3, 228, 11, 209], [62, 13536, 248, 12619], [33, 5036, 47, 5761], [180, 1361, 372, 1079], [8, 2537, 10, 619], [505, 87886, 499, 87892], [29, 7470, 45, 7232], [17, 1699, 65, 1600], [186, 50448, 141, 27197], [5, 2493, 3, 2338], [27, 16886, 29, 17825]] as const;
    const logRisk = trials.map(([a, b, c, d]) => Math.log(a / (a + b)) - Math.log(c / (c + d)));
    const error = trials.map(([a, b, c, d]) => Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)));
    const result = pooled(logRisk, error);
    expect(result.agree).toBe(false);
    expect([result.mean, result.standardError, result.tau2, result.q].map((x) => Number(x.toFixed(x > 1 ? 3 : 4)))).toEqual([-0.7141, 0.1787, 0.3088, 152.233]);
  });

  test('1,200 ± 60 and 1,500 ± 120 are in conflict: both are shown, and the mean allows for the spread', () => {
    const r = reconcile([people('1200'), people('1500', 3)], evidence(['north', 'south'], [60, 120]));
    expect(r).toMatchObject({ outcome: 'conflict', figure: { value: '1332', low: '1200', high: '1500', passport: { grade: 3, conflicts: 1, sourceCount: 2 } } });
    expect([r.q, r.tau2, r.standardError].map((x) => Number(x.toFixed(3)))).toEqual([5, 36000, 148.916]);
  });

  test('1,200 ± 60 and 1,260 ± 120 agree: their weighted mean stands one grade above the better of them', () => {
    const r = reconcile([people('1200', 3), people('1260', 2)], evidence(['north', 'south'], [60, 120]));
    expect(r).toMatchObject({ outcome: 'agreement', tau2: 0, figure: { value: '1212', passport: { grade: 4, conflicts: 0 } } });
    expect(r.figure.low).toBeUndefined();
    expect(Number(r.q.toFixed(3))).toBe(0.2);
  });
});

test('where sources give no error, the grade stands for it: the same distance is a conflict between good counts and none between poor ones', () => {
  const [good, poor] = [4, 1].map((g) => reconcile([people('100', g as Grade), people('150', g as Grade)], evidence(['north', 'south'])));
  expect([good!.outcome, poor!.outcome]).toEqual(['conflict', 'agreement']);
  expect([good!.q, poor!.q].map((q) => Number(q.toFixed(4)))).toEqual([15.6986, 0.2137]);
});

test('a raised grade names its evidence', () => {
  const r = reconcile([people('100', 3), people('101', 3)], evidence(['north', 'south']));
  expect(r.figure.passport.because).toEqual([
    reason('grade.corroborated', { groups: 2, evidence: 'decision:12', on: '2026-11-01' }),
    reason('evidence.same-definition-area-day'),
  ]);
  expect(r.figure.passport.method).toEqual({ kind: 'derived', name: 'reconcile@1' });
});

test('copies are one voice: the best graded, of equals the latest, and no grade rises', () => {
  const r = reconcile([people('100', 3, '2026-01-01'), people('120', 3, '2026-06-01'), people('90', 2, '2026-09-01')], evidence(['agency', 'agency', 'agency']));
  expect(r).toMatchObject({ outcome: 'one-voice', figure: { value: '120', passport: { grade: 2, sourceCount: 3 } } });
});

test('without evidence for each figure, over two units or without a value there is nothing to reconcile', () => {
  const money: Figure = { ...people('100'), unit: { kind: 'money', currency: 'EUR' }, additivity: 'additive' };
  expect(() => reconcile([people('100'), people('101')], evidence(['north']))).toThrow(RangeError);
  expect(() => reconcile([people('100'), money], evidence(['north', 'south']))).toThrow(RangeError);
  expect(() => reconcile([people('100'), people(null)], evidence(['north', 'south']))).toThrow(RangeError);
  // @ts-expect-error evidence is not optional
  expect(() => reconcile([people('100'), people('101')])).toThrow('invalid_type');
});

test('whatever is reconciled, a conflict never stands above the better source, agreement at most one above it', () => {
  const figure = fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom<Grade>(1, 2, 3, 4, 5)).map(([v, g]) => people(String(v), g));
  fc.assert(
    fc.property(figure, fc.array(fc.tuple(figure, fc.constantFrom('a', 'b', 'c')), { maxLength: 4 }), (first, rest) => {
      const all = [first, ...rest.map(([f]) => f)] as const;
      const r = reconcile([first, ...rest.map(([f]) => f)], evidence(['a', ...rest.map(([, g]) => g)]));
      const best = Math.max(...all.map((f) => f.passport.grade));
      // In a conflict the range holds the value (rounded to whole people).
      const value = Number(r.figure.value);
      expect(Number(r.figure.low ?? value)).toBeLessThanOrEqual(value + 1);
      expect(Number(r.figure.high ?? value)).toBeGreaterThanOrEqual(value - 1);
      expect(r.figure.low !== undefined).toBe(r.outcome === 'conflict');
      expect(r.figure.passport.grade).toBeLessThanOrEqual(r.outcome === 'agreement' ? Math.min(5, best + 1) : best);
    }),
    { numRuns: 500 },
  );
});

test('the 90 % points of chi-square run on smoothly beyond the table', () => {
  expect(chiSquare90(1)).toBe(2.706);
  expect(chiSquare90(40)).toBeCloseTo(51.805, 1);
  expect(chiSquare90(31)).toBeGreaterThan(chiSquare90(30));
});
