import { all, type Kept } from './results.ts';

/** What must hold, by question and figure: ratios of one run, and memory. Seconds are printed and never asserted. */
export const targets = {
  import: { ratio: 4, peakMegabytes: 300 },
  overview: { share: 0.1 },
} as const;

/** The figures of these questions that miss their target, each as a line to read. */
export function missed(questions: readonly string[], kept: readonly Kept[] = all()): string[] {
  return kept.filter((k) => questions.includes(k.question)).flatMap((k) =>
    Object.entries(targets[k.question as keyof typeof targets] ?? {}).filter(([figure, most]) => (k.figures[figure] ?? 0) > most)
      .map(([figure, most]) => `${k.question} ${k.of}: ${figure} ${k.figures[figure]}, target at most ${most}`));
}
