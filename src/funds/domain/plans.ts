import { byYear, lengthInDays } from '../../kernel/period.ts';
import type { Day } from '../../kernel/values.ts';

/** A year and its weight in days; null: no period is named. */
export type YearShare = { year: number | null; days: number };

/** A plan over more years than this is taken for a slip of the pen: it stands in its first year. */
const LONGEST_YEARS = 60;

/**
 * Over which years a plan is spread, pro rata by day. A plan with one end only stands in the year of that end, one that
 * ends before it begins in the year in which it begins.
 */
export function yearsOf(from: Day | null, to: Day | null): YearShare[] {
  const first = from ?? to;
  if (first === null) return [{ year: null, days: 1 }];
  const year = Number(first.slice(0, 4));
  if (from === null || to === null || to < from || Number(to.slice(0, 4)) - year > LONGEST_YEARS) return [{ year, days: 1 }];
  return byYear({ from, to }).map(({ year: y, part }) => ({ year: y, days: lengthInDays(part) }));
}
