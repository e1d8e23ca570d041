import { first, tie, type Seats, type Unit } from './apportion-unit.ts';
import { PriorityQueue } from './priority-queue.ts';

/** A claim to the next seat as an exact fraction; `d` 0 comes before every other (it is owed a first seat). */
type Priority = { n: bigint; d: bigint };

/**
 * Claim of a unit of weight v that has a seats: v divided by the method's a-th divisor. Huntington-Hill's divisor is
 * the root of a(a+1), so its claims are compared by their squares.
 */
export const divisors = {
  adams: (v: bigint, a: bigint): Priority => ({ n: v, d: a }),
  dean: (v, a) => ({ n: v * (2n * a + 1n), d: 2n * a * (a + 1n) }),
  'huntington-hill': (v, a) => ({ n: v * v, d: a * (a + 1n) }),
  'sainte-lague': (v, a) => ({ n: 2n * v, d: 2n * a + 1n }),
  dhondt: (v, a) => ({ n: v, d: a + 1n }),
} satisfies Record<string, (v: bigint, a: bigint) => Priority>;
export type DivisorMethod = keyof typeof divisors;

/** Negative, zero or positive as p is below, equal to or above q. */
export function comparePriority(p: Priority, q: Priority): number {
  if (p.d === 0n || q.d === 0n) return (p.d === 0n ? 1 : 0) - (q.d === 0n ? 1 : 0);
  const [left, right] = [p.n * q.d, q.n * p.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Seats one by one to the highest claim, minima first, units at their maximum passed over. */
export function byDivisor(claim: (v: bigint, a: bigint) => Priority, units: readonly Unit[], house: number): Seats {
  const seats = surelyDue(units, house);
  let left = house - seats.reduce((a, b) => a + b, 0);
  type Next = { index: number; priority: Priority };
  const next = (index: number): Next => ({ index, priority: claim(units[index]!.weight, BigInt(seats[index]!)) });
  const queue = new PriorityQueue<Next>((a, b) => {
    const order = comparePriority(a.priority, b.priority);
    return order === 0 ? first(units[a.index]!, units[b.index]!) : order > 0;
  });
  const offer = (index: number): void => {
    if (seats[index]! < units[index]!.max) queue.push(next(index));
  };
  units.forEach((_, index) => offer(index));
  for (; left > 0; left--) {
    const { index } = queue.pop()!;
    seats[index]! += 1;
    offer(index);
  }

  const refused = queue.peek();
  if (!refused) return { seats, ties: [] };
  const equal = (p: Priority): boolean => comparePriority(p, refused.priority) === 0;
  const winners = units.filter((u, i) => seats[i]! > u.min && equal(claim(u.weight, BigInt(seats[i]! - 1))));
  const losers = [...queue].filter((n) => equal(n.priority)).map((n) => units[n.index]!);
  return { seats, ties: winners.length > 0 ? [tie(winners, losers)] : [] };
}

/**
 * Seats that every divisor method gives, so that a house of a hundred thousand need not be counted seat by seat:
 * with any divisor D a unit gets either ⌊v/D⌋ or one more, and all seats at claims of D and above are given as long as
 * they fit into the house. Bounds included: if even one more for each fits, ⌊v/D⌋ within bounds is due.
 */
function surelyDue(units: readonly Unit[], house: number): number[] {
  const total = units.reduce((t, u) => t + u.weight, 0n);
  const within = (u: Unit, n: number): number => Math.max(u.min, Math.min(u.max, n));
  for (let target = house - units.length; target > 0 && total > 0n; target = Math.floor(target / 2)) {
    const whole = units.map((u) => Number((u.weight * BigInt(target)) / total));
    if (units.reduce((t, u, i) => t + within(u, whole[i]! + 1), 0) <= house) return units.map((u, i) => within(u, whole[i]!));
  }
  return units.map((u) => u.min);
}
