import { allocateUnits } from '../../../kernel/allocate.ts';
import { DISBURSEMENT, EXPENDITURE, INCOMING, KIND, type Book } from './book.ts';

/** What anybody reported of one organisation, over all years and before any filter; cents of the reporting currency. */
export type Balance = { inflow: number; outflow: number; received: boolean; gave: boolean };

/** Is this row money that moves or is spent, once? */
export function isCounted(book: Book, row: number): boolean {
  const { columns: c } = book;
  const kind = c.kind[row]!;
  if (kind === KIND.flow || kind === KIND.internal) return c.type[row] === DISBURSEMENT || c.type[row] === EXPENDITURE || c.type[row] === INCOMING;
  return kind === KIND.expenditure;
}

/** In- and outflows of every organisation; transfers between its own activities are neither. */
export function balances(book: Book): Balance[] {
  const { columns: c } = book;
  const found: Balance[] = Array.from({ length: book.organisations.size }, () => ({ inflow: 0, outflow: 0, received: false, gave: false }));
  for (let i = 0; i < book.rows; i++) {
    if (!isCounted(book, i) || c.kind[i] === KIND.internal || !book.isMoney(i)) continue;
    const cents = c.cents[i]! || 0;
    const from = found[c.provider[i]!]!;
    from.outflow += cents;
    from.gave = true;
    if (c.kind[i] !== KIND.flow) continue;
    const to = found[c.receiver[i]!]!;
    to.inflow += cents;
    to.received = true;
  }
  found[0] = { inflow: 0, outflow: 0, received: false, gave: false };
  return found;
}

/** Stands inside the default boundary: money came in from somebody else, and went on or was spent. */
export const isInside = (b: Balance): boolean => b.received && b.gave;

/** One organisation's money in one currency: what came in and went out, in the currency and in cents. */
type Account = { organisation: number; inUnits: bigint; outUnits: bigint; inCents: bigint; outCents: bigint; outflows: number[] };

/**
 * Marks how much of each outflow is from the provider's own or an unrecorded source: what it paid out above its
 * recorded income. Each currency is balanced in itself, so that a rate that moved between receipt and payment is no
 * source of money; what is missing in one currency may come out of what is left in another. The rest is spread pro rata
 * over the outflows of the currencies in which it is missing, adding up to the cent (largest remainder, canonical order).
 */
export function markOwn(book: Book): void {
  const byOrganisation = new Map<number, Account[]>();
  for (const account of accountsOf(book).values()) {
    const all = byOrganisation.get(account.organisation);
    if (all) all.push(account);
    else byOrganisation.set(account.organisation, [account]);
  }
  const { columns: c } = book;
  for (const all of byOrganisation.values()) {
    const missing = all.map(missingIn);
    const needed = missing.reduce((a, b) => a + b, 0n) - all.reduce((t, a) => t + leftIn(a), 0n);
    if (needed <= 0n) continue;
    for (const [k, part] of allocateUnits(needed, missing).entries()) {
      const { outflows } = all[k]!;
      if (part > 0n) for (const [j, cents] of allocateUnits(part, outflows.map((i) => BigInt(c.cents[i]!))).entries()) c.own[outflows[j]!] = Number(cents);
    }
  }
}

const positive = (n: bigint): bigint => (n > 0n ? n : 0n);

/** Cents paid out above income, at the average rate of what was paid out. */
function missingIn({ inUnits, outUnits, outCents }: Account): bigint {
  const over = outUnits - positive(inUnits);
  return over > 0n && outCents > 0n ? (over * outCents) / outUnits : 0n;
}

/** Cents of income that were not paid out, at the average rate of the income. */
function leftIn({ inUnits, outUnits, inCents }: Account): bigint {
  const over = inUnits - positive(outUnits);
  return over > 0n && inCents > 0n ? (over * inCents) / inUnits : 0n;
}

/** Accounts by organisation and currency, of money that has a rate; in canonical order. */
function accountsOf(book: Book): Map<number, Account> {
  const { columns: c } = book;
  const found = new Map<number, Account>();
  const accountOf = (organisation: number, currency: number): Account => {
    const key = organisation * 65_536 + currency;
    let account = found.get(key);
    if (!account) found.set(key, (account = { organisation, inUnits: 0n, outUnits: 0n, inCents: 0n, outCents: 0n, outflows: [] }));
    return account;
  };
  for (const row of book.canonical()) {
    if (!isCounted(book, row) || c.kind[row] === KIND.internal || !(Math.abs(c.cents[row]!) > 0)) continue;
    const [cents, units] = [BigInt(c.cents[row]!), book.countedUnits(row)];
    const [provider, receiver] = [c.provider[row]!, c.receiver[row]!];
    if (provider !== 0) {
      const account = accountOf(provider, c.currency[row]!);
      account.outUnits += units;
      account.outCents += cents;
      account.outflows.push(row);
    }
    if (c.kind[row] === KIND.flow && receiver !== 0) {
      const account = accountOf(receiver, c.currency[row]!);
      account.inUnits += units;
      account.inCents += cents;
    }
  }
  return found;
}
