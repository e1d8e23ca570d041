import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as decimal from './decimal.ts';
import type { Decimal } from './values.ts';

/** Decimals of every size: short ones that take the integer path, long ones that do not, and both mixed. */
const anyDecimal = fc
  .tuple(fc.oneof(fc.bigInt(-99_999n, 99_999n), fc.bigInt(-(10n ** 16n), 10n ** 16n), fc.bigInt(-(10n ** 40n), 10n ** 40n)), fc.nat(20), fc.nat(3))
  .map(([units, scale, zeros]): Decimal => {
    const text = decimal.ofUnits(units, scale);
    return text.startsWith('-') ? `-${'0'.repeat(zeros)}${text.slice(1)}` : `${'0'.repeat(zeros)}${text}`;
  });

/** The number as a fraction with denominator 10^60, read without the code under test. */
function rational(d: Decimal): bigint {
  const negative = d.startsWith('-');
  const [whole, fraction = ''] = d.replace('-', '').split('.');
  const size = BigInt(whole! + fraction.padEnd(60, '0'));
  return negative ? -size : size;
}

test('a tenth and two tenths are three tenths', () => {
  expect(decimal.add('0.1', '0.2')).toBe('0.3');
  expect(decimal.sum(Array.from({ length: 10 }, () => '0.1'))).toBe('1.0');
});

test('a result keeps the longer fraction of its parts', () => {
  expect(decimal.add('0.50', '1')).toBe('1.50');
  expect(decimal.add('-1.25', '1.25')).toBe('0.00');
  expect(decimal.subtract('10', '10.005')).toBe('-0.005');
});

test('zero has no sign', () => {
  expect(decimal.add('-0', '0')).toBe('0');
  expect(decimal.negate('0.00')).toBe('0.00');
  expect(decimal.shortest('-0.00')).toBe('0');
  expect(decimal.sign('-0.000')).toBe(0);
});

test('halves are rounded to the even digit', () => {
  expect(['2.345', '2.355', '-2.345', '-2.355', '2.5', '3.5', '0.5', '-0.5'].map((d) => decimal.round(d, d.length > 4 ? 2 : 0))).toEqual([
    '2.34', '2.36', '-2.34', '-2.36', '2', '4', '0', '0',
  ]);
  expect(decimal.round('1', 2)).toBe('1.00');
  expect(decimal.divide('1', '3', 4)).toBe('0.3333');
  expect(decimal.divide('1', '-8', 2)).toBe('-0.12');
});

test('the shortest text of a number drops trailing zeros only', () => {
  expect(['1.50', '100', '100.00', '0.010'].map(decimal.shortest)).toEqual(['1.5', '100', '100', '0.01']);
});

test.each(['', '-', '.5', '5.', '1,5', '1e3', '0x1', ' 1', '+1', '1.2.3', 'NaN', '--1', '٣'])('%j is no decimal and is refused everywhere', (text) => {
  expect(() => decimal.add(text, '1')).toThrow(RangeError);
  expect(() => decimal.add('1', text)).toThrow(RangeError);
  expect(() => decimal.compare('1', text)).toThrow(RangeError);
  expect(() => decimal.multiply(text, '1')).toThrow(RangeError);
  expect(() => decimal.sum(['1', text])).toThrow(RangeError);
  expect(() => decimal.round(text, 2)).toThrow(RangeError);
});

test('dividing by zero is refused', () => {
  expect(() => decimal.divide('1', '0.00', 2)).toThrow(RangeError);
});

describe('for decimals of any length', () => {
  test('sums, differences, products and comparisons equal those of exact rationals', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(rational(decimal.add(a, b))).toBe(rational(a) + rational(b));
        expect(rational(decimal.subtract(a, b))).toBe(rational(a) - rational(b));
        expect(rational(decimal.multiply(a, b)) * 10n ** 60n).toBe(rational(a) * rational(b));
        expect(decimal.compare(a, b)).toBe(rational(a) < rational(b) ? -1 : rational(a) > rational(b) ? 1 : 0);
        expect(rational(decimal.negate(a))).toBe(-rational(a));
        expect(rational(decimal.shortest(a))).toBe(rational(a));
      }),
      { numRuns: 2000 },
    );
  });

  test('a running total is the exact sum in any order', () => {
    fc.assert(
      fc.property(fc.array(anyDecimal, { maxLength: 30 }), (ds) => {
        const exact = ds.reduce((t, d) => t + rational(d), 0n);
        expect(rational(decimal.sum(ds))).toBe(exact);
        expect(decimal.compare(decimal.sum(ds), decimal.sum([...ds].reverse()))).toBe(0);
        expect(rational(ds.reduce(decimal.add, '0'))).toBe(exact);
      }),
    );
  });

  test('rounding is off by at most half a unit of the last digit kept, and exact where nothing is lost', () => {
    fc.assert(
      fc.property(anyDecimal, fc.nat(12), (a, digits) => {
        const rounded = decimal.round(a, digits);
        const off = rational(rounded) - rational(a);
        const half = 10n ** BigInt(60 - digits);
        expect((off < 0n ? -off : off) * 2n <= half).toBe(true);
        const midway = (off < 0n ? -off : off) * 2n === half;
        expect(midway && Number(rounded.at(-1)) % 2 === 1).toBe(false);
        expect(decimal.scaleOf(rounded)).toBe(digits);
      }),
    );
  });

  test('a quotient is the nearest one with that many digits', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.nat(12), (a, b, digits) => {
        fc.pre(!decimal.isZero(b));
        const off = rational(decimal.divide(a, b, digits)) * rational(b) - rational(a) * 10n ** 60n;
        const size = rational(b) < 0n ? -rational(b) : rational(b);
        expect((off < 0n ? -off : off) * 2n <= size * 10n ** BigInt(60 - digits)).toBe(true);
      }),
    );
  });
});
