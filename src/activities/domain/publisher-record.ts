import type { Reliability } from '../../kernel/passport.ts';
import { daysBetween } from '../../kernel/period.ts';
import { reason, type Reason } from '../../kernel/reason.ts';
import type { Day } from '../../kernel/values.ts';
import { expectedElements } from './expected-elements.ts';
import type { ReportedActivity } from './reported.ts';

/**
 * What one activity tells of the care of its publisher, by which its figures are judged (docs/methods/passport.md); kept
 * with each version (columns of `activities_versions`).
 */
export type ActivityRecord = {
  /** Elements that an activity of its kind should have, those that it has, and the names of those that are missing. */
  expected: number;
  given: number;
  missing: string[];
  /** Problems of its own. */
  errors: number;
  warnings: number;
  advice: number;
  /** Transactions that move money, and those of them that name the other side. */
  flows: number;
  named: number;
  /** The day of which it speaks: last update, else its latest transaction; null: neither is given. */
  asOf: Day | null;
  /** Median span in days between the different days of its transactions; null with fewer than three of them. */
  span: number | null;
};

/** Disbursement, expenditure and incoming funds: money that has moved. */
const MOVED: ReadonlySet<string | null> = new Set(['1', '3', '4']);

export function recordOf(r: Pick<ReportedActivity, 'activity' | 'transactions' | 'budgets' | 'contacts' | 'problems'>): ActivityRecord {
  const { given, missing } = expectedElements(r);
  let flows = 0;
  let named = 0;
  const days = new Set<Day>();
  for (const t of r.transactions) {
    if (t.transactionOn !== null) days.add(t.transactionOn);
    if (!MOVED.has(t.type)) continue;
    flows++;
    const other = t.type === '1' ? t.provider : t.receiver;
    // An expenditure is spent by the publisher itself: it names its own side by being one.
    if (t.type === '4' || (other !== null && (other.ref !== null || other.names.length > 0))) named++;
  }
  const { error, warning, advice } = r.problems;
  const sorted = [...days].sort();
  const asOf = r.activity.lastUpdatedAt?.slice(0, 10) ?? sorted.at(-1) ?? null;
  return { expected: given + missing.length, given, missing, errors: error, warnings: warning, advice, flows, named, asOf, span: sorted.length < 3 ? null : medianSpan(sorted) };
}

/** Everything a publisher has here, added up over the activities that the reader may see. */
export type PublisherRecord = {
  activities: number;
  expected: number;
  given: number;
  /** Activities with at least one error. */
  flawed: number;
  flows: number;
  named: number;
  /** Latest day of which any of its activities speaks. */
  latest: Day | null;
  /** Different days of its last updates (at most the latest hundred): how often it publishes. */
  days: readonly Day[];
  /** Median of the spans between the transactions of its activities; null: none has enough of them. */
  span: number | null;
};

/** Of ascending days, at least two. */
function medianSpan(sorted: readonly Day[]): number {
  const spans = sorted.slice(1).map((d, i) => daysBetween(sorted[i]!, d)).sort((a, b) => a - b);
  return spans[(spans.length - 1) >> 1]!;
}

/** SQL for one row of {@link PublisherRecord} (snake case) from versions under `v`; group by `v.reporting_key`. */
export const publisherColumns = `count(*)::integer as activities, sum(v.elements_expected)::integer as expected, sum(v.elements_given)::integer as given,
  (count(*) filter (where v.errors > 0))::integer as flawed, sum(v.flows)::integer as flows, sum(v.flows_named)::integer as named, max(v.as_of) as latest,
  (array_agg(distinct v.last_updated_on order by v.last_updated_on desc) filter (where v.last_updated_on is not null))[1:100] as days,
  percentile_disc(0.5) within group (order by v.span) as span`;

/** Records of several activities as the publisher's; what the SQL above does in the database. */
export function publisherRecord(all: readonly (ActivityRecord & { lastUpdatedOn: Day | null })[]): PublisherRecord {
  const sum = (of: (r: ActivityRecord) => number) => all.reduce((total, r) => total + of(r), 0);
  const days = [...new Set(all.flatMap((r) => (r.lastUpdatedOn === null ? [] : [r.lastUpdatedOn])))].sort();
  const spans = all.flatMap((r) => (r.span === null ? [] : [r.span])).sort((a, b) => a - b);
  const known = all.flatMap((r) => (r.asOf === null ? [] : [r.asOf])).sort();
  return {
    activities: all.length, expected: sum((r) => r.expected), given: sum((r) => r.given), flawed: sum((r) => (r.errors > 0 ? 1 : 0)), flows: sum((r) => r.flows), named: sum((r) => r.named),
    latest: known.at(-1) ?? null, days: days.slice(-100), span: spans[(spans.length - 1) >> 1] ?? null,
  };
}

/** Fewer activities than this say nothing about a publisher. */
const ENOUGH = 3;

/**
 * What a publisher's letter is made of: the share of expected elements that are given, of activities without an error,
 * and of flows that name the other side. Weights and floors are a judgement of ours, to be recalibrated: see the page.
 */
const weights = { given: 0.5, sound: 0.3, named: 0.2 } as const;
const floors: readonly (readonly [Reliability, number])[] = [['A', 0.9], ['B', 0.8], ['C', 0.6], ['D', 0.45]];

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const percent = (s: number): number => Math.floor(s * 100);

/** Reliability of a publisher as a source, and the shares that led to it. */
export function reliabilityOf(p: Pick<PublisherRecord, 'activities' | 'expected' | 'given' | 'flawed' | 'flows' | 'named'>): { reliability: Reliability; because: Reason } {
  const [given, sound, named] = [share(p.given, p.expected), 1 - share(p.flawed, p.activities || 1), share(p.named, p.flows)];
  const because = (letter: Reliability) => reason('publisher.record', { letter, activities: p.activities, given: percent(given), sound: percent(sound), named: percent(named) });
  if (p.activities < ENOUGH) return { reliability: 'F', because: reason('publisher.too-few', { activities: p.activities, needed: ENOUGH }) };
  const score = weights.given * given + weights.sound * sound + weights.named * named;
  const [letter] = floors.find(([, floor]) => score >= floor) ?? (['E'] as const);
  return { reliability: letter, because: because(letter) };
}

/** What IATI asks of its publishers where a publisher's own days say nothing: at least every quarter. */
const RECOMMENDED = 90;

/**
 * How often a publisher publishes: the median span between the days of its last updates; with fewer than four such days
 * the usual span between its transactions; else what IATI recommends. Between a week and a year.
 */
export function rhythmOf({ days, span }: Pick<PublisherRecord, 'days' | 'span'>): { rhythm: number; because: Reason } {
  const within = (d: number) => Math.min(365, Math.max(7, d));
  const sorted = [...new Set(days)].sort();
  if (sorted.length >= 4) {
    const rhythm = within(medianSpan(sorted));
    return { rhythm, because: reason('publisher.rhythm-updates', { days: rhythm }) };
  }
  if (span !== null) return { rhythm: within(span), because: reason('publisher.rhythm-transactions', { days: within(span) }) };
  return { rhythm: RECOMMENDED, because: reason('publisher.rhythm-recommended', { days: RECOMMENDED }) };
}
