import { ofSmallUnits, ofUnits, round, scaleOf, smallUnits, unitsOf } from './decimal.ts';
import type { Decimal } from './values.ts';

/**
 * Splits an amount in proportion to weights so that the parts add up to it to the last digit: largest remainder
 * (Hare), in units of the last digit of the amount, or of `digits` digits where that is finer. Equal remainders go to
 * the larger weight, then to the earlier one. A negative amount is split as its opposite is, so that a correction takes
 * back exactly what the payment gave.
 *
 * @param weights shares of any size (percentages need not reach 100), not negative
 * @param digits digits after the point that parts may have; never fewer than the amount itself has
 * @throws RangeError for no weight, a negative weight, or weights that are all zero (there is nothing to go by:
 *   the caller decides what an unstated share means)
 */
export function allocate(amount: Decimal, weights: readonly Decimal[], digits: number = 0): Decimal[] {
  const scale = Math.max(digits, scaleOf(amount));
  if (weights.length === 1 && smallUnits(weights[0]!, scaleOf(weights[0]!)) > 0) return [round(amount, scale)];
  const small = allocateSmall(amount, weights, scale);
  if (small) return small;
  const whole = unitsOf(amount);
  const units = whole.units * 10n ** BigInt(scale - whole.scale);
  const parts = allocateUnits(units, integers(weights));
  return parts.map((p) => ofUnits(p, scale));
}

/** The same in numbers, where every product stays below 2^53; null where it might not. */
function allocateSmall(amount: Decimal, weights: readonly Decimal[], scale: number): Decimal[] | null {
  if (weights.length > 100) return null;
  const units = smallUnits(amount, scale);
  let weightScale = 0;
  for (const w of weights) weightScale = Math.max(weightScale, scaleOf(w));
  let total = 0;
  const whole: number[] = [];
  for (const w of weights) {
    const u = smallUnits(w, weightScale);
    if (!(u >= 0)) return null;
    whole.push(u);
    total += u;
  }
  if (!(total > 0) || !(Math.abs(units) * total <= Number.MAX_SAFE_INTEGER)) return null;
  return largestRemainders(units, whole, total).map((p) => ofSmallUnits(p, scale));
}

/** {@link allocate} of whole units (cents) by whole weights, in numbers. */
export function allocateWhole(units: number, weights: readonly number[]): number[] {
  let total = 0;
  let least = 0;
  for (const w of weights) {
    total += w;
    if (w < least) least = w;
  }
  if (weights.length === 1 && total > 0) return [units];
  // Beyond what a double holds exactly, and where looking for the largest remainder again and again would take long.
  const large = weights.length > 64 || !(Math.abs(units) * total <= Number.MAX_SAFE_INTEGER);
  if (large || least < 0 || total <= 0) return allocateUnits(BigInt(units), weights.map(BigInt)).map(Number);
  return largestRemainders(units, weights, total);
}

function largestRemainders(units: number, weights: readonly number[], total: number): number[] {
  const size = Math.abs(units);
  let left = size;
  const remainders: number[] = [];
  const parts = weights.map((w) => {
    const remainder = (size * w) % total;
    const part = (size * w - remainder) / total;
    remainders.push(remainder);
    left -= part;
    return part;
  });
  for (; left > 0; left--) {
    let best = 0;
    for (let i = 1; i < parts.length; i++) {
      if (remainders[i]! > remainders[best]! || (remainders[i] === remainders[best] && weights[i]! > weights[best]!)) best = i;
    }
    parts[best]! += 1;
    remainders[best] = -1;
  }
  return units < 0 ? parts.map((p) => (p === 0 ? 0 : -p)) : parts;
}

/** Weights as integers in the same proportions. A negative or unreadable one throws a RangeError. */
export function integers(weights: readonly Decimal[]): bigint[] {
  const scale = Math.max(0, ...weights.map(scaleOf));
  return weights.map((w) => {
    const { units, scale: own } = unitsOf(w);
    if (units < 0n) throw new RangeError(`a negative weight: ${w}`);
    return units * 10n ** BigInt(scale - own);
  });
}

/**
 * Splits whole units by whole weights; see {@link allocate}. Here a weight may be negative, a correction among payments: it
 * takes its part back, and the parts add up all the same.
 *
 * @throws RangeError for weights whose sum is not above zero
 */
export function allocateUnits(units: bigint, weights: readonly bigint[]): bigint[] {
  let total = 0n;
  for (const w of weights) total += w;
  if (total <= 0n) throw new RangeError('nothing to split by: the weights are not above zero together');
  const negative = units < 0n;
  const size = negative ? -units : units;
  const parts: bigint[] = [];
  const remainders: { index: number; remainder: bigint }[] = [];
  let left = size;
  weights.forEach((w, index) => {
    const product = size * w;
    let part = product / total;
    if (part * total > product) part -= 1n; // division of bigint cuts towards zero
    parts.push(part);
    left -= part;
    const remainder = product - part * total;
    if (remainder > 0n) remainders.push({ index, remainder });
  });
  if (left > 0n) {
    remainders.sort((a, b) => {
      if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
      const [v, w] = [weights[a.index]!, weights[b.index]!];
      return v === w ? a.index - b.index : v > w ? -1 : 1;
    });
    for (let i = 0; i < Number(left); i++) parts[remainders[i]!.index]! += 1n;
  }
  return negative ? parts.map((p) => -p) : parts;
}
