import { comparePriority, divisors } from './apportion-by-divisor.ts';
import { first, tie, type Seats, type Tie, type Unit } from './apportion-unit.ts';
import { PriorityQueue } from './priority-queue.ts';

/**
 * Largest remainder: every unit its whole quota (or its minimum where that is more), the seats left by the largest
 * remainder. Quotas are of the whole house, as the United States counted until 1900; only where minima take more seats
 * than are there, or maxima leave more than one round of remainders, the bound units are set aside and the quotas of
 * the others taken anew from what is left.
 */
export function byLargestRemainder(units: readonly Unit[], house: number): Seats {
  const seats = units.map((u) => u.min);
  let free = units.map((_, i) => i);
  let left = house;
  for (;;) {
    const total = free.reduce((t, i) => t + units[i]!.weight, 0n);
    if (total === 0n) return { seats, ties: [] };
    // Quota × total of each free unit, so that everything stays whole.
    const quota = (i: number): bigint => units[i]!.weight * BigInt(left);
    for (const i of free) seats[i] = Math.max(units[i]!.min, Math.min(units[i]!.max, Number(quota(i) / total)));
    const rest = left - free.reduce((t, i) => t + seats[i]!, 0);
    const remainder = (i: number): bigint => quota(i) - BigInt(seats[i]!) * total;
    const open = free.filter((i) => remainder(i) > 0n && seats[i]! < units[i]!.max);
    if (rest >= 0 && rest <= open.length) {
      open.sort((a, b) => (remainder(a) === remainder(b) ? (first(units[a]!, units[b]!) ? -1 : 1) : remainder(a) > remainder(b) ? -1 : 1));
      const ties = tieAt(open, rest, remainder, units);
      for (const i of open.slice(0, rest)) seats[i]! += 1;
      return { seats, ties };
    }
    const aside = new Set(free.filter((i) => (rest < 0 ? quota(i) < BigInt(units[i]!.min) * total : quota(i) > BigInt(units[i]!.max) * total)));
    for (const i of aside) {
      seats[i] = rest < 0 ? units[i]!.min : units[i]!.max;
      left -= seats[i]!;
    }
    free = free.filter((i) => !aside.has(i));
  }
}

function tieAt(sorted: readonly number[], given: number, remainder: (i: number) => bigint, units: readonly Unit[]): Tie[] {
  const refused = sorted[given];
  if (refused === undefined || given === 0) return [];
  const equal = (i: number): boolean => remainder(i) === remainder(refused);
  const winners = sorted.slice(0, given).filter(equal);
  return winners.length === 0 ? [] : [tie(winners.map((i) => units[i]!), sorted.slice(given).filter(equal).map((i) => units[i]!))];
}

/**
 * The quota method: seats one by one to the highest claim v/(a+1) among those whom one more seat does not lift above
 * the upper quota of a house of that size. Balinski and Young, The quota method of apportionment, American
 * Mathematical Monthly 82 (7), 1975. Where bounds leave nobody below its upper quota, the highest claim of all that
 * have room takes the seat.
 */
export function byQuotaMethod(units: readonly Unit[], house: number): Seats {
  const seats = units.map((u) => u.min);
  const total = units.reduce((t, u) => t + u.weight, 0n);
  const claim = (i: number) => divisors.dhondt(units[i]!.weight, BigInt(seats[i]!));
  const ahead = (a: number, b: number): boolean => {
    const order = comparePriority(claim(a), claim(b));
    return order === 0 ? first(units[a]!, units[b]!) : order > 0;
  };
  /** The smallest house in which one more seat stays within the upper quota: a < v·h/V. */
  const opensAt = (i: number): bigint => (BigInt(seats[i]!) * total) / units[i]!.weight + 1n;
  const waiting = new PriorityQueue<{ index: number; at: bigint }>((a, b) => a.at < b.at);
  const eligible = new PriorityQueue<number>(ahead);
  const wait = (index: number): void => {
    if (seats[index]! < units[index]!.max) waiting.push({ index, at: opensAt(index) });
  };
  units.forEach((_, i) => wait(i));
  const ties: { winner: number; losers: { index: number; had: number }[] }[] = [];

  for (let size = seats.reduce((a, b) => a + b, 0) + 1; size <= house; size++) {
    while (waiting.size > 0 && waiting.peek()!.at <= BigInt(size)) eligible.push(waiting.pop()!.index);
    const winner = eligible.pop() ?? takeAhead(waiting, ahead);
    const equal = eligible.size > 0 && comparePriority(claim(winner), claim(eligible.peek()!)) === 0
      ? [...eligible].filter((i) => comparePriority(claim(i), claim(winner)) === 0)
      : [];
    if (equal.length > 0) ties.push({ winner, losers: equal.map((index) => ({ index, had: seats[index]! })) });
    seats[winner]! += 1;
    wait(winner);
  }
  // A tie mattered only if somebody who lost it never got that seat later.
  const lost = ties.flatMap(({ winner, losers }) => {
    const never = losers.filter((l) => seats[l.index] === l.had);
    return never.length > 0 ? [tie([units[winner]!], never.map((l) => units[l.index]!))] : [];
  });
  return { seats, ties: lost };
}

/** Takes the one that is ahead of all others out of a queue that is ordered otherwise. */
function takeAhead(waiting: PriorityQueue<{ index: number; at: bigint }>, ahead: (a: number, b: number) => boolean): number {
  const all = [...waiting];
  const best = all.reduce((w, v) => (ahead(v.index, w.index) ? v : w));
  while (waiting.size > 0) waiting.pop();
  for (const w of all) if (w !== best) waiting.push(w);
  return best.index;
}
