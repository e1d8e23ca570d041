import { allocateWhole } from '../../../kernel/allocate.ts';
import { DISBURSEMENT, EXPENDITURE, INCOMING, KIND, SEEN, type Book } from './book.ts';
import { NO_DAY } from './columns.ts';
import type { Families } from './family.ts';
import { agreeing, conflicting, type Match } from './reconcile.ts';
import type { Open, Report } from './report.ts';

/** Rows of one provider and one receiver; `other` holds those of a level that does not count. */
type Pair = { outs: number[]; otherOuts: number[]; expenditures: number[]; ins: number[]; otherIns: number[] };

/**
 * Makes flows of reports: the provider's and the receiver's report of one payment are one flow, known from both sides.
 * The provider's amount counts; where the two differ by more than the tolerance they are in conflict, the flow says how
 * much less or more it could be, and what the receiver reports above it is a conflict-difference. A receiver's report
 * that meets any level of the provider's family is seen, never known only from the receiver. An expenditure whose
 * receiver reports it as income has gone on: it is a flow.
 */
export function reconcileFlows(book: Book, families: Families): void {
  const order = book.canonical();
  const { columns: c } = book;
  for (let i = 0; i < book.rows; i++) c.seen[i] = seenAlone(c.kind[i]!, c.type[i]!);
  for (const pair of pairsOf(book, order)) reconcile(book, families, order, pair);
}

function seenAlone(kind: number, type: number): number {
  if (kind !== KIND.flow && kind !== KIND.internal) return SEEN['not-a-flow'];
  return type === INCOMING ? SEEN['receiver-only'] : SEEN['provider-only'];
}

/** Pairs of organisations between which a receiver reports something: only there is anything to reconcile. */
function pairsOf(book: Book, order: Int32Array): Iterable<Pair> {
  const { columns: c } = book;
  const found = new Map<number, Pair>();
  const key = (i: number): number => c.provider[i]! * 67_108_864 + c.receiver[i]!;
  const between = (i: number): boolean => c.provider[i] !== 0 && c.receiver[i] !== 0 && book.isMoney(i) && book.versionOf(i).counts;
  for (const row of order) {
    if (c.type[row] !== INCOMING || !between(row)) continue;
    let pair = found.get(key(row));
    if (!pair) found.set(key(row), (pair = { outs: [], otherOuts: [], expenditures: [], ins: [], otherIns: [] }));
    (c.kind[row] === KIND['other-level'] ? pair.otherIns : pair.ins).push(row);
  }
  for (const row of order) {
    const type = c.type[row];
    if ((type !== DISBURSEMENT && type !== EXPENDITURE) || !between(row)) continue;
    const pair = found.get(key(row));
    if (!pair) continue;
    if (c.kind[row] === KIND['other-level']) pair.otherOuts.push(row);
    else (c.kind[row] === KIND.expenditure ? pair.expenditures : pair.outs).push(row);
  }
  return found.values();
}

function reconcile(book: Book, families: Families, order: Int32Array, pair: Pair): void {
  const { columns: c } = book;
  const reports = (rows: number[], out: boolean): Report[] => rows.map((row, place) => reportOf(book, families, row, place, out));
  const rowsOf = new Map<Report, number>();
  const listed = (rows: number[], out: boolean): Report[] => {
    const made = reports(rows, out);
    for (const [i, r] of made.entries()) rowsOf.set(r, rows[i]!);
    return made;
  };
  const row = (r: Report): number => rowsOf.get(r)!;
  const counted: Open = { outs: listed(pair.outs, true), ins: listed(pair.ins, false) };
  /** What is known from both sides rests on both reports, and is no repetition of words however often it is said. */
  const confirmed = (m: Match): void => {
    const readers = [...m.outs, ...m.ins].reduce((all, r) => book.readers.common(all, c.readers[row(r)]!), 0);
    for (const r of m.outs) {
      c.seen[row(r)] = SEEN['both-sides'];
      c.readers[row(r)] = readers;
      c.repeated[row(r)] = 0;
    }
  };
  const seen = (matches: Match[]): void => {
    for (const m of matches) {
      confirmed(m);
      for (const r of m.ins) c.kind[row(r)] = KIND['same-flow'];
    }
  };
  seen(agreeing(counted));
  // A receiver may name the level that does not count, or be seen at a level of its own that does not count.
  const above: Open = { outs: listed(pair.otherOuts, true), ins: counted.ins };
  seen(agreeing(above));
  counted.ins = above.ins;
  const beside: Open = { outs: counted.outs, ins: listed(pair.otherIns, false) };
  for (const m of agreeing(beside)) confirmed(m);
  counted.outs = beside.outs;
  const spent: Open = { outs: listed(pair.expenditures, true), ins: counted.ins };
  const wentOn = agreeing(spent);
  seen(wentOn);
  for (const m of wentOn) for (const r of m.outs) c.kind[row(r)] = KIND.flow;
  counted.ins = spent.ins;
  for (const m of conflicting(counted)) conflict(book, m.outs.map(row), m.ins.map(row));
}

/** A report for matching. `place` is its place among the pair's rows of one side, which are in canonical order. */
function reportOf(book: Book, families: Families, row: number, place: number, out: boolean): Report {
  const { columns: c } = book;
  const { activity, reporter } = book.versionOf(row);
  const named = (number: number): number => (number === 0 ? 0 : families.root(number));
  // Whose activity it stands in is known; on the other side only what the report names. Some publish the other side's type.
  const ofProvider = out ? c.receiver[row] !== reporter || c.provider[row] === reporter : c.provider[row] === reporter && c.receiver[row] !== reporter;
  return {
    row: place,
    day: c.day[row] === NO_DAY ? null : c.day[row]!,
    year: c.year[row]!,
    currency: c.currency[row]!,
    amount: c.amount[row]!,
    cents: Number.isNaN(c.cents[row]!) ? null : c.cents[row]!,
    providerActivity: ofProvider ? families.root(activity) : named(c.providerActivity[row]!),
    receiverActivity: ofProvider ? named(c.receiverActivity[row]!) : families.root(activity),
  };
}

/** The provider's word counts; less and more say what the receiver's would change, and its surplus is kept apart. */
function conflict(book: Book, outs: readonly number[], ins: readonly number[]): void {
  const { columns: c } = book;
  const sum = (rows: readonly number[]): number => rows.reduce((total, i) => total + (c.cents[i]! || 0), 0);
  const surplus = sum(ins) - sum(outs);
  const spread = (rows: readonly number[], cents: number): number[] => {
    const weights = rows.map((i) => Math.abs(c.cents[i]! || 0));
    return weights.some((w) => w > 0) ? allocateWhole(cents, weights) : rows.map((_, i) => (i === 0 ? cents : 0));
  };
  const readers = [...outs, ...ins].reduce((all, i) => book.readers.common(all, c.readers[i]!), 0);
  for (const i of [...outs, ...ins]) c.readers[i] = readers;
  const [less, more] = [spread(outs, Math.max(0, -surplus)), spread(outs, Math.max(0, surplus))];
  for (const [k, i] of outs.entries()) {
    c.seen[i] = SEEN.conflict;
    c.less[i]! += less[k]!;
    c.more[i]! += more[k]!;
  }
  const above = spread(ins, Math.max(0, surplus));
  for (const [k, i] of ins.entries()) {
    c.seen[i] = SEEN.conflict;
    c.kind[i] = surplus > 0 ? KIND['conflict-difference'] : KIND['same-flow'];
    if (surplus > 0) c.cents[i] = above[k]!;
  }
}
