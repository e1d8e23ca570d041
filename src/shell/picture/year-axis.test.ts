import { expect, test } from 'vitest';
import { yearAxis } from './year-axis.ts';

const years = (...all: number[]) => yearAxis(all.map((year) => ({ year, value: year })));

test('years of which nothing is known stand between those that are known', () => {
  expect(years(2021, 2015, 2018).map((s) => (s.kind === 'year' ? [s.year, s.value] : s))).toEqual([[2015, 2015], [2016, null], [2017, null], [2018, 2018], [2019, null], [2020, null], [2021, 2021]]);
});

test('a gap of generations is one step, said with its ends', () => {
  expect(years(1970, 2020, 2021)).toEqual([{ kind: 'year', year: 1970, value: 1970 }, { kind: 'gap', from: 1971, to: 2019 }, { kind: 'year', year: 2020, value: 2020 }, { kind: 'year', year: 2021, value: 2021 }]);
  expect(years()).toEqual([]);
});
