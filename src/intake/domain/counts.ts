import type { Counts } from './model.ts';

export type { Counts } from './model.ts';

export const noCounts = (): Counts => ({ records: 0, added: 0, changed: 0, unchanged: 0, keptOut: 0, problems: { critical: 0, error: 0, warning: 0, advice: 0 } });

/** The counts of two files together. */
export function plusCounts(a: Counts, b: Counts): Counts {
  const [p, q] = [a.problems, b.problems];
  return {
    records: a.records + b.records, added: a.added + b.added, changed: a.changed + b.changed, unchanged: a.unchanged + b.unchanged, keptOut: a.keptOut + b.keptOut,
    problems: { critical: p.critical + q.critical, error: p.error + q.error, warning: p.warning + q.warning, advice: p.advice + q.advice },
  };
}
