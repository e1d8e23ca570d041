import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitsOf } from '../../kernel/decimal.ts';
import { annualAverage, builtInRates, NO_RATE, Rates, tableYears } from './convert.ts';

const euros = (rates: Rates, amount: string, currency: string, day: string | null) => rates.cents(unitsOf(amount), rates.rateFor(currency, day));
const used = (rates: Rates, currency: string, day: string) => rates.used[rates.rateFor(currency, day)];

describe('annual averages', () => {
  test('are those of the source: units per US dollar', () => {
    expect(annualAverage('EUR', 2020)).toBe('0.875506');
    expect(annualAverage('USD', 1999)).toBe('1');
    expect(annualAverage('DEM', 2005)).toBeNull();
    expect(tableYears).toEqual({ first: 1990, last: 2024 });
    expect([...builtInRates()].length).toBeGreaterThan(5000);
  });

  test('a value is converted at the average of its year, halves to even', () => {
    const rates = new Rates('EUR');
    expect(euros(rates, '1000', 'USD', '2020-05-05')).toBe(87551);
    expect(used(rates, 'USD', '2020-01-01')).toMatchObject({ from: 'USD', to: 'EUR', rate: '0.875506', on: '2020-12-31', own: false, ofOtherYear: false });
    expect(euros(rates, '0.005', 'EUR', '2020-05-05')).toBe(0);
    expect(euros(rates, '0.015', 'EUR', '2020-05-05')).toBe(2);
    expect(euros(rates, '-0.015', 'EUR', null)).toBe(-2);
  });

  test('a year that the table does not have takes the nearest, and says so', () => {
    const rates = new Rates('EUR');
    expect(used(rates, 'USD', '2031-05-05')).toMatchObject({ rate: annualAverage('EUR', 2024), on: '2024-12-31', ofOtherYear: true });
    expect(used(rates, 'DEM', '2005-05-05')).toMatchObject({ on: '1998-12-31', ofOtherYear: true });
  });

  test('the euro before it existed is worth its marks', () => {
    const rates = new Rates('EUR');
    expect(euros(rates, '195583', 'DEM', '1995-05-05')! / 100).toBeCloseTo(100_000, 0);
  });

  test('no rate: unknown currency, unknown day, no currency', () => {
    const rates = new Rates('EUR');
    expect([rates.rateFor('QQQ', '2020-01-01'), rates.rateFor('USD', null), rates.rateFor(null, '2020-01-01')]).toEqual([NO_RATE, NO_RATE, NO_RATE]);
    expect(rates.cents(unitsOf('5'), NO_RATE)).toBeNull();
    expect(euros(rates, '5', 'EUR', null)).toBe(500);
  });

  test('doubles find the same cents as exact numbers do, at halves too', () => {
    const rates = new Rates('EUR', [{ currency: 'QQQ', from: '2020-01-01', to: '2020-12-31', perUsd: '0.0032', source: 'mine' }]);
    const currency = fc.constantFrom('EUR', 'USD', 'GBP', 'IDR', 'QQQ');
    fc.assert(fc.property(currency, fc.oneof(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: -20_000, max: 20_000 }).map((n) => n * 5)), fc.integer({ min: 0, max: 15 }), (of, units, scale) => {
      const rate = rates.rateFor(of, '2020-05-05');
      expect(rates.centsOf(units, scale, rate)).toBe(rates.cents({ units: BigInt(units), scale }, rate));
    }), { numRuns: 5_000 });
    expect(rates.centsOf(5, 0, NO_RATE)).toBeNull();
    expect(rates.centsOf(-0, 2, 0)).toBe(0);
  });

  test('an amount beyond what can be held exactly is not converted', () => {
    expect(euros(new Rates('EUR'), '99999999999999999999', 'EUR', null)).toBeNull();
  });
});

describe('rates of one’s own', () => {
  const own = [
    { currency: 'CHF', from: '2020-01-01', to: '2020-06-30', perUsd: '0.8', source: 'mine' },
    { currency: 'EUR', from: '2020-01-01', to: '2020-12-31', perUsd: '0.9', source: 'mine too' },
    { currency: 'CHF', from: '2020-01-01', to: '2020-12-31', perUsd: '0.7', source: 'weaker' },
  ];

  test('win where their span holds the value date, the first of the list before the others', () => {
    const rates = new Rates('EUR', own);
    expect(used(rates, 'CHF', '2020-03-03')).toMatchObject({ rate: '1.125', on: '2020-06-30', source: 'mine; mine too', own: true, ofOtherYear: false });
    expect(used(rates, 'CHF', '2020-09-09')).toMatchObject({ source: 'weaker; mine too' });
    expect(used(rates, 'USD', '2020-09-09')).toMatchObject({ rate: '0.9', source: 'mine too', own: true });
  });

  test('are completed by the table where they name one side only, and do nothing outside their span', () => {
    const rates = new Rates('EUR', own);
    expect(used(rates, 'GBP', '2020-02-02')).toMatchObject({ own: true, source: expect.stringMatching(/IMF.*2020; mine too$/) });
    expect(used(rates, 'CHF', '2021-03-03')).toMatchObject({ own: false });
  });
});
