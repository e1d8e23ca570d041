/** A step of the axis of years: a year with its value or without, or a gap that is too long to be drawn year by year. */
export type YearStep<V> = { kind: 'year'; year: number; value: V | null } | { kind: 'gap'; from: number; to: number };

/** Empty years up to this many in a row are drawn: the eye measures time by them. */
const DRAWN_GAP = 15;

/** The years from the first to the last, also those of which nothing is known: time does not jump because nobody published. */
export function yearAxis<V>(years: readonly { year: number; value: V }[]): YearStep<V>[] {
  const sorted = [...years].sort((a, b) => a.year - b.year);
  return sorted.flatMap(({ year, value }, i): YearStep<V>[] => {
    const before = sorted[i - 1];
    const missing = before === undefined ? 0 : year - before.year - 1;
    const between: YearStep<V>[] =
      before === undefined || missing <= 0 ? [] : missing > DRAWN_GAP ? [{ kind: 'gap', from: before.year + 1, to: year - 1 }] : Array.from({ length: missing }, (_, n) => ({ kind: 'year', year: before.year + 1 + n, value: null }));
    return [...between, { kind: 'year', year, value }];
  });
}
