import { expect, test } from 'vitest';
import { roundish, scaleOf } from './scale.ts';

test('borders are round and every value falls in one step', () => {
  const scale = scaleOf([1200, 5400, 18_342, 99_000, 250_000, 1_834_202, 9_900_000, 12_000_000, 48_000_000, 51_000_000]);
  expect(scale.borders).toEqual([20_000, 250_000, 10_000_000, 50_000_000]);
  expect([1200, 20_000, 250_000, 12_000_000, 51_000_000].map(scale.stepOf)).toEqual([1, 2, 3, 4, 5]);
});

test('few values share one colour, nothing is divided by zero', () => {
  expect(scaleOf([]).borders).toEqual([]);
  expect(scaleOf([5, 9]).stepOf(5)).toBe(4);
  expect(roundish(0)).toBe(0);
});
