/** Steps of colour on a map: each value falls in one of at most five, whose borders are round numbers. */
export type Scale = { borders: number[]; stepOf: (value: number) => 1 | 2 | 3 | 4 | 5 };

const STEPS = 5;

/**
 * Borders at the quintiles of the positive values, rounded so that people can read them. Equal borders fall together:
 * a map of two values has two colours.
 */
export function scaleOf(values: readonly number[]): Scale {
  const sorted = values.filter((v) => v > 0).sort((a, b) => a - b);
  const borders: number[] = [];
  for (let i = 1; i < STEPS && sorted.length >= STEPS; i += 1) {
    const border = roundish(sorted[Math.floor((sorted.length * i) / STEPS)] ?? 0);
    if (border > 0 && border > (borders.at(-1) ?? 0) && border <= (sorted.at(-1) ?? 0)) borders.push(border);
  }
  const shift = STEPS - 1 - borders.length;
  const stepOf = (value: number) => (Math.min(STEPS, 1 + borders.filter((b) => value >= b).length + (borders.length === 0 ? 3 : Math.floor(shift / 2))) as 1 | 2 | 3 | 4 | 5);
  return { borders, stepOf };
}

/** One leading digit, or 1.5, 2.5: 1,834,202 becomes 2,000,000. */
export function roundish(value: number): number {
  if (value <= 0) return 0;
  const size = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
  const near = steps.reduce((best, s) => (Math.abs(s - value / size) < Math.abs(best - value / size) ? s : best));
  return near * size;
}
