import { narrowest } from '../../kernel/audience.ts';
import { ofSmallUnits } from '../../kernel/decimal.ts';
import { moneyFigure, withRange, type Figure } from '../../kernel/figure.ts';
import { nothingBehind, worst, worstLast } from '../../kernel/passport-algebra.ts';
import { passport, trimmed, type Completeness, type Credibility, type Grade, type Passport, type Reliability, type Rows } from '../../kernel/passport.ts';
import { reasonKey } from '../../kernel/reason.ts';
import { yearOf } from '../../kernel/period.ts';
import type { Currency, Decimal } from '../../kernel/values.ts';
import { METHOD } from '../domain/ledger/count.ts';
import { SEEN } from '../domain/ledger/book.ts';
import { judged } from '../domain/judged.ts';
import type { Run } from './run.ts';
import type { Publisher } from './parties.ts';

/** A group of facts that share a publisher, what is known of them, their grade, and who may read what they rest on. */
export type Group = { reporter: number; seen: number; grade: number; readers: number; amount: number; transactions: number };
/** A group of facts that share a rate; -1 none. */
export type RateGroup = { rate: number; amount: number };

/** What every figure of one answer has in common. */
export type Frame = { run: Run; publishers: ReadonlyMap<number, Publisher>; completeness: Completeness | null; year: number | undefined };

/** Whole cents as a decimal: `1234` → `12.34`. */
const euros = (cents: number): Decimal => ofSmallUnits(cents, 2);

/**
 * An amount of money with a passport computed from what it is made of: its publishers' record, from which sides its flows
 * are known, rates, and how many of those who take part publish.
 */
export function figureOf(frame: Frame, cents: number, groups: readonly Group[], rates: readonly RateGroup[], rows: Rows, range?: [number, number]): Figure {
  const figure = moneyFigure(euros(cents), frame.run.currency, passportOf(frame, groups, rates, rows));
  return range === undefined || (range[0] === cents && range[1] === cents) ? figure : withRange(figure, euros(range[0]), euros(range[1]));
}

/** ISO 4217 for amounts without a currency. */
const NO_CURRENCY = 'X'.repeat(3);

/** The same in an original currency (`?`: not known): nothing was converted. */
export function originalFigure(frame: Frame, amount: Decimal | null, currency: Currency, groups: readonly Group[], rows: Rows): Figure {
  return moneyFigure(amount, currency === '?' ? NO_CURRENCY : currency, passportOf(frame, groups, [], rows));
}

function passportOf(frame: Frame, groups: readonly Group[], rates: readonly RateGroup[], rows: Rows): Passport {
  const parts = groups.filter((g) => g.amount !== 0);
  if (parts.length === 0) return { ...nothingBehind(), method: { kind: 'derived', name: METHOD }, rows };
  const size = parts.reduce((t, g) => t + Math.abs(g.amount), 0);
  const grade = Math.min(...parts.map((g) => g.grade)) as Grade;
  const gradeShares = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  const bySource = new Map<number, number>();
  for (const g of parts) {
    gradeShares[g.grade as Grade] += Math.abs(g.amount) / size;
    bySource.set(g.reporter, (bySource.get(g.reporter) ?? 0) + Math.abs(g.amount));
  }
  const sources = [...bySource].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([no]) => ({ no, publisher: frame.publishers.get(no) }));
  const known = sources.flatMap((s) => (s.publisher ? [s.publisher] : []));
  const days = known.map((p) => p.latest);
  const dated = days.filter((d) => d !== null).sort();
  const converted = added(rates).filter((r) => r.rate > 0 && r.amount !== 0);
  const convertedSize = rates.reduce((t, r) => t + Math.abs(r.amount), 0);
  const estimated = converted.filter((r) => !isDated(frame.run, r.rate)).reduce((t, r) => t + Math.abs(r.amount), 0);
  return trimmed(passport({
    sources: known.map((p) => ({ name: p.name, key: p.key, ...(p.latest !== null && { publishedOn: p.latest }) })),
    sourceCount: sources.length,
    asOf: days.length > 0 && days.every((d) => d !== null) ? dated[0]! : null,
    asOfLatest: dated.at(-1) ?? null,
    period: frame.year === undefined ? null : yearOf(frame.year),
    method: { kind: 'derived', name: METHOD },
    freshness: worst(worstLast.freshness, known.map((p) => p.freshness)),
    reliability: worst(worstLast.reliability, known.map((p) => p.reliability)),
    credibility: worst(worstLast.credibility, parts.map((g) => credibility(g.seen))),
    grade,
    because: reasons(frame, parts.filter((g) => g.grade === grade)),
    gradeShares: clamped(gradeShares),
    completeness: frame.completeness,
    missingReporters: frame.completeness === null ? 0 : frame.completeness.expected - frame.completeness.reported,
    estimatedShare: convertedSize === 0 ? 0 : Math.min(1, estimated / convertedSize),
    conflicts: parts.reduce((t, g) => t + (g.seen === SEEN.conflict ? g.transactions : 0), 0),
    rates: [...converted].sort((a, b) => b.amount - a.amount || a.rate - b.rate).map((r) => rateOf(frame.run, r.rate)),
    rows,
    audience: narrowest([...new Set(parts.map((g) => g.readers))].map((no) => frame.run.summary.readers[no]!)),
  }));
}

/** One group for each rate. */
function added(rates: readonly RateGroup[]): RateGroup[] {
  const byRate = new Map<number, number>();
  for (const r of rates) byRate.set(r.rate, (byRate.get(r.rate) ?? 0) + Math.abs(r.amount));
  return [...byRate].map(([rate, amount]) => ({ rate, amount }));
}

/** A rate of somebody's own file is for the days it names; an annual average only estimates the day's rate. */
const isDated = (run: Run, rate: number): boolean => {
  const r = run.summary.rates[rate];
  return r !== undefined && r.own && !r.ofOtherYear;
};

function rateOf(run: Run, rate: number): Passport['rates'][number] {
  const { from, to, rate: per, on, source } = run.summary.rates[rate]!;
  return { from, to, rate: per, on, source };
}

const credibility = (seen: number): Credibility => judged('F', seen, 'F').credibility;

/** Why the weakest parts have their grade, each reason once, in a fixed order. */
function reasons(frame: Frame, weakest: readonly Group[]): Passport['because'] {
  const all = weakest.flatMap((g) => judged((frame.publishers.get(g.reporter)?.reliability ?? 'F') as Reliability, g.seen, 'F').because);
  return [...new Map(all.map((r) => [reasonKey(r), r])).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, r]) => r).slice(0, 5);
}

const clamped = (shares: Passport['gradeShares']): Passport['gradeShares'] =>
  Object.fromEntries(Object.entries(shares).map(([g, s]) => [g, Math.min(1, Math.max(0, s))])) as Passport['gradeShares'];
