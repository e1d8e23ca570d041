import { narrowest } from './audience.ts';
import { hull } from './period.ts';
import {
  allAt,
  type Credibility,
  type Freshness,
  type Grade,
  type GradeShares,
  type Method,
  type Passport,
  type Protection,
  type RateUsed,
  type Reliability,
  type Source,
} from './passport.ts';
import { reason, reasonKey } from './reason.ts';
import { Day } from './values.ts';

/**
 * How passports combine when figures do; docs/methods/passport-algebra.md. Nothing here can make a figure better:
 * only `reconcile` may raise a grade, and it names its evidence.
 *
 * Each scale is written from best to worst. What is not judged stands after every good mark and before every bad one:
 * a gap is no bad mark, but it hides what a good mark would say.
 */
export const worstLast = {
  freshness: ['fresh', 'due', 'unknown', 'overdue', 'delinquent'] satisfies Freshness[],
  reliability: ['A', 'B', 'C', 'F', 'D', 'E'] satisfies Reliability[],
  credibility: [1, 2, 3, 6, 4, 5] satisfies Credibility[],
  protection: ['none', 'rounded', 'suppressed'] satisfies Protection[],
} as const;

/** The worst of several on a scale written from best to worst. */
export function worst<T>(scale: readonly T[], marks: Iterable<T>): T {
  let at = 0;
  for (const m of marks) at = Math.max(at, scale.indexOf(m));
  return scale[at]!;
}

/** How many reasons a combined passport repeats. */
const REASONS = 5;

/**
 * The passport of what is made from several figures at once.
 *
 * @param parts the passports of the figures that went in; of none, {@link nothingBehind}
 * @param amounts size of each part (not negative, any one unit), by which shares are weighted; without them, or where
 *   all are zero, the shares of the worst part hold for the whole
 * @throws RangeError for amounts that do not fit the parts
 */
export function combine(parts: readonly Passport[], amounts?: readonly number[]): Passport {
  if (amounts && (amounts.length !== parts.length || !amounts.every((a) => a >= 0 && Number.isFinite(a)))) {
    throw new RangeError('one amount for each passport, none negative');
  }
  if (parts.length === 0) return nothingBehind();
  const grade = Math.min(...parts.map((p) => p.grade)) as Grade;
  const sources = union(parts.map((p) => p.sources), (s) => s.key ?? s.name, sourceText);
  const rates = union(parts.map((p) => p.rates), rateText, rateText);
  const whole = weights(amounts);
  return {
    sources,
    sourceCount: Math.max(sources.length, ...parts.map((p) => p.sourceCount)),
    asOf: parts.every((p) => p.asOf !== null) ? least(parts.map((p) => p.asOf)) : null,
    asOfLatest: least(parts.map((p) => p.asOfLatest), -1),
    period: parts.map((p) => p.period).reduce((a, b) => (a && b ? hull(a, b) : null)),
    method: parts.map((p) => p.method).reduce(commonMethod),
    freshness: worst(worstLast.freshness, parts.map((p) => p.freshness)),
    reliability: worst(worstLast.reliability, parts.map((p) => p.reliability)),
    credibility: worst(worstLast.credibility, parts.map((p) => p.credibility)),
    grade,
    because: union(parts.filter((p) => p.grade === grade).map((p) => p.because), reasonKey, reasonKey).slice(0, REASONS),
    gradeShares: whole ? weightedShares(parts.map((p) => p.gradeShares), whole) : worstShares(parts.map((p) => p.gradeShares)),
    completeness: parts.every((p) => p.completeness !== null)
      ? { reported: total(parts.map((p) => p.completeness!.reported)), expected: total(parts.map((p) => p.completeness!.expected)) }
      : null,
    missingReporters: total(parts.map((p) => p.missingReporters)),
    estimatedShare: whole ? clamp(total(parts.map((p, i) => p.estimatedShare * whole[i]!))) : Math.max(...parts.map((p) => p.estimatedShare)),
    conflicts: total(parts.map((p) => p.conflicts)),
    protection: worst(worstLast.protection, parts.map((p) => p.protection)),
    rates,
    rateCount: Math.max(rates.length, ...parts.map((p) => p.rateCount)),
    rows: parts.every((p) => JSON.stringify(p.rows) === JSON.stringify(parts[0]!.rows)) ? parts[0]!.rows : null,
    audience: narrowest(parts.map((p) => p.audience)),
  };
}

/** The passport of a total over no rows: nothing is claimed, anybody may read it. */
export function nothingBehind(): Passport {
  return {
    sources: [],
    sourceCount: 0,
    asOf: null,
    asOfLatest: null,
    period: null,
    method: { kind: 'derived' },
    freshness: 'unknown',
    reliability: 'F',
    credibility: 6,
    grade: 1,
    because: [reason('grade.nothing-behind')],
    gradeShares: allAt(1),
    completeness: null,
    missingReporters: 0,
    estimatedShare: 0,
    conflicts: 0,
    protection: 'none',
    rates: [],
    rateCount: 0,
    rows: null,
    audience: { audience: 'public', circleId: null },
  };
}

/** The same passport after one more computation `name@version`; everything else stays. */
export function derivedBy(p: Passport, name: NonNullable<Method['name']>): Passport {
  return { ...p, method: { kind: 'derived', name } };
}

/** What two ways of getting a figure have in common: the same name, else the same kind, else only that it is derived. */
function commonMethod(a: Method, b: Method): Method {
  if (a.kind !== b.kind) return { kind: 'derived' };
  return a.name === b.name && a.name !== undefined ? { kind: a.kind, name: a.name } : { kind: a.kind };
}

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const clamp = (share: number): number => Math.min(1, Math.max(0, share));

/** The earliest known day, or with −1 the latest; null of none. */
function least(days: readonly (Day | null)[], direction: 1 | -1 = 1): Day | null {
  let found: Day | null = null;
  for (const d of days) if (d !== null && (found === null || (direction === 1 ? d < found : d > found))) found = d;
  return found;
}

/** Shares of the whole by size; null where sizes are not given or all zero. */
function weights(amounts: readonly number[] | undefined): number[] | null {
  if (!amounts) return null;
  const whole = total(amounts);
  return whole > 0 && Number.isFinite(whole) ? amounts.map((a) => a / whole) : null;
}

const grades: readonly Grade[] = [1, 2, 3, 4, 5];

function weightedShares(shares: readonly GradeShares[], whole: readonly number[]): GradeShares {
  const of = (g: Grade): number => clamp(total(shares.map((s, i) => s[g] * whole[i]!)));
  return { 1: of(1), 2: of(2), 3: of(3), 4: of(4), 5: of(5) };
}

/**
 * The distribution that is at each step as low as the lowest: for every grade g, as much of the amount is at g or below
 * as in the part where most is.
 */
function worstShares(shares: readonly GradeShares[]): GradeShares {
  const result = allAt(1);
  let below = 0;
  for (const g of grades) {
    const atMost = g === 5 ? 1 : clamp(Math.max(...shares.map((s) => total(grades.slice(0, g).map((h) => s[h])))));
    result[g] = clamp(atMost - below);
    below = Math.max(below, atMost);
  }
  return result;
}

const sourceText = (s: Source): string => JSON.stringify([s.name, s.key ?? '', s.publishedOn ?? '', s.batchId ?? 0, s.url ?? '']);
const rateText = (r: RateUsed): string => JSON.stringify([r.from, r.to, r.on, r.source, r.rate]);

/** Each thing once, in the order of its text; of several with one identity the first in that order. */
function union<T>(lists: readonly (readonly T[])[], identity: (t: T) => string, text: (t: T) => string): T[] {
  const found = new Map<string, { text: string; thing: T }>();
  for (const list of lists) {
    for (const thing of list) {
      const [id, own] = [identity(thing), text(thing)];
      const before = found.get(id);
      if (!before || own < before.text) found.set(id, { text: own, thing });
    }
  }
  return [...found.values()].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)).map((f) => f.thing);
}
