import { CONFLICT_DAYS, CONFLICT_FACTOR, NEAR_AMOUNT_DAYS, SAME_AMOUNT_DAYS, TOLERANCE } from '../parameters.ts';

/**
 * One side's report of money between one provider and one receiver. Activities are named by the family they belong to,
 * so that a report may name any level of it; 0: the report leaves it out.
 */
export type Report = {
  /** Place in the canonical order of all rows: decides among twins. */
  row: number;
  /** Day number; null unknown. */
  day: number | null;
  year: number;
  currency: number;
  /** Of the currency, for comparing. */
  amount: number;
  /** Cents of the reporting currency; null: no rate. */
  cents: number | null;
  providerActivity: number;
  receiverActivity: number;
};

/** Reports of both sides that are about the same money. `conflict`: they differ by more than the tolerance. */
export type Match = { outs: Report[]; ins: Report[]; conflict: boolean };

/** What is left on both sides. Both lists are in canonical order and stay so. */
export type Open = { outs: Report[]; ins: Report[] };

const agree = (a: number, b: number): boolean => a === 0 || b === 0 || a === b;
const mayBeOne = (out: Report, inn: Report): boolean =>
  agree(out.providerActivity, inn.providerActivity) && agree(out.receiverActivity, inn.receiverActivity);
/** At least one of the two names the other's activity. */
const explicit = (out: Report, inn: Report): boolean =>
  mayBeOne(out, inn) && ((out.receiverActivity !== 0 && out.receiverActivity === inn.receiverActivity) || (inn.providerActivity !== 0 && inn.providerActivity === out.providerActivity));
const apart = (a: Report, b: Report): number => (a.day === null || b.day === null ? 0 : Math.abs(a.day - b.day));

/** Both amounts in one unit: the currency they share, else the reporting currency; null: they cannot be compared. */
function comparable(a: Report, b: Report): [number, number] | null {
  if (a.currency === b.currency) return [a.amount, b.amount];
  return a.cents === null || b.cents === null ? null : [a.cents, b.cents];
}

/** Difference as a share of the larger; infinite where the signs differ. */
function difference(a: number, b: number): number {
  if (a === b) return 0;
  return Math.sign(a) === Math.sign(b) ? Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b)) : Infinity;
}

/**
 * Reports that agree: first payment by payment (k reports of one amount on one side meet k on the other, what is over
 * stays), then nearly the same amounts, then sums of a year where one side reports several payments as one. Takes what
 * it matches out of `open`.
 */
export function agreeing(open: Open): Match[] {
  const found = [...exact(open), ...near(open)];
  return [...found, ...yearly(open)];
}

function take(open: Open, outs: ReadonlySet<Report>, ins: ReadonlySet<Report>): void {
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
function exact(open: Open): Match[] {
  const found: Match[] = [];
  for (const activities of closeness) {
    const [outs, ins] = [new Set<Report>(), new Set<Report>()];
    const key = (r: Report): string => `${r.currency} ${r.amount} ${activities(r)}`;
    const there = grouped(open.ins, key);
    for (const [k, some] of grouped(open.outs, key)) {
      const others = there.get(k);
      if (!others) continue;
      const left = byDay(others);
      for (const out of byDay(some)) {
        const at = left.findIndex((inn) => apart(out, inn) <= SAME_AMOUNT_DAYS && mayBeOne(out, inn));
        if (at < 0) continue;
        const [inn] = left.splice(at, 1);
        found.push({ outs: [out], ins: [inn!], conflict: false });
        outs.add(out);
        ins.add(inn!);
      }
    }
    take(open, outs, ins);
    if (open.outs.length === 0 || open.ins.length === 0) break;
  }
  return found;
}

/** Nearly the same amount and near in time; of several the nearest in amount, then in time. */
function near(open: Open): Match[] {
  return pairs(open, (out, inn) => {
    const both = comparable(out, inn);
    if (!both || apart(out, inn) > NEAR_AMOUNT_DAYS || !mayBeOne(out, inn)) return null;
    const by = difference(...both);
    return by > TOLERANCE ? null : [explicit(out, inn) ? 0 : 1, by, apart(out, inn)];
  }, false);
}

/** Sums of one calendar year, for reports that name the same activities; only where one side has several reports. */
const yearly = (open: Open): Match[] => sumsOfYears(open, (outs, ins) => outs.length + ins.length > 2, TOLERANCE, false);

/** The same where one report of a year stands against several and the sums differ, by no more than half. */
const yearlyConflicts = (open: Open): Match[] =>
  sumsOfYears(open, (outs, ins) => (outs.length === 1) !== (ins.length === 1) && explicit(outs[0]!, ins[0]!), 0.5, true);

function sumsOfYears(open: Open, fit: (outs: readonly Report[], ins: readonly Report[]) => boolean, tolerance: number, conflict: boolean): Match[] {
  const found: Match[] = [];
  for (const activities of closeness) {
    const [outs, ins] = [new Set<Report>(), new Set<Report>()];
    const key = (r: Report): string => `${r.year} ${activities(r)}`;
    const there = grouped(open.ins, key);
    for (const [k, some] of grouped(open.outs, key)) {
      const others = there.get(k);
      if (!others || !fit(some, others)) continue;
      if (!some.every((out) => others.every((inn) => mayBeOne(out, inn)))) continue;
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
export function conflicting(open: Open): Match[] {
  const sums = yearlyConflicts(open);
  const named = pairs(open, (out, inn) => {
    const both = comparable(out, inn);
    if (!both || Math.sign(both[0]) !== Math.sign(both[1]) || !explicit(out, inn) || apart(out, inn) > CONFLICT_DAYS) return null;
    return [difference(...both), apart(out, inn)];
  }, true);
  const unnamed = pairs(open, (out, inn) => {
    const both = comparable(out, inn);
    if (!both || apart(out, inn) > NEAR_AMOUNT_DAYS || !mayBeOne(out, inn)) return null;
    return difference(...both) <= 1 - 1 / CONFLICT_FACTOR ? [difference(...both), apart(out, inn)] : null;
  }, true);
  return [...sums, ...named, ...unnamed];
}

/** Pairs with the lowest cost first, each report at most once; canonical order decides among equals. */
function pairs(open: Open, cost: (out: Report, inn: Report) => number[] | null, conflict: boolean): Match[] {
  if (open.outs.length === 0 || open.ins.length === 0) return [];
  const candidates: { cost: number[]; out: Report; inn: Report }[] = [];
  const ins = byDay(open.ins);
  for (const out of open.outs) {
    for (let j = firstFrom(ins, out.day); j < ins.length; j++) {
      const inn = ins[j]!;
      if (out.day !== null && inn.day !== null && inn.day > out.day + LONGEST) break;
      const c = cost(out, inn);
      if (c) candidates.push({ cost: c, out, inn });
    }
  }
  candidates.sort((a, b) => compareLists(a.cost, b.cost) || a.out.row - b.out.row || a.inn.row - b.inn.row);
  const [outs, taken] = [new Set<Report>(), new Set<Report>()];
  const found: Match[] = [];
  for (const { out, inn } of candidates) {
    if (outs.has(out) || taken.has(inn)) continue;
    outs.add(out);
    taken.add(inn);
    found.push({ outs: [out], ins: [inn], conflict });
  }
  take(open, outs, taken);
  return found;
}

const LONGEST = Math.max(SAME_AMOUNT_DAYS, NEAR_AMOUNT_DAYS, CONFLICT_DAYS);

/** Reports in order of days; those without a day come first, because they may meet any. */
const byDay = (reports: readonly Report[]): Report[] => [...reports].sort((a, b) => (a.day ?? -Infinity) - (b.day ?? -Infinity) || a.row - b.row);

/** Where to begin: undated reports stand at the front and are looked at too, unless there are none. */
function firstFrom(sorted: readonly Report[], day: number | null): number {
  if (day === null || sorted[0]?.day === null) return 0;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.day! < day - LONGEST) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

function grouped(reports: readonly Report[], key: (r: Report) => string): Map<string, Report[]> {
  const found = new Map<string, Report[]>();
  for (const r of reports) {
    const group = found.get(key(r));
    if (group) group.push(r);
    else found.set(key(r), [r]);
  }
  return found;
}
