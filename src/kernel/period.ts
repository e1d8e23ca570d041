import { z } from 'zod';
import { allocateUnits } from './allocate.ts';
import { ofUnits, scaleOf, unitsOf } from './decimal.ts';
import { Day, type Decimal } from './values.ts';

/** A span of calendar days; both ends belong to it. */
export const Period = z
  .object({ from: Day, to: Day })
  .refine((p) => p.from <= p.to, 'a period does not end before it begins');
export type Period = z.infer<typeof Period>;

/**
 * Days since 1 January 1970 in the proleptic Gregorian calendar (negative before). The calendar is counted in
 * 400-year cycles of 146,097 days with the year beginning in March, so that leap days come last.
 */
export function dayNumber(day: Day): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const cycle = Math.floor(year / 400);
  const yearOfCycle = year - cycle * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  return cycle * 146_097 + yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear - 719_468;
}

/** The day of a day number; inverse of {@link dayNumber}. Days before year 0 or after year 9999 throw a RangeError. */
export function dayOf(number: number): Day {
  const shifted = number + 719_468;
  const cycle = Math.floor(shifted / 146_097);
  const dayOfCycle = shifted - cycle * 146_097;
  const yearOfCycle = Math.floor((dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) / 365);
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`no day of the years 0 to 9999: ${number}`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day `days` later (earlier when negative). */
export function daysLater(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

/** How many days a period has; one where it begins and ends on the same day. */
export function lengthInDays(p: Period): number {
  return daysBetween(p.from, p.to) + 1;
}

export function contains(p: Period, day: Day): boolean {
  return p.from <= day && day <= p.to;
}

/** The days that both have, or null. */
export function overlap(a: Period, b: Period): Period | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
}

/** The shortest period that holds both. */
export function hull(a: Period, b: Period): Period {
  return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to };
}

/** The calendar year. */
export function yearOf(year: number): Period {
  const y = String(year).padStart(4, '0');
  return { from: `${y}-01-01`, to: `${y}-12-31` };
}

const quarterEnds = ['03-31', '06-30', '09-30', '12-31'] as const;
const quarterStarts = ['01-01', '04-01', '07-01', '10-01'] as const;

/** The calendar quarter, 1 to 4. */
export function quarterOf(year: number, quarter: 1 | 2 | 3 | 4): Period {
  const y = String(year).padStart(4, '0');
  return { from: `${y}-${quarterStarts[quarter - 1]}`, to: `${y}-${quarterEnds[quarter - 1]}` };
}

/** The part of each calendar year that a period covers, in order. */
export function byYear(p: Period): { year: number; part: Period }[] {
  const parts: { year: number; part: Period }[] = [];
  for (let year = Number(p.from.slice(0, 4)); year <= Number(p.to.slice(0, 4)); year++) {
    parts.push({ year, part: overlap(p, yearOf(year))! });
  }
  return parts;
}

/** The part of each calendar quarter that a period covers, in order. */
export function byQuarter(p: Period): { year: number; quarter: 1 | 2 | 3 | 4; part: Period }[] {
  return byYear(p).flatMap(({ year, part }) =>
    ([1, 2, 3, 4] as const).flatMap((quarter) => {
      const covered = overlap(part, quarterOf(year, quarter));
      return covered ? [{ year, quarter, part: covered }] : [];
    }),
  );
}

/**
 * Splits an amount over consecutive or separate periods pro rata by day, adding up to its last digit (largest
 * remainder). The parts share the whole amount by their lengths, whatever lies between them.
 * @param digits digits after the point that the parts may have, at least those of the amount
 */
export function proRata(amount: Decimal, parts: readonly Period[], digits: number = 0): Decimal[] {
  const scale = Math.max(digits, scaleOf(amount));
  const { units, scale: own } = unitsOf(amount);
  const split = allocateUnits(units * 10n ** BigInt(scale - own), parts.map((p) => BigInt(lengthInDays(p))));
  return split.map((u) => ofUnits(u, scale));
}
