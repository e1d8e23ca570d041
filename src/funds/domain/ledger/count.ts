import { allocateWhole } from '../../../kernel/allocate.ts';
import { balances, isCounted, isInside, markOwn, type Balance } from './balance.ts';
import { DISBURSEMENT, EXPENDITURE, KIND, type Book } from './book.ts';
import { cycles } from './cycles.ts';
import { settleEnds } from './ends.ts';
import { familiesOf, type Families } from './family.ts';
import { reconcileFlows } from './flow.ts';
import { countOneLevel } from './levels.ts';

/** Money counted once; methods.md 5.3, docs/methods/money.md. */
export const METHOD = 'ledger@1';

/** What was found beside the rows, whose columns the method fills. */
export type Ledger = {
  /** By organisation number. */
  balances: readonly Balance[];
  inside: ReadonlySet<number>;
  /** Circles of money: activities that fund each other, by activity number. */
  fundingCycles: readonly (readonly number[])[];
  /** Which activity funds which, by what disbursements and incoming funds name. */
  funds: ReadonlyMap<number, ReadonlySet<number>>;
  /** The organisation behind each activity of {@link Ledger.funds}. */
  owners: ReadonlyMap<number, number>;
  /** Circles of relations: activities that name each other as parents. */
  relationCycles: readonly (readonly number[])[];
};

/**
 * Counts the book: says for every row what it is, from which sides it is known, how much of it is the provider's own,
 * and how much less or more it could be. No step looks at the order in which rows came in.
 */
export function count(book: Book): Ledger {
  settleEnds(book);
  const families = familiesOf(book);
  countOneLevel(book, families);
  countOneVersion(book);
  reconcileFlows(book, families);
  const all = balances(book);
  markOwn(book);
  const inside = new Set(all.flatMap((b, organisation) => (isInside(b) ? [organisation] : [])));
  const { funds, owners } = fundingOf(book, families);
  return { balances: all, inside, fundingCycles: cycles(funds), funds, owners, relationCycles: families.cycles };
}

/**
 * Rows of versions that do not count are other-version. Where the versions' spending differs, the counted one's rows
 * say how much less or more it is by the others.
 */
function countOneVersion(book: Book): void {
  if (book.several.size === 0) return;
  const { columns: c } = book;
  const rowsOf = new Map<number, number[]>([...book.several.values()].flat().map((version) => [version, []]));
  for (const i of book.canonical()) {
    const rows = rowsOf.get(c.version[i]!);
    if (!rows) continue;
    if (!book.versionOf(i).counts) c.kind[i] = KIND['other-version'];
    if (c.type[i] === DISBURSEMENT || c.type[i] === EXPENDITURE) rows.push(i);
  }
  for (const versions of book.several.values()) {
    const sums = versions.map((v) => rowsOf.get(v)!.reduce((total, i) => total + (c.cents[i]! || 0) + c.aside[i]!, 0));
    const [counted, ...others] = sums;
    const rows = rowsOf.get(versions[0]!)!.filter((i) => c.kind[i] !== KIND['other-level'] && Math.abs(c.cents[i]!) > 0);
    const weights = rows.map((i) => Math.abs(c.cents[i]!));
    const [less, more] = [Math.max(0, counted! - Math.min(...others)), Math.max(0, Math.max(...others) - counted!)];
    if (rows.length > 0) {
      for (const [k, part] of allocateWhole(less, weights).entries()) c.less[rows[k]!]! += part;
      for (const [k, part] of allocateWhole(more, weights).entries()) c.more[rows[k]!]! += part;
    } else if (counted === 0 && more > 0) {
      // The counted version has no spending at all: the version with the most carries what it could be.
      const most = versions[sums.indexOf(Math.max(...others))]!;
      for (const i of rowsOf.get(most)!) c.more[i] = Math.max(0, c.cents[i]! || 0);
    }
  }
}

/** Which activity funds which, and who stands behind them. */
function fundingOf(book: Book, families: Families): { funds: Map<number, Set<number>>; owners: Map<number, number> } {
  const { columns: c } = book;
  const funds = new Map<number, Set<number>>();
  const owners = new Map<number, number>();
  for (let i = 0; i < book.rows; i++) {
    if (c.kind[i] !== KIND.flow || !isCounted(book, i)) continue;
    const { activity, reporter } = book.versionOf(i);
    const from = c.provider[i] === reporter ? activity : c.providerActivity[i]!;
    const to = c.receiver[i] === reporter ? activity : c.receiverActivity[i]!;
    if (from === 0 || to === 0 || families.root(from) === families.root(to)) continue;
    funds.set(from, (funds.get(from) ?? new Set<number>()).add(to));
    owners.set(from, c.provider[i]!).set(to, c.receiver[i]!);
  }
  return { funds, owners };
}
