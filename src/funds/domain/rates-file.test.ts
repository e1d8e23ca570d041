import { expect, test } from 'vitest';
import { ratesReader, type RateLine, type RatesProblem } from './rates-file.ts';

function readRates(lines: string[][]): { rates: RateLine[]; problems: RatesProblem[] } {
  const said = lines.map(ratesReader()).filter((s) => s !== null);
  return { rates: said.filter((s) => 'perUsd' in s), problems: said.filter((s) => 'what' in s) };
}

test('a year is its days; columns may stand in any order', () => {
  expect(readRates([['\uFEFFCurrency', 'units_per_usd', 'Year'], ['chf', '0.9', '2020']])).toEqual({ rates: [{ currency: 'CHF', from: '2020-01-01', to: '2020-12-31', perUsd: '0.9' }], problems: [] });
});

test('spans of days, beside years', () => {
  const { rates } = readRates([['year', 'from', 'to', 'currency', 'units_per_usd'], ['', '2020-02-01', '2020-02-29', 'EUR', '+0.91'], ['2019', '', '', 'EUR', '0.89']]);
  expect(rates.map((r) => [r.from, r.to, r.perUsd])).toEqual([['2020-02-01', '2020-02-29', '0.91'], ['2019-01-01', '2019-12-31', '0.89']]);
});

test('what cannot be read is told with its line, and the others count', () => {
  const { rates, problems } = readRates([['from', 'to', 'currency', 'units_per_usd'], ['2020-02-30', '2020-03-01', 'EUR', '1'], ['2020-03-02', '2020-03-01', 'EUR', '1'], ['2020-01-01', '2020-01-31', 'Euro', '1'], ['2020-01-01', '2020-01-31', 'EUR', '0'], [''], ['2020-01-01', '2020-01-31', 'EUR', '1,5'], ['2020-01-01', '2020-01-31', 'EUR', '1.5']]);
  expect(rates).toHaveLength(1);
  expect(problems.map((p) => p.line)).toEqual([2, 3, 4, 5, 7]);
});

test('without the headings nothing can be read', () => {
  expect(readRates([['a', 'b'], ['1', '2']])).toMatchObject({ rates: [], problems: [{ line: 1 }] });
  expect(readRates([['a', 'b'], ['1', '2'], ['3', '4']]).problems).toHaveLength(1);
});
