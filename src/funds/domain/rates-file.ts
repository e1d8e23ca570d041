import { dayNumber, dayOf } from '../../kernel/period.ts';
import type { Currency, Day, Decimal } from '../../kernel/values.ts';

/** One line of a rates file that could be read. */
export type RateLine = { currency: Currency; from: Day; to: Day; perUsd: Decimal };
export type RatesProblem = { line: number; what: string };

/** A day that the calendar has: the thirtieth of February is none. */
const day = (text: string): Day | null => (/^[1-9]\d{3}-\d\d-\d\d$/.test(text) && dayOf(dayNumber(text)) === text ? text : null);

/**
 * Reads a rates file line by line: `year,currency,units_per_usd`, or `from,to,currency,units_per_usd`, in any order of
 * columns, with a line of headings. What cannot be read is told with its line; the other lines count.
 * @returns what one line says, its cells as a CSV parser gives them, headings first; null: nothing
 */
export function ratesReader(): (cells: readonly string[]) => RateLine | RatesProblem | null {
  let line = 0;
  let at: Columns | null = null;
  return (cells) => {
    if (++line === 1) return (at = columnsOf(cells)) === null ? noHeadings : null;
    return at === null || cells.every((c) => c.trim() === '') ? null : rateOf(cells, line, at);
  };
}

/** Without these nothing of a file can be read. */
export const noHeadings: RatesProblem = { line: 1, what: 'headings: year, currency, units_per_usd; or from, to, currency, units_per_usd' };

/** Where each column stands; -1: nowhere. */
type Columns = { year: number; from: number; to: number; currency: number; perUsd: number };

function columnsOf(cells: readonly string[]): Columns | null {
  const headings = cells.map((h) => h.trim().toLowerCase().replace(/^\uFEFF/, ''));
  const [year, from, to, currency, perUsd] = 'year from to currency units_per_usd'.split(' ').map((name) => headings.indexOf(name)) as [number, number, number, number, number];
  return currency < 0 || perUsd < 0 || (year < 0 && (from < 0 || to < 0)) ? null : { year, from, to, currency, perUsd };
}

function rateOf(cells: readonly string[], line: number, { year, from, to, currency, perUsd }: Columns): RateLine | RatesProblem {
  const cell = (n: number): string => (cells[n] ?? '').trim();
  const span = year >= 0 && cell(year) !== '' ? [`${cell(year)}-01-01`, `${cell(year)}-12-31`] : [cell(from), cell(to)];
  const [first, last] = [day(span[0]!), day(span[1]!)];
  const code = cell(currency).toUpperCase();
  const units = cell(perUsd).replace(/^\+/, '');
  if (!/^[A-Z]{3}$/.test(code)) return { line, what: `currency: ${cell(currency)}` };
  if (first === null || last === null || last < first) return { line, what: year >= 0 ? `year: ${cell(year)}` : `from, to: ${cell(from)}, ${cell(to)}` };
  if (!/^\d+(\.\d+)?$/.test(units) || !(Number(units) > 0)) return { line, what: `units_per_usd: ${cell(perUsd)}` };
  return { currency: code, from: first, to: last, perUsd: units };
}
