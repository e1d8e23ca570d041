import { z } from 'zod';
import type { Freshness } from './passport.ts';
import { daysBetween } from './period.ts';
import { reason, type Reason } from './reason.ts';
import type { Day } from './values.ts';

/**
 * How often a figure is promised anew: a number of days, `live` or `never` (history that is not updated; both are
 * always fresh), or unknown (null).
 */
export const Rhythm = z.union([z.number().int().positive(), z.literal('live'), z.literal('never')]).nullable();
export type Rhythm = z.infer<typeof Rhythm>;

/**
 * From how many days of age on a figure of a rhythm is due, overdue and delinquent. Source: configuration of the
 * freshness process of the Humanitarian Data Exchange (OCHA, hdx-data-freshness), read November 2026.
 */
export const freshnessSteps: readonly (readonly [rhythm: number, due: number, overdue: number, delinquent: number])[] = [
  [1, 1, 2, 3],
  [2, 2, 4, 6],
  [7, 7, 14, 21],
  [14, 14, 21, 28],
  [30, 30, 44, 60],
  [60, 60, 84, 108],
  [90, 90, 120, 150],
  [120, 120, 147, 174],
  [180, 180, 210, 240],
  [300, 300, 342, 384],
  [365, 365, 425, 455],
  [730, 730, 785, 840],
];

/**
 * When a figure of this rhythm is due, overdue and delinquent, in days of age. A rhythm between two of the table takes
 * its grace in proportion between theirs, one beyond it that of the last row; days are rounded up.
 */
export function stepsOf(rhythm: number): { due: number; overdue: number; delinquent: number } {
  const above = freshnessSteps.findIndex(([r]) => r >= rhythm);
  const [hiRhythm, , hiOverdue, hiDelinquent] = freshnessSteps[above < 0 ? freshnessSteps.length - 1 : above]!;
  const [loRhythm, , loOverdue, loDelinquent] = freshnessSteps[above < 0 ? freshnessSteps.length - 1 : Math.max(0, above - 1)]!;
  const grace = (lo: number, hi: number): number =>
    hiRhythm === loRhythm ? hi : lo + Math.ceil(((hi - lo) * (rhythm - loRhythm)) / (hiRhythm - loRhythm));
  return {
    due: rhythm,
    overdue: rhythm + grace(loOverdue - loRhythm, hiOverdue - hiRhythm),
    delinquent: rhythm + grace(loDelinquent - loRhythm, hiDelinquent - hiRhythm),
  };
}

/** Freshness and why; a day in the future counts as today. */
export type Freshened = { freshness: Freshness; because: Reason };

/**
 * How fresh a figure of the day `asOf` is on the day `today`, by the rhythm it was promised in (method of the
 * Humanitarian Data Exchange). Unknown rhythm or unknown day: unknown, which is a gap and no bad mark.
 */
export function freshnessOf(asOf: Day | null, rhythm: Rhythm, today: Day): Freshened {
  if (rhythm === 'live' || rhythm === 'never') return { freshness: 'fresh', because: reason(`freshness.${rhythm}`) };
  if (asOf === null) return { freshness: 'unknown', because: reason('freshness.no-day') };
  const age = Math.max(0, daysBetween(asOf, today));
  if (rhythm === null) return { freshness: 'unknown', because: reason('freshness.no-rhythm', { age }) };
  const steps = stepsOf(rhythm);
  const freshness: Freshness = age >= steps.delinquent ? 'delinquent' : age >= steps.overdue ? 'overdue' : age >= steps.due ? 'due' : 'fresh';
  return { freshness, because: reason(`freshness.${freshness}`, { age, rhythm }) };
}
