import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../kernel/period.ts';
import { yearsOf } from './plans.ts';

test('a plan is spread over calendar years by days', () => {
  expect(yearsOf('2020-07-01', '2021-06-30')).toEqual([{ year: 2020, days: 184 }, { year: 2021, days: 181 }]);
  expect(yearsOf('2020-01-01', '2020-12-31')).toEqual([{ year: 2020, days: 366 }]);
});

test('half a period, none, or one that ends before it begins, stands in one year', () => {
  expect(yearsOf('2020-07-01', null)).toEqual([{ year: 2020, days: 1 }]);
  expect(yearsOf(null, '2021-07-01')).toEqual([{ year: 2021, days: 1 }]);
  expect(yearsOf('2021-07-01', '2020-01-01')).toEqual([{ year: 2021, days: 1 }]);
  expect(yearsOf('1900-01-01', '2999-12-31')).toEqual([{ year: 1900, days: 1 }]);
  expect(yearsOf(null, null)).toEqual([{ year: null, days: 1 }]);
});

test('no day is lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), (start, length) => {
      expect(yearsOf(dayOf(start), dayOf(start + length)).reduce((days, y) => days + y.days, 0)).toBe(length + 1);
    }),
  );
});
