import { z } from 'zod';
import { integers } from './allocate.ts';
import { byDivisor, divisors, type DivisorMethod } from './apportion-by-divisor.ts';
import { byLargestRemainder, byQuotaMethod } from './apportion-by-quota.ts';
import type { Seats, Tie, Unit } from './apportion-unit.ts';
import { reason, type Reason } from './reason.ts';
import { Decimal } from './values.ts';

/**
 * Whole seats, persons or places from shares; docs/methods/apportionment.md. All comparisons are exact.
 *
 * - `largest-remainder` (Hare): stays within the quota; a larger house can cost a unit a seat.
 * - `sainte-lague`, `dhondt`, `huntington-hill`, `dean`, `adams`: divisor methods; a larger house never costs a seat.
 * - `quota` (Balinski and Young 1975): both of these, but a growing unit may lose to a shrinking one.
 */
export const ApportionMethod = z.enum(['largest-remainder', 'sainte-lague', 'dhondt', 'huntington-hill', 'dean', 'adams', 'quota']);
export type ApportionMethod = z.infer<typeof ApportionMethod>;

/** One that takes part: `weight` in any unit (votes, population, an unrounded key), bounds in whole seats. */
export const Claimant = z.object({
  id: z.string().min(1),
  weight: z.union([Decimal, z.number().int().nonnegative()]),
  min: z.number().int().nonnegative().optional(),
  max: z.number().int().nonnegative().optional(),
});
export type Claimant = z.infer<typeof Claimant>;

export type Apportioned =
  | { feasible: true; method: ApportionMethod; seats: { id: string; seats: number }[]; ties: Tie[] }
  | { feasible: false; method: ApportionMethod; because: Reason };

/**
 * Gives `house` whole seats to claimants in proportion to their weights.
 * Bounds belong to the method: minima are given first, units at their maximum are passed over. A weight of zero gets
 * its minimum only. Bounds that cannot be met are said, not bent.
 * @throws RangeError for a house that is no whole number, two claimants of one id, a negative weight, a bound that is
 *   no whole number, or a minimum above its maximum
 */
export function apportion(method: ApportionMethod, claimants: readonly Claimant[], house: number): Apportioned {
  const units = checked(claimants, house);
  const minima = units.reduce((t, u) => t + u.min, 0);
  const maxima = units.reduce((t, u) => t + u.max, 0);
  if (minima > house) return { feasible: false, method, because: reason('apportion.minima-exceed-house', { minima, house }) };
  if (maxima < house) return { feasible: false, method, because: reason('apportion.maxima-below-house', { maxima, house }) };
  const { seats, ties } = counted(method, units, house);
  return { feasible: true, method, seats: units.map((u, i) => ({ id: u.id, seats: seats[i]! })), ties };
}

function counted(method: ApportionMethod, units: readonly Unit[], house: number): Seats {
  if (method === 'largest-remainder') return byLargestRemainder(units, house);
  if (method === 'quota') return byQuotaMethod(units, house);
  return byDivisor(divisors[method satisfies DivisorMethod], units, house);
}

function checked(claimants: readonly Claimant[], house: number): Unit[] {
  if (!Number.isSafeInteger(house) || house < 0) throw new RangeError(`a house of ${house}`);
  if (new Set(claimants.map((c) => c.id)).size < claimants.length) throw new RangeError('two claimants of one id');
  for (const { weight } of claimants) {
    if (typeof weight === 'number' && !Number.isSafeInteger(weight)) throw new RangeError(`a weight of ${weight}: write it as decimal text`);
  }
  const weights = integers(claimants.map((c) => String(c.weight)));
  return claimants.map((c, i) => {
    const weight = weights[i]!;
    const min = c.min ?? 0;
    const wanted = c.max ?? house;
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(wanted) || min < 0) throw new RangeError(`bounds of ${c.id}: ${min} to ${wanted}`);
    if (c.max !== undefined && min > c.max) throw new RangeError(`the minimum of ${c.id} exceeds its maximum`);
    return { id: c.id, weight, min, max: weight === 0n ? min : Math.max(min, Math.min(wanted, house)) };
  });
}
