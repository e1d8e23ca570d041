import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayRead } from './audience.ts';
import { combine, nothingBehind, worst, worstLast } from './passport-algebra.ts';
import { allAt, freshnessWords, Grade, methodKinds, Passport, passport, trimmed, type GradeShares } from './passport.ts';
import { dayOf } from './period.ts';
import { reason } from './reason.ts';

const day = fc.integer({ min: 15_000, max: 21_000 }).map(dayOf);
const someDay = fc.option(day, { nil: null, freq: 5 });
const grade = fc.constantFrom<Grade>(1, 2, 3, 4, 5);
const source = fc.record({ name: fc.constantFrom('North agency', 'South agency', 'Register'), key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), publishedOn: day });
const shares = fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }).map((ws): GradeShares => {
  const whole = ws.reduce((a, b) => a + b, 0);
  return whole === 0 ? allAt(3) : { 1: ws[0]! / whole, 2: ws[1]! / whole, 3: ws[2]! / whole, 4: ws[3]! / whole, 5: ws[4]! / whole };
});

/** Any passport, in the normal form that `combine` gives (sources by their text, reasons by theirs). */
const anyPassport = fc
  .record({
    sources: fc.uniqueArray(source, { selector: (s) => s.key, maxLength: 4 }),
    more: fc.nat(30),
    asOf: someDay,
    period: fc.option(fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })), { nil: null }),
    method: fc.record({ kind: fc.constantFrom(...methodKinds), name: fc.constantFrom(undefined, 'ledger@1', 'ledger@2') }),
    freshness: fc.constantFrom(...freshnessWords),
    reliability: fc.constantFrom(...worstLast.reliability),
    credibility: fc.constantFrom(...worstLast.credibility),
    grade,
    because: fc.array(fc.constantFrom(reason('grade.start', { grade: 3 }), reason('grade.age', { lost: 1 }), reason('grade.status')), { maxLength: 2 }),
    gradeShares: shares,
    completeness: fc.option(fc.tuple(fc.nat(9), fc.nat(9)).map(([r, m]) => ({ reported: r, expected: r + m })), { nil: null }),
    missingReporters: fc.nat(5),
    estimatedShare: fc.integer({ min: 0, max: 64 }).map((n) => n / 64),
    conflicts: fc.nat(3),
    protection: fc.constantFrom(...worstLast.protection),
    rates: fc.uniqueArray(fc.constantFrom('USD', 'XAF', 'MKD'), { maxLength: 2 }).map((cs) => cs.map((from) => ({ from, to: 'EUR', rate: '0.9', on: '2025-12-31', source: 'a bank' }))),
    rows: fc.constantFrom(null, { operation: 'funds.flows', input: { year: 2025 } }),
    audience: fc.oneof(
      fc.constantFrom('public' as const, 'network' as const, 'owner' as const).map((audience) => ({ audience, circleId: null })),
      fc.integer({ min: 1, max: 2 }).map((circleId) => ({ audience: 'circle' as const, circleId })),
    ),
  })
  .map(({ more, ...facts }) => combine([passport({ ...facts, sourceCount: facts.sources.length + more })]));

const few = fc.array(anyPassport, { minLength: 1, maxLength: 4 });
const atMost = (s: GradeShares, g: Grade): number => ([1, 2, 3, 4, 5] as const).filter((h) => h <= g).reduce((t, h) => t + s[h], 0);
const position = <T>(scale: readonly T[], mark: T): number => scale.indexOf(mark);

/** Shares to nine digits, so that what is equal but for the last bits is equal; moved a little, so that no simple fraction lies midway. */
function rounded(p: Passport): Passport {
  const nine = (share: number): number => Number((share + Math.SQRT2 * 1e-10).toFixed(9));
  const { 1: a, 2: b, 3: c, 4: d, 5: e } = p.gradeShares;
  return { ...p, estimatedShare: nine(p.estimatedShare), gradeShares: { 1: nine(a), 2: nine(b), 3: nine(c), 4: nine(d), 5: nine(e) } };
}

test('two registers, one overdue and worse, make an overdue total of the lower grade over both sources', () => {
  const a = passport({ sources: [{ name: 'Register' }], method: { kind: 'registered' }, grade: 5, because: [reason('grade.start', { grade: 5 })], freshness: 'fresh', asOf: '2026-10-01', completeness: { reported: 4, expected: 4 }, audience: { audience: 'public', circleId: null } });
  const b = passport({ sources: [{ name: 'Survey' }], method: { kind: 'estimated' }, grade: 2, because: [reason('grade.age', { lost: 2 })], freshness: 'overdue', asOf: '2026-01-01', completeness: { reported: 3, expected: 5 }, audience: { audience: 'network', circleId: null } });
  const both = combine([a, b], [300, 100]);
  expect(both).toMatchObject({
    sources: [{ name: 'Register' }, { name: 'Survey' }], sourceCount: 2, asOf: '2026-01-01', asOfLatest: '2026-10-01', method: { kind: 'derived' },
    freshness: 'overdue', grade: 2, because: [reason('grade.age', { lost: 2 })], gradeShares: { 1: 0, 2: 0.25, 3: 0, 4: 0, 5: 0.75 },
    completeness: { reported: 7, expected: 9 }, missingReporters: 2, estimatedShare: 0.25, audience: { audience: 'network', circleId: null },
  });
  expect(Passport.parse(both)).toEqual(both);
});

test('a total over nothing claims nothing', () => {
  expect(combine([])).toEqual(nothingBehind());
  expect(Passport.parse(nothingBehind())).toMatchObject({ grade: 1, freshness: 'unknown', sourceCount: 0 });
});

test('amounts that do not fit the passports are refused', () => {
  const p = nothingBehind();
  for (const amounts of [[1], [1, -1], [1, NaN], [1, Infinity]]) expect(() => combine([p, p], amounts)).toThrow(RangeError);
});

test('what is left out of a passport is never flattering', () => {
  const p = passport({ sources: [{ name: 'Register' }], method: { kind: 'modelled' }, grade: 4, because: [] });
  expect(p).toMatchObject({ freshness: 'unknown', reliability: 'F', credibility: 6, completeness: null, estimatedShare: 1, sourceCount: 1, gradeShares: { 4: 1 }, audience: { audience: 'owner' } });
  expect(Passport.parse(p)).toEqual(p);
});

test('a passport that travels lists twenty sources and still says how many there are', () => {
  const sources = Array.from({ length: 33 }, (_, i) => ({ name: `Source ${i}` }));
  const p = trimmed(passport({ sources, method: { kind: 'counted' }, grade: 3, because: [] }));
  expect([p.sources.length, p.sourceCount]).toEqual([20, 33]);
  expect(combine([p, p]).sourceCount).toBe(33);
});

test('without sizes the whole is at each grade as low as its lowest part, and no lower', () => {
  const at = (gradeShares: GradeShares) => passport({ sources: [], method: { kind: 'counted' }, grade: 1, because: [], gradeShares });
  expect(combine([at({ 1: 0.5, 2: 0, 3: 0, 4: 0, 5: 0.5 }), at({ 1: 0, 2: 0, 3: 0.75, 4: 0, 5: 0.25 })]).gradeShares).toEqual({ 1: 0.5, 2: 0, 3: 0.25, 4: 0, 5: 0.25 });
  expect(combine([at(allAt(4)), at(allAt(4))]).gradeShares).toEqual(allAt(4));
});

test('rates are listed once and counted in full; the query behind is kept only where all parts have the same', () => {
  const rate = { from: 'USD', to: 'EUR', rate: '0.9', on: '2025-12-31', source: 'a bank' };
  const rows = { operation: 'funds.flows', input: { year: 2025 } };
  const p = passport({ sources: [], method: { kind: 'counted' }, grade: 3, because: [], rates: [rate], rateCount: 40, rows });
  const q = { ...p, rates: [rate, { ...rate, from: 'XAF' }], rateCount: 2 };
  expect(combine([p, q])).toMatchObject({ rates: [rate, { from: 'XAF' }], rateCount: 40, rows });
  expect(combine([p, { ...q, rows: { ...rows, input: { year: 2024 } } }]).rows).toBeNull();
  expect(combine([p, { ...q, rows: null }]).rows).toBeNull();
});

describe('for any passports', () => {
  test('a combined passport is never better than any of its parts', () => {
    fc.assert(
      fc.property(few, fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }), fc.boolean(), (parts, sizes, weighted) => {
        const amounts = sizes.slice(0, parts.length);
        const all = weighted ? combine(parts, amounts) : combine(parts);
        const whole = amounts.reduce((a, b) => a + b, 0);
        Passport.parse(all);
        parts.forEach((p, i) => {
          expect(all.grade).toBeLessThanOrEqual(p.grade);
          for (const scale of ['freshness', 'reliability', 'credibility', 'protection'] as const) {
            expect(position<unknown>(worstLast[scale], all[scale])).toBeGreaterThanOrEqual(position<unknown>(worstLast[scale], p[scale]));
          }
          expect(p.asOf === null ? all.asOf === null : all.asOf === null || all.asOf <= p.asOf).toBe(true);
          expect(all.missingReporters).toBeGreaterThanOrEqual(p.missingReporters);
          expect(all.conflicts).toBeGreaterThanOrEqual(p.conflicts);
          // Not known for one part: not known for the whole; known for all: at least as many missing as in each.
          const missing = (of: Passport): number => (of.completeness ? of.completeness.expected - of.completeness.reported : Infinity);
          expect(missing(all)).toBeGreaterThanOrEqual(missing(p));
          // As much of the amount is estimated, and at each grade or below, as in every part (whole amounts where sizes are given, shares where not).
          const [ofAll, ofPart] = weighted && whole > 0 ? [whole, amounts[i]!] : [1, 1];
          expect(all.estimatedShare * ofAll).toBeGreaterThanOrEqual(p.estimatedShare * ofPart - 1e-9);
          for (const g of [1, 2, 3, 4] as const) expect(atMost(all.gradeShares, g) * ofAll).toBeGreaterThanOrEqual(atMost(p.gradeShares, g) * ofPart - 1e-9);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('whoever may read what was combined may read every part', () => {
    const stranger = fc.constant({ organisationId: null, role: null, circleIds: [] as number[] });
    const member = fc.record({ organisationId: fc.constantFrom(8, 9), role: fc.constant('reader' as const), circleIds: fc.subarray([1, 2]) });
    const actor = fc.oneof(stranger, member);
    fc.assert(
      fc.property(few, actor, (parts, who) => {
        const readable = (p: Passport): boolean => mayRead(who, { ownerId: 9, ...p.audience });
        expect(!readable(combine(parts)) || parts.every(readable)).toBe(true);
      }),
    );
  });

  test('nothing is lost: each source, rate and gap of a part is in the whole', () => {
    fc.assert(
      fc.property(few, (parts) => {
        const all = combine(parts);
        for (const p of parts) {
          for (const s of p.sources) expect(all.sources.map((t) => t.key)).toContain(s.key);
          for (const r of p.rates) expect(all.rates).toContainEqual(r);
          expect(all.sourceCount).toBeGreaterThanOrEqual(p.sourceCount);
        }
      }),
    );
  });

  test('the order of the parts does not matter', () => {
    fc.assert(fc.property(anyPassport, anyPassport, fc.nat(9), fc.nat(9), (a, b, x, y) => {
      expect(rounded(combine([a, b]))).toEqual(rounded(combine([b, a])));
      expect(rounded(combine([a, b], [x, y]))).toEqual(rounded(combine([b, a], [y, x])));
    }));
  });

  test('combining in steps gives what combining at once gives', () => {
    fc.assert(fc.property(anyPassport, anyPassport, anyPassport, fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 3 }), (a, b, c, [x, y, z]) => {
      expect(rounded(combine([combine([a, b]), c]))).toEqual(rounded(combine([a, combine([b, c])])));
      expect(rounded(combine([combine([a, b]), c]))).toEqual(rounded(combine([a, b, c])));
      expect(rounded(combine([combine([a, b], [x!, y!]), c], [x! + y!, z!]))).toEqual(rounded(combine([a, b, c], [x!, y!, z!])));
    }));
  });

  test('combining a passport with itself changes nothing but what is counted', () => {
    fc.assert(fc.property(anyPassport, (a) => {
      const twice = combine([a, a]);
      expect(rounded(combine([a]))).toEqual(rounded(a));
      expect(rounded({ ...twice, completeness: a.completeness, missingReporters: a.missingReporters, conflicts: a.conflicts })).toEqual(rounded(a));
      expect([twice.missingReporters, twice.conflicts]).toEqual([2 * a.missingReporters, 2 * a.conflicts]);
    }));
  });

  test('shares by grade always make a whole', () => {
    fc.assert(fc.property(few, fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }), (parts, sizes) => {
      for (const all of [combine(parts), combine(parts, sizes.slice(0, parts.length))]) expect(atMost(all.gradeShares, 5)).toBeCloseTo(1, 9);
    }));
  });
});

test('what is not judged stands after every good mark and before every bad one', () => {
  expect(worst(worstLast.freshness, ['fresh', 'unknown'])).toBe('unknown');
  expect(worst(worstLast.freshness, ['overdue', 'unknown'])).toBe('overdue');
  expect(worst(worstLast.reliability, ['C', 'F'])).toBe('F');
  expect(worst(worstLast.reliability, ['D', 'F'])).toBe('D');
  expect(worst(worstLast.credibility, [6, 4, 1])).toBe(4);
});
