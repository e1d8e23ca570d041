import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, allocateUnits, allocateWhole } from './allocate.ts';
import { compare, ofUnits, sum } from './decimal.ts';
import { addMoney, convert, crossRate, minorUnit, money, sumMoney, type Money } from './money.ts';
import type { Decimal } from './values.ts';

const eur = (amount: Decimal, on: string | null = null) => money(amount, 'EUR', on);

test('amounts of one currency add up exactly and keep a common day', () => {
  expect(addMoney(eur('0.10', '2026-01-01'), eur('0.20', '2026-01-01'))).toEqual({ amount: '0.30', currency: 'EUR', on: '2026-01-01' });
  expect(addMoney(eur('1', '2026-01-01'), eur('1', '2026-02-01')).on).toBeNull();
  expect(sumMoney('EUR', [])).toEqual({ amount: '0', currency: 'EUR', on: null });
  expect(sumMoney('EUR', [eur('1.5'), eur('2.25')]).amount).toBe('3.75');
  expect(sumMoney('EUR', [eur('1', '2026-01-01'), eur('1', '2026-01-01')]).on).toBe('2026-01-01');
  expect(sumMoney('EUR', [eur('1', '2026-01-01'), eur('1', '2026-02-01')]).on).toBeNull();
});

test('two currencies cannot be added: it does not compile, and it throws', () => {
  // @ts-expect-error EUR and USD are different types
  expect(() => addMoney(money('1', 'EUR'), money('1', 'USD'))).toThrow(RangeError);
  const unknown: Money[] = [money('1', 'EUR'), money('1', 'USD')];
  expect(() => addMoney(unknown[0]!, unknown[1]!)).toThrow(RangeError);
  expect(() => sumMoney<string>('EUR', unknown)).toThrow(RangeError);
});

test('conversion rounds half to even to the smallest unit of the currency and keeps the value date', () => {
  const rate = { from: 'USD', to: 'EUR', rate: '0.5', on: '2025-06-30', source: 'yearly average' };
  expect(convert(money('0.05', 'USD', '2025-03-01'), rate)).toEqual({ amount: '0.02', currency: 'EUR', on: '2025-03-01' });
  expect(convert(money('0.07', 'USD'), rate).amount).toBe('0.04');
  expect(convert(money('1.2345', 'USD'), rate, 6).amount).toBe('0.617250');
  expect(convert(money('3', 'EUR'), { ...rate, from: 'EUR', to: 'JPY', rate: '160.5' }).amount).toBe('482');
  expect(() => convert(eur('1'), rate)).toThrow(RangeError);
});

test('a smallest unit is a hundredth unless the currency has another', () => {
  expect(['EUR', 'JPY', 'XAF', 'TND', 'CLF', 'MKD', 'toString'].map(minorUnit)).toEqual([2, 0, 0, 3, 4, 2, 2]);
});

test('a cross rate goes through a common third currency and is used as it is printed', () => {
  const rate = crossRate({ currency: 'XAF', perThird: '606.345' }, { currency: 'EUR', perThird: '0.9243' }, '2024-12-31', 'a bank');
  expect(rate).toEqual({ from: 'XAF', to: 'EUR', rate: '0.00152437968483', on: '2024-12-31', source: 'a bank' });
  expect(convert(money('1000000', 'XAF'), rate).amount).toBe('1524.38');
  expect(crossRate({ currency: 'EUR', perThird: '0.9' }, { currency: 'EUR', perThird: '0.9' }, '2024-12-31', 'a bank').rate).toBe('1');
  for (const perThird of ['0', '0.00', '-1']) {
    expect(() => crossRate({ currency: 'EUR', perThird }, { currency: 'USD', perThird: '1' }, '2024-12-31', 'a bank')).toThrow('a rate of');
    expect(() => crossRate({ currency: 'USD', perThird: '1' }, { currency: 'EUR', perThird }, '2024-12-31', 'a bank')).toThrow('a rate of');
  }
});

describe('splitting an amount', () => {
  test('percentages that exceed a hundred are shared out in proportion', () => {
    expect(allocate('100', ['100', '100'])).toEqual(['50', '50']);
  });

  test('the last digit goes to the largest remainder, then the larger weight, then the earlier part', () => {
    expect(allocate('0.10', ['1', '1', '1'])).toEqual(['0.04', '0.03', '0.03']);
    expect(allocate('100.00', ['33.33', '33.33', '33.34'])).toEqual(['33.33', '33.33', '33.34']);
    expect(allocate('1', ['1', '1', '2'])).toEqual(['0', '0', '1']);
    expect(allocate('5', ['1', '1'], 2)).toEqual(['2.50', '2.50']);
  });

  test('a correction takes back exactly what the payment gave', () => {
    expect(allocate('-0.10', ['1', '1', '1'])).toEqual(['-0.04', '-0.03', '-0.03']);
  });

  test('without any weight above zero there is nothing to split by', () => {
    for (const weights of [[], ['0', '0.0'], ['0'], ['1', '-1'], ['-1']]) expect(() => allocate('1', weights)).toThrow(RangeError);
  });

  const weight = fc.tuple(fc.oneof(fc.bigInt(0n, 100n), fc.bigInt(0n, 10n ** 9n), fc.bigInt(0n, 10n ** 30n)), fc.nat(6)).map(([u, s]) => ofUnits(u, s));
  const weights = fc.array(weight, { minLength: 1, maxLength: 12 }).filter((ws) => ws.some((w) => compare(w, '0') > 0));
  const amount = fc.tuple(fc.oneof(fc.bigInt(-1000n, 1000n), fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(-(10n ** 30n), 10n ** 30n)), fc.nat(4)).map(([u, s]) => ofUnits(u, s));

  test('whatever the weights and the sign, the parts add up to the last digit and none is a unit away from its share', () => {
    fc.assert(
      fc.property(amount, weights, fc.nat(4), (a, ws, digits) => {
        const parts = allocate(a, ws, digits);
        expect(compare(sum(parts), a)).toBe(0);
        const scale = Math.max(...parts.map((p) => p.split('.')[1]?.length ?? 0));
        const unit = 10n ** BigInt(20 - scale);
        const exact = (d: Decimal) => BigInt(d.includes('.') ? d.replace(/\.(.*)/, (_, f: string) => f.padEnd(20, '0')) : `${d}${'0'.repeat(20)}`);
        const total = ws.reduce((t, w) => t + exact(w), 0n);
        parts.forEach((p, i) => {
          const off = exact(p) * total - exact(a) * exact(ws[i]!);
          expect((off < 0n ? -off : off) < unit * total).toBe(true);
          expect(compare(p, '0') === 0 || compare(ws[i]!, '0') > 0).toBe(true);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('whole units: in numbers as in large numbers, also where corrections stand among the weights', () => {
    expect(allocateWhole(10, [6, 6, -2])).toEqual([6, 6, -2]);
    expect(allocateWhole(7, [6, 6, -2])).toEqual([4, 4, -1]);
    const some = fc.array(fc.integer({ min: -50, max: 10 ** 6 }), { minLength: 1, maxLength: 90 }).filter((ws) => ws.reduce((a, b) => a + b, 0) > 0);
    fc.assert(fc.property(fc.maxSafeInteger(), some, (units, ws) => {
      const parts = allocateUnits(BigInt(units), ws.map(BigInt));
      expect(allocateWhole(units, ws)).toEqual(parts.map(Number));
      expect(parts.reduce((a, b) => a + b, 0n)).toBe(BigInt(units));
      const total = BigInt(ws.reduce((a, b) => a + b, 0));
      parts.forEach((p, i) => {
        const off = p * total - BigInt(units) * BigInt(ws[i]!);
        expect((off < 0n ? -off : off) < total).toBe(true);
      });
    }), { numRuns: 1000 });
    for (const ws of [[], [0], [0, 0], [1, -1], [-3]]) expect(() => allocateWhole(5, ws)).toThrow(RangeError);
  });

  test('a split is exact where doubles are not', () => {
    expect(allocate('90071992547409.93', ['99999999', '1'])).toEqual(['90071991646690.00', '900719.93']);
    expect(sum(allocate('90071992547409.93', ['33333333', '66666667']))).toBe('90071992547409.93');
  });

  test('the opposite amount is split into the opposite parts', () => {
    fc.assert(
      fc.property(amount, weights, (a, ws) => {
        const mirrored = a.startsWith('-') ? a.slice(1) : `-${a}`;
        const sums = allocate(a, ws).map((p, i) => sum([p, allocate(mirrored, ws)[i]!]));
        for (const s of sums) expect(compare(s, '0')).toBe(0);
      }),
    );
  });

  test('weights of a common factor give the same parts', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 7n), 10n ** 7n), fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (u, ws) => {
        fc.pre(ws.some((w) => w > 0));
        const huge = ws.map((w) => `${w}${'0'.repeat(25)}`);
        expect(allocate(ofUnits(u, 2), huge)).toEqual(allocate(ofUnits(u, 2), ws.map(String)));
      }),
    );
  });
});
