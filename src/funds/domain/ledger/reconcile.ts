import { CONFLICT_DAYS, CONFLICT_FACTOR, NEAR_AMOUNT_DAYS, SAME_AMOUNT_DAYS, TOLERANCE } from '../parameters.ts';
import { nearestPairs, type Terms } from './pairing.ts';
import { allMayBeOne, apart, byDay, difference, explicit, shelvesFor, shelvesOf, type Open, type Report, type Work } from './report.ts';

/** Reports of both sides that are about the same money. `conflict`: they differ by more than the tolerance. */
export type Match = { outs: Report[]; ins: Report[]; conflict: boolean };

/**
 * Reports that agree: first payment by payment (k reports of one amount on one side meet k on the other, what is over
 * stays), then nearly the same amounts, then sums of a year where one side reports several payments as one. Takes what
 * it matches out of `open`.
 */
export function agreeing(open: Open, work: Work = { looks: 0 }): Match[] {
  if (open.outs.length === 0 || open.ins.length === 0) return [];
  const found = [...exact(open, work), ...near(open, work)];
  return [...found, ...yearly(open, work)];
}

function take(open: Open, outs: ReadonlySet<Report>, ins: ReadonlySet<Report>): void {
  if (outs.size === 0) return;
  open.outs = open.outs.filter((r) => !outs.has(r));
  open.ins = open.ins.filter((r) => !ins.has(r));
}

/** How closely activities must be named, from closest to none: by both, by one, by nobody. */
const closeness: ((r: Report) => string)[] = [
  (r) => `${r.providerActivity} ${r.receiverActivity}`,
  (r) => `- ${r.receiverActivity}`,
  (r) => `${r.providerActivity} -`,
  () => '',
];

/** The same amount to the last digit; each payment meets the earliest report that is left and may be it. */
function exact(open: Open, work: Work): Match[] {
  const found: Match[] = [];
  for (const activities of closeness) {
    const [outs, ins] = [new Set<Report>(), new Set<Report>()];
    const key = (r: Report): string => `${r.currency} ${r.amount} ${activities(r)}`;
    const there = grouped(open.ins, key);
    for (const [k, some] of grouped(open.outs, key)) {
      const others = there.get(k);
      if (!others) continue;
      if (some.length === 1 && others.length === 1) {
        const [out, inn] = [some[0]!, others[0]!];
        work.looks++;
        if (apart(out, inn) > SAME_AMOUNT_DAYS || !allMayBeOne(some, others)) continue;
        found.push({ outs: [out], ins: [inn], conflict: false });
        outs.add(out);
        ins.add(inn);
        continue;
      }
      const rows = new Rows(others, ins, work);
      for (const out of byDay(some)) {
        const inn = rows.earliestFor(out);
        if (!inn) continue;
        found.push({ outs: [out], ins: [inn], conflict: false });
        outs.add(out);
        ins.add(inn);
      }
    }
    take(open, outs, ins);
    if (open.outs.length === 0 || open.ins.length === 0) break;
  }
  return found;
}

/** Reports of one amount in rows by day, one row for each shelf; whoever asks comes in order of days too, so that no row is gone through twice. */
class Rows {
  readonly #rows = new Map<string, { reports: Report[]; at: number }>();

  constructor(reports: readonly Report[], private readonly taken: ReadonlySet<Report>, private readonly work: Work) {
    for (const r of byDay(reports)) {
      for (const shelf of shelvesOf(r)) {
        const row = this.#rows.get(shelf);
        if (row) row.reports.push(r);
        else this.#rows.set(shelf, { reports: [r], at: 0 });
      }
    }
  }

  /** The earliest report that is left, may be about the same money, and lies near enough in time. */
  earliestFor(out: Report): Report | undefined {
    const { sharing, others } = shelvesFor(out);
    return byDay([...sharing, ...others].flatMap((shelf) => this.#firstOf(shelf, out) ?? []))[0];
  }

  #firstOf(shelf: string, out: Report): Report | undefined {
    const row = this.#rows.get(shelf);
    if (!row) return undefined;
    const tooEarly = (r: Report): boolean => r.day !== null && out.day !== null && r.day < out.day - SAME_AMOUNT_DAYS;
    let first = row.reports[row.at];
    for (; first && (this.taken.has(first) || tooEarly(first)); first = row.reports[++row.at]) this.work.looks++;
    this.work.looks++;
    return first && (first.day === null || out.day === null || first.day <= out.day + SAME_AMOUNT_DAYS) ? first : undefined;
  }
}

/** Nearly the same amount and near in time; of several one that shares a named activity, then the nearest in amount, then in time. */
const near = (open: Open, work: Work): Match[] => pairs(open, { sharing: 'first', difference: TOLERANCE, days: NEAR_AMOUNT_DAYS }, false, work);

/** Sums of one calendar year, for reports that name the same activities; only where one side has several reports. */
const yearly = (open: Open, work: Work): Match[] => sumsOfYears(open, (outs, ins) => outs.length + ins.length > 2, TOLERANCE, false, work);

/** The same where one report of a year stands against several and the sums differ, by no more than half. */
const yearlyConflicts = (open: Open, work: Work): Match[] =>
  sumsOfYears(open, (outs, ins) => (outs.length === 1) !== (ins.length === 1) && explicit(outs[0]!, ins[0]!), 0.5, true, work);

function sumsOfYears(open: Open, fit: (outs: readonly Report[], ins: readonly Report[]) => boolean, tolerance: number, conflict: boolean, work: Work): Match[] {
  const found: Match[] = [];
  for (const activities of closeness) {
    const [outs, ins] = [new Set<Report>(), new Set<Report>()];
    const key = (r: Report): string => `${r.year} ${activities(r)}`;
    const there = grouped(open.ins, key);
    for (const [k, some] of grouped(open.outs, key)) {
      const others = there.get(k);
      if (!others || !fit(some, others)) continue;
      work.looks += some.length + others.length;
      if (!allMayBeOne(some, others)) continue;
      const sums = sumsOf(some, others);
      if (!sums || sums[0] === 0 || difference(...sums) > tolerance) continue;
      found.push({ outs: some, ins: others, conflict });
      for (const r of some) outs.add(r);
      for (const r of others) ins.add(r);
    }
    take(open, outs, ins);
  }
  return found;
}

function sumsOf(outs: readonly Report[], ins: readonly Report[]): [number, number] | null {
  const all = [...outs, ...ins];
  const sum = (rows: readonly Report[], value: (r: Report) => number): number => rows.reduce((t, r) => t + value(r), 0);
  if (all.every((r) => r.currency === all[0]!.currency)) return [sum(outs, (r) => r.amount), sum(ins, (r) => r.amount)];
  return all.every((r) => r.cents !== null) ? [sum(outs, (r) => r.cents!), sum(ins, (r) => r.cents!)] : null;
}

/**
 * What is left on both sides and yet speaks of the same money: reports that name each other's activity within half a
 * year, and, where nobody names an activity, single reports of similar amounts near in time. Takes it out of `open`.
 */
export function conflicting(open: Open, work: Work = { looks: 0 }): Match[] {
  if (open.outs.length === 0 || open.ins.length === 0) return [];
  const sums = yearlyConflicts(open, work);
  const named = pairs(open, { sharing: 'must', difference: OF_ONE_SIGN, days: CONFLICT_DAYS }, true, work);
  const unnamed = pairs(open, { sharing: 'nothing', difference: 1 - 1 / CONFLICT_FACTOR, days: NEAR_AMOUNT_DAYS }, true, work);
  return [...sums, ...named, ...unnamed];
}

/** However much two amounts differ, as long as both are payments or both corrections. */
const OF_ONE_SIGN = 1;

function pairs(open: Open, terms: Terms, conflict: boolean, work: Work): Match[] {
  const found = nearestPairs(open, terms, work);
  take(open, new Set(found.map(([out]) => out)), new Set(found.map(([, inn]) => inn)));
  return found.map(([out, inn]) => ({ outs: [out], ins: [inn], conflict }));
}

function grouped(reports: readonly Report[], key: (r: Report) => string): Map<string, Report[]> {
  const found = new Map<string, Report[]>();
  for (const r of reports) {
    const k = key(r);
    const group = found.get(k);
    if (group) group.push(r);
    else found.set(k, [r]);
  }
  return found;
}
