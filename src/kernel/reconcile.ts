import { z } from 'zod';
import { approximately, compare, greatest, least, round, scaleOf } from './decimal.ts';
import type { Figure } from './figure.ts';
import { Ref } from './finding.ts';
import { relativeStandardError } from './grade.ts';
import { combine } from './passport-algebra.ts';
import { allAt, type Grade } from './passport.ts';
import { reason, Reason } from './reason.ts';
import { Day, type Decimal } from './values.ts';

/** The only method that may raise a grade; docs/methods/passport-algebra.md, "Reconciliation". */
export const METHOD = 'reconcile@1';

/**
 * Why figures may be taken together, decided by people and kept: that they measure the same thing (definition, area,
 * day, unit, population), and which of them are copies of one another (same group).
 */
export const Evidence = z.object({
  /** Where the decision or the comparison is written down. */
  ref: Ref,
  because: Reason,
  decidedOn: Day,
  /** For each figure, in order, who it comes from in the end; figures of one group are one voice. */
  groups: z.array(z.string().min(1)).min(1),
  /** Standard errors in the figures' unit, where the sources give them; null: by grade. */
  standardErrors: z.array(z.number().positive().nullable()).optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** What was found: `agreement` of independent voices, `conflict` between them, or `one-voice` only. */
export type Reconciled = {
  outcome: 'agreement' | 'conflict' | 'one-voice';
  figure: Figure;
  /** Cochran's Q and the variance between voices; what a reviewer recomputes. */
  q: number;
  tau2: number;
  standardError: number;
};

/** 90 % point of chi-square by degrees of freedom (published tables); beyond 30 by the cube-root approximation of Wilson and Hilferty. */
const chi90 = [
  2.706, 4.605, 6.251, 7.779, 9.236, 10.645, 12.017, 13.362, 14.684, 15.987, 17.275, 18.549, 19.812, 21.064, 22.307, 23.542, 24.769, 25.989,
  27.204, 28.412, 29.615, 30.813, 32.007, 33.196, 34.382, 35.563, 36.741, 37.916, 39.087, 40.256,
];
export function chiSquare90(degrees: number): number {
  const listed = chi90[degrees - 1];
  if (listed !== undefined) return listed;
  const spread = 2 / (9 * degrees);
  return degrees * (1 - spread + 1.281_552 * Math.sqrt(spread)) ** 3;
}

/**
 * Estimates from several voices: inverse-variance mean where they agree (Q at most the 90 % point of chi-square), else
 * random effects of DerSimonian and Laird 1986. `values` and `standardErrors` in one unit, at least two of each.
 */
export function pooled(values: readonly number[], standardErrors: readonly number[]): { mean: number; standardError: number; q: number; tau2: number; agree: boolean } {
  const fixed = weightedMean(values, standardErrors.map((s) => 1 / (s * s)));
  const w = standardErrors.map((s) => 1 / (s * s));
  const q = values.reduce((t, y, i) => t + w[i]! * (y - fixed.mean) ** 2, 0);
  const degrees = values.length - 1;
  const tau2 = Math.max(0, (q - degrees) / (fixed.weight - w.reduce((t, x) => t + x * x, 0) / fixed.weight));
  if (q <= chiSquare90(degrees)) return { mean: fixed.mean, standardError: Math.sqrt(1 / fixed.weight), q, tau2, agree: true };
  const random = weightedMean(values, standardErrors.map((s) => 1 / (s * s + tau2)));
  return { mean: random.mean, standardError: Math.sqrt(1 / random.weight), q, tau2, agree: false };
}

function weightedMean(values: readonly number[], weights: readonly number[]): { mean: number; weight: number } {
  const weight = weights.reduce((a, b) => a + b, 0);
  return { mean: values.reduce((t, y, i) => t + weights[i]! * y, 0) / weight, weight };
}

/**
 * One figure from several of the same thing.
 * - Copies (same group) speak with one voice: the best graded, of equals the latest.
 * - Independent voices that agree: their weighted mean, graded one above the best of them.
 * - Voices in conflict: the range of all, the mean that allows for the spread, one conflict more, and one grade below
 *   the best of them.
 * @throws RangeError without evidence for each figure, for different units, or for a figure without a value
 */
export function reconcile(figures: readonly [Figure, ...Figure[]], evidence: Evidence): Reconciled {
  const e = Evidence.parse(evidence);
  if (e.groups.length !== figures.length) throw new RangeError('evidence must name the group of each figure');
  if (new Set(figures.map((f) => JSON.stringify(f.unit))).size > 1) throw new RangeError('figures of different units are not of the same thing');
  if (figures.some((f) => f.value === null)) throw new RangeError('a figure without a value has nothing to reconcile');

  const voices = e.groups.map((group, i) => ({ group, figure: figures[i]!, se: errorOf(figures[i]!, e.standardErrors?.[i] ?? null) }));
  const byGroup = new Map<string, (typeof voices)[number]>();
  for (const v of voices) {
    const before = byGroup.get(v.group);
    if (!before || better(v.figure, before.figure)) byGroup.set(v.group, v);
  }
  const heard = [...byGroup.values()];
  const passport = combine(figures.map((f) => f.passport), figures.map((f) => Math.abs(approximately(f.value!))));
  const evidenceParams = { evidence: `${e.ref.kind}:${e.ref.id}`, on: e.decidedOn };
  if (heard.length === 1) {
    const { figure, se } = heard[0]!;
    return { outcome: 'one-voice', figure: { ...figure, passport: { ...passport, because: [...passport.because, reason('grade.one-voice', evidenceParams)] } }, q: 0, tau2: 0, standardError: se };
  }

  const values = heard.map((v) => v.figure.value!);
  const { mean, standardError, q, tau2, agree } = pooled(values.map(approximately), heard.map((v) => v.se));
  const best = Math.max(...heard.map((v) => v.figure.passport.grade));
  const grade = (agree ? Math.min(5, best + 1) : Math.max(1, best - 1)) as Grade;
  const why = agree
    ? reason('grade.corroborated', { groups: heard.length, ...evidenceParams })
    : reason('grade.contradicted', { groups: heard.length, ...evidenceParams });
  const { unit, additivity } = figures[0];
  return {
    outcome: agree ? 'agreement' : 'conflict',
    figure: {
      value: asDecimal(mean, Math.max(...values.map(scaleOf))),
      ...(!agree && { low: values.reduce(least), high: values.reduce(greatest) }),
      unit,
      additivity,
      passport: {
        ...passport,
        method: { kind: 'derived', name: METHOD },
        grade,
        gradeShares: allAt(grade),
        because: [why, e.because],
        conflicts: passport.conflicts + (agree ? 0 : 1),
      },
    },
    q,
    tau2,
    standardError,
  };
}

/** Standard error given by the source, or by grade; a value of zero has that of one unit. */
function errorOf(f: Figure, given: number | null): number {
  return given ?? Math.max(Math.abs(approximately(f.value!)), 1) * relativeStandardError[f.passport.grade];
}

/** Of two copies: higher grade, then later, then the lesser value, so that their order never decides. */
function better(a: Figure, b: Figure): boolean {
  if (a.passport.grade !== b.passport.grade) return a.passport.grade > b.passport.grade;
  const [onA, onB] = [a.passport.asOfLatest ?? '', b.passport.asOfLatest ?? ''];
  return onA === onB ? compare(a.value!, b.value!) < 0 : onA > onB;
}

/** An estimate written with as many digits as its inputs; a mean is no exact number. */
function asDecimal(n: number, digits: number): Decimal {
  return round(n.toFixed(Math.min(20, digits + 2)), digits);
}
