/** A claimant as the methods count with it: weights whole and in proportion, bounds explicit. */
export type Unit = { id: string; weight: bigint; min: number; max: number };

/** Two or more stood equal for the last seats, and what decided: the larger weight, then the lower id. */
export type Tie = { among: string[]; to: string[]; by: 'weight' | 'id' };

/** What a method gives back: seats in the order of the units, and the ties that mattered. */
export type Seats = { seats: number[]; ties: Tie[] };

/** Which of two units of equal claim comes first: the larger weight, then the lower id. */
export function first(a: Unit, b: Unit): boolean {
  return a.weight === b.weight ? a.id < b.id : a.weight > b.weight;
}

/** The record of a tie between those who got a seat and those who did not. */
export function tie(winners: readonly Unit[], losers: readonly Unit[]): Tie {
  const lightest = winners.reduce((w, u) => (u.weight < w ? u.weight : w), winners[0]!.weight);
  const heaviest = losers.reduce((w, u) => (u.weight > w ? u.weight : w), losers[0]!.weight);
  const ids = (us: readonly Unit[]): string[] => us.map((u) => u.id).sort();
  return { among: ids([...winners, ...losers]), to: ids(winners), by: lightest > heaviest ? 'weight' : 'id' };
}
