import { z } from 'zod';
import { AudienceChoice } from './audience.ts';
import { Period } from './period.ts';
import { Reason } from './reason.ts';
import { BatchId, Currency, Day, Decimal } from './values.ts';

/** Where a figure comes from: a publisher's file, a register, an organisation's form. `key` tells two of one name apart. */
export const Source = z.object({
  name: z.string().min(1),
  key: z.string().optional(),
  url: z.string().optional(),
  publishedOn: Day.optional(),
  batchId: BatchId.optional(),
});
export type Source = z.infer<typeof Source>;

/** How a figure came about. `derived`: computed from other figures by the pure method `name@version`. */
export const methodKinds = ['counted', 'registered', 'surveyed', 'estimated', 'modelled', 'derived'] as const;
export const MethodKind = z.enum(methodKinds);
export type MethodKind = z.infer<typeof MethodKind>;

/** `name@version` of a pure method of this software. */
export const MethodName = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*@\d+(\.\d+)*$/, 'a method such as ledger@1');
export type MethodName = z.infer<typeof MethodName>;

export const Method = z.object({ kind: MethodKind, name: MethodName.optional() });
export type Method = z.infer<typeof Method>;

/** Age against the rhythm that was promised (see freshness.ts). */
export const freshnessWords = ['fresh', 'due', 'overdue', 'delinquent', 'unknown'] as const;
export const Freshness = z.enum(freshnessWords);
export type Freshness = z.infer<typeof Freshness>;

/** Reliability of the source, Admiralty letters: A completely reliable … E unreliable, F cannot be judged. */
export const Reliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type Reliability = z.infer<typeof Reliability>;

/** Credibility of the content, Admiralty numbers: 1 confirmed … 5 improbable, 6 cannot be judged. */
export const Credibility = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]);
export type Credibility = z.infer<typeof Credibility>;

/** Confidence of a figure: 5 highest, 1 lowest (see grade.ts). */
export const Grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export type Grade = z.infer<typeof Grade>;

const Share = z.number().min(0).max(1);

/** Share of the amount (0..1, together 1) that stands at each grade, so that a large total still informs though its grade is its lowest. */
export const GradeShares = z.object({ 1: Share, 2: Share, 3: Share, 4: Share, 5: Share });
export type GradeShares = z.infer<typeof GradeShares>;

/** Reporters that reported, of those expected. */
export const Completeness = z.object({ reported: z.number().int().min(0), expected: z.number().int().min(0) });
export type Completeness = z.infer<typeof Completeness>;

/** What disclosure control did to the value before it was shown. */
export const Protection = z.enum(['none', 'rounded', 'suppressed']);
export type Protection = z.infer<typeof Protection>;

/** A rate of exchange that was used: one `from` is `rate` `to` on that day, says the source. */
export const RateUsed = z.object({ from: Currency, to: Currency, rate: Decimal, on: Day, source: z.string() });
export type RateUsed = z.infer<typeof RateUsed>;

/** The query that opens the rows behind a figure: an operation's id and its input. */
export const Rows = z.object({ operation: z.string(), input: z.record(z.string(), z.unknown()) });
export type Rows = z.infer<typeof Rows>;

/** What a figure must carry wherever it is shown. */
export const Passport = z.object({
  /** At most {@link LISTED} when it leaves the server; `sourceCount` is the true number (at least, where parts came already trimmed). */
  sources: z.array(Source),
  sourceCount: z.number().int().min(0),
  /** The oldest day that the figure rests on; null: at least one part has no known day. */
  asOf: Day.nullable(),
  /** The latest known day among its parts. */
  asOfLatest: Day.nullable(),
  /** What span of time the figure is about; null: none or not known for every part. */
  period: Period.nullable(),
  method: Method,
  freshness: Freshness,
  reliability: Reliability,
  credibility: Credibility,
  grade: Grade,
  /** Why that grade: the reasons of the weakest parts. */
  because: z.array(Reason),
  gradeShares: GradeShares,
  /** null: nobody knows how many were expected. */
  completeness: Completeness.nullable(),
  /** How many reporters are known to be missing (also where `completeness` is null). */
  missingReporters: z.number().int().min(0),
  /** Share of the amount that is estimated or modelled, 0..1. */
  estimatedShare: Share,
  /** Unresolved conflicts behind the figure. */
  conflicts: z.number().int().min(0),
  protection: Protection,
  /** Rates used for conversion, trimmed like sources. */
  rates: z.array(RateUsed),
  rateCount: z.number().int().min(0),
  rows: Rows.nullable(),
  /** The narrowest audience among what lies behind: whoever may read that may read the figure. */
  audience: AudienceChoice,
});
export type Passport = z.infer<typeof Passport>;

/** How many sources, rates and reasons a passport lists when it travels. */
export const LISTED = 20;

/** What must be said about a figure; everything else has a value that claims nothing. */
export type PassportFacts = Pick<Passport, 'sources' | 'method' | 'grade' | 'because'> & Partial<Passport>;

/**
 * A passport from what is known. What is left out is never flattering: unknown freshness, unjudged source and
 * content, owner's audience, no completeness; a figure that is estimated or modelled is wholly so.
 */
export function passport(facts: PassportFacts): Passport {
  return {
    sourceCount: facts.sources.length,
    asOf: null,
    asOfLatest: facts.asOf ?? null,
    period: null,
    freshness: 'unknown',
    reliability: 'F',
    credibility: 6,
    gradeShares: allAt(facts.grade),
    completeness: null,
    missingReporters: facts.completeness ? Math.max(0, facts.completeness.expected - facts.completeness.reported) : 0,
    estimatedShare: facts.method.kind === 'estimated' || facts.method.kind === 'modelled' ? 1 : 0,
    conflicts: 0,
    protection: 'none',
    rates: [],
    rateCount: facts.rates?.length ?? 0,
    rows: null,
    audience: { audience: 'owner', circleId: null },
    ...facts,
  };
}

/** The whole amount at one grade. */
export function allAt(grade: Grade): GradeShares {
  return { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, [grade]: 1 };
}

/** The same passport with at most `listed` sources and rates named; the counts keep the true numbers. */
export function trimmed(p: Passport, listed: number = LISTED): Passport {
  if (p.sources.length <= listed && p.rates.length <= listed) return p;
  return { ...p, sources: p.sources.slice(0, listed), rates: p.rates.slice(0, listed) };
}
