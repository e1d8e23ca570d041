import { allocateUnits } from '../../../kernel/allocate.ts';
import { DISBURSEMENT, EXPENDITURE, INCOMING, KIND, type Book } from './book.ts';
import { below, type Families } from './family.ts';
import { REPEAT_TOLERANCE } from '../parameters.ts';

/**
 * Money that a publisher reports at two levels of one family is counted at one. Going up from the children, a parent's
 * row that repeats rows below it (the same payment, or their sum) is of the other level: the children's, more detailed,
 * count. What a parent publishes beside what it repeats is its own. Where nothing of it can be recognised below, one
 * level's sum counts, the larger, with the children's rows in it; then it might still be different money, so that what
 * is left out says how much more it could be.
 */
export function countOneLevel(book: Book, families: Families): void {
  if (families.bottomUp.length === 0) return;
  const rowsOf = rowsByActivity(book, new Set(families.bottomUp));
  const payments = new Payments(book);
  const isCounted = (i: number): boolean => book.columns.kind[i] !== leftOut;
  for (const parent of families.bottomUp) {
    const mine = rowsOf.get(parent);
    if (mine === undefined || !families.children.has(parent)) continue;
    const children = below(families, parent).flatMap((child) => rowsOf.get(child) ?? []);
    for (const [measure, rows] of mine) {
      const own = rows.filter(isCounted);
      const lower = children.flatMap((of) => of.get(measure)?.filter(isCounted) ?? []);
      if (own.length > 0 && lower.length > 0) settle(book, payments, own, lower);
    }
  }
}

/** Rows are compared within one measure: spending, incoming funds, and each of the other types and plans by itself. */
const measureOf = (type: number): number => (type === EXPENDITURE ? DISBURSEMENT : type);

const leftOut = KIND['other-level'];

/** Rows of each activity, by measure. */
function rowsByActivity(book: Book, wanted: ReadonlySet<number>): Map<number, Map<number, number[]>> {
  const { columns: c } = book;
  const found = new Map<number, Map<number, number[]>>();
  for (const i of book.canonical()) {
    const { activity, counts } = book.versionOf(i);
    if (!counts || c.type[i] === 0 || !wanted.has(activity) || !book.isMoney(i)) continue;
    let measures = found.get(activity);
    if (!measures) found.set(activity, (measures = new Map<number, number[]>()));
    const measure = measureOf(c.type[i]!);
    const rows = measures.get(measure);
    if (rows) rows.push(i);
    else measures.set(measure, [i]);
  }
  return found;
}

/** Payments that look alike (type, currency, amount, day) by one number, found once a row. */
class Payments {
  readonly #numbers = new Map<string, number>();
  readonly #ofRow: Int32Array;

  constructor(private readonly book: Book) {
    this.#ofRow = new Int32Array(book.rows);
  }

  number(row: number): number {
    const known = this.#ofRow[row]!;
    if (known !== 0) return known;
    const { columns: c } = this.book;
    const words = `${c.type[row]} ${c.currency[row]} ${c.amount[row]} ${c.day[row]}`;
    let number = this.#numbers.get(words);
    if (number === undefined) this.#numbers.set(words, (number = this.#numbers.size + 1));
    return (this.#ofRow[row] = number);
  }
}

function settle(book: Book, payments: Payments, own: number[], lower: number[]): void {
  const { columns: c } = book;
  const left = recognise(book, payments, own, lower);
  const repeats = left.own.length < own.length;
  for (const i of left.repeated) c.kind[i] = leftOut;
  // What moves between the activities of one organisation is no spending: it never decides which level counts.
  const spending = (rows: readonly number[]): number[] => rows.filter((i) => c.kind[i] !== KIND.internal);
  const [mine, theirs] = [spending(left.own), spending(left.lower)];
  if (!repeats) return excess(book, mine, theirs);
  for (const [year, rows] of groups(mine, (i) => c.year[i]!)) excess(book, rows, theirs.filter((i) => c.year[i] === year));
}

/**
 * One level's sum, the other's detail: the children's rows count, and of the parent's only what its sum is above theirs
 * (pro rata over its rows). Counting the parent's rows instead would cut the children's receivers off from their income.
 */
function excess(book: Book, own: readonly number[], lower: readonly number[]): void {
  if (own.length === 0 || lower.length === 0) return;
  const { columns: c } = book;
  const known = own.filter((i) => !Number.isNaN(c.cents[i]!));
  const sum = (rows: readonly number[]): number => rows.reduce((total, i) => total + (c.cents[i]! || 0), 0);
  const [mine, theirs] = [sum(known), sum(lower)];
  if (mine > theirs && theirs > 0) {
    for (const [k, units] of allocateUnits(BigInt(theirs), known.map((i) => BigInt(c.cents[i]!))).entries()) {
      const part = Number(units);
      c.cents[known[k]!]! -= part;
      c.aside[known[k]!]! += part;
    }
  } else if (mine <= theirs) {
    for (const i of own) {
      c.kind[i] = leftOut;
      c.more[i] = Math.max(0, c.cents[i]! || 0);
    }
  }
}

type Left = { own: number[]; lower: number[]; repeated: number[] };

/** Takes out the parent's rows that repeat rows below: payment by payment first, then sum by sum, from narrow to wide. */
function recognise(book: Book, payments: Payments, own: readonly number[], lower: readonly number[]): Left {
  const { columns: c } = book;
  let left: Left = { own: [...own], lower: [...lower], repeated: [] };
  const others = book.organisations.size;
  const other = (i: number): number => (c.type[i] === INCOMING ? c.provider[i]! : c.receiver[i]!);
  const payment = (i: number): number => payments.number(i);
  const anybody = (): boolean => true;
  const nobody = (i: number): boolean => other(i) === 0;
  left = onePerOne(left, (i) => payment(i) * others + other(i), anybody, anybody);
  left = onePerOne(left, payment, nobody, anybody);
  left = onePerOne(left, payment, anybody, nobody);
  const money = (i: number): number => c.currency[i]!;
  const ofYear = (i: number): number => money(i) * 16_384 + c.year[i]!;
  const ofType = (i: number): number => ofYear(i) * 128 + c.type[i]!;
  for (const key of [(i: number) => ofType(i) * others + other(i), ofType, ofYear, money]) left = sums(left, key, (i) => c.amount[i]!);
  return sums(left, () => 0, (i) => c.cents[i]! || 0);
}

function groups<K>(rows: readonly number[], key: (i: number) => K): Map<K, number[]> {
  const found = new Map<K, number[]>();
  for (const i of rows) {
    const k = key(i);
    const group = found.get(k);
    if (group) group.push(i);
    else found.set(k, [i]);
  }
  return found;
}

/** Pairs rows of one key, as many as both sides have; only rows that `mine` and `theirs` let through take part. */
function onePerOne(left: Left, key: (i: number) => number, mine: (i: number) => boolean, theirs: (i: number) => boolean): Left {
  if (left.own.length === 0 || left.lower.length === 0) return left;
  const there = groups(left.lower.filter(theirs), key);
  const used = new Set<number>();
  const repeated = left.own.filter(mine).filter((i) => {
    const match = there.get(key(i))?.shift();
    if (match !== undefined) used.add(match);
    return match !== undefined;
  });
  return without(left, new Set(repeated), used);
}

function sums(left: Left, key: (i: number) => number, value: (i: number) => number): Left {
  if (left.own.length === 0 || left.lower.length === 0) return left;
  const there = groups(left.lower, key);
  const [repeated, used] = [new Set<number>(), new Set<number>()];
  const sum = (rows: readonly number[]): number => rows.reduce((total, i) => total + value(i), 0);
  for (const [k, rows] of groups(left.own, key)) {
    const match = there.get(k);
    if (!match) continue;
    const [a, b] = [sum(rows), sum(match)];
    if (a === 0 || Math.abs(a - b) > REPEAT_TOLERANCE * Math.max(Math.abs(a), Math.abs(b))) continue;
    for (const i of rows) repeated.add(i);
    for (const i of match) used.add(i);
  }
  return without(left, repeated, used);
}

const without = (left: Left, repeated: ReadonlySet<number>, used: ReadonlySet<number>): Left => ({
  own: left.own.filter((i) => !repeated.has(i)),
  lower: left.lower.filter((i) => !used.has(i)),
  repeated: [...left.repeated, ...repeated],
});
