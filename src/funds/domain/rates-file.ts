import { dayNumber, dayOf } from '../../kernel/period.ts';
import type { Currency, Day, Decimal } from '../../kernel/values.ts';

/** One line of a rates file that could be read. */
export type RateLine = { currency: Currency; from: Day; to: Day; perUsd: Decimal };
export type RatesProblem = { line: number; what: string };

/** A day that the calendar has: the thirtieth of February is none. */
const day = (text: string): Day | null => (/^[1-9]\d{3}-\d\d-\d\d$/.test(text) && dayOf(dayNumber(text)) === text ? text : null);

/**
 * Reads the lines of a rates file: `year,currency,units_per_usd`, or `from,to,currency,units_per_usd`, in any order of
 * columns, with a line of headings. What cannot be read is told with its line; the other lines count.
 * @param lines cells of each line as a CSV parser gives them, headings first
 */
export function readRates(lines: readonly (readonly string[])[]): { rates: RateLine[]; problems: RatesProblem[] } {
  const headings = (lines[0] ?? []).map((h) => h.trim().toLowerCase().replace(/^\uFEFF/, ''));
  const at = (name: string): number => headings.indexOf(name);
  const [year, from, to, currency, perUsd] = 'year from to currency units_per_usd'.split(' ').map(at) as [number, number, number, number, number];
  if (currency < 0 || perUsd < 0 || (year < 0 && (from < 0 || to < 0))) {
    return { rates: [], problems: [{ line: 1, what: 'headings: year, currency, units_per_usd; or from, to, currency, units_per_usd' }] };
  }
  const rates: RateLine[] = [];
  const problems: RatesProblem[] = [];
  for (const [i, cells] of lines.entries()) {
    if (i === 0 || cells.every((c) => c.trim() === '')) continue;
    const cell = (n: number): string => (cells[n] ?? '').trim();
    const span = year >= 0 && cell(year) !== '' ? [`${cell(year)}-01-01`, `${cell(year)}-12-31`] : [cell(from), cell(to)];
    const [first, last] = [day(span[0]!), day(span[1]!)];
    const code = cell(currency).toUpperCase();
    const units = cell(perUsd).replace(/^\+/, '');
    if (!/^[A-Z]{3}$/.test(code)) problems.push({ line: i + 1, what: `currency: ${cell(currency)}` });
    else if (first === null || last === null || last < first) problems.push({ line: i + 1, what: year >= 0 ? `year: ${cell(year)}` : `from, to: ${cell(from)}, ${cell(to)}` });
    else if (!/^\d+(\.\d+)?$/.test(units) || !(Number(units) > 0)) problems.push({ line: i + 1, what: `units_per_usd: ${cell(perUsd)}` });
    else rates.push({ currency: code, from: first, to: last, perUsd: units });
  }
  return { rates, problems };
}
