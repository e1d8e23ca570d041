import { KIND, type Book } from './book.ts';
import { DISBURSEMENT, EXPENDITURE, INCOMING } from './book.ts';

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

/**
 * Marks how much of each outflow is from the provider's own or an unrecorded source: what it paid out above its
 * recorded income, pro rata over its outflows, adding up to the cent (largest remainder in canonical order).
 */
export function markOwn(book: Book, all: readonly Balance[]): void {
  const { columns: c } = book;
  const outflows = new Map<number, number[]>();
  for (const row of book.canonical()) {
    const by = c.provider[row]!;
    const { inflow, outflow } = all[by]!;
    if (by === 0 || outflow <= Math.max(0, inflow) || c.kind[row] === KIND.internal || !isCounted(book, row) || !(Math.abs(c.cents[row]!) > 0)) continue;
    if (inflow <= 0) {
      c.own[row] = c.cents[row]!; // no income is recorded: all of it is its own
      continue;
    }
    const rows = outflows.get(by);
    if (rows) rows.push(row);
    else outflows.set(by, [row]);
  }
  for (const [by, rows] of outflows) {
    const { inflow, outflow } = all[by]!;
    for (const [k, cents] of shares(outflow - inflow, rows.map((i) => c.cents[i]!), outflow).entries()) c.own[rows[k]!] = cents;
  }
}

/** `part` of `whole` over amounts that add up to `whole`; amounts may be negative (corrections), the parts add up all the same. */
export function shares(part: number, amounts: readonly number[], whole: number): number[] {
  const [p, w] = [BigInt(part), BigInt(whole)];
  let left = part;
  const quotas = amounts.map((amount, index) => {
    const product = p * BigInt(amount);
    let floor = product / w;
    if (floor * w > product) floor -= 1n; // division of bigint cuts towards zero
    left -= Number(floor);
    return { index, cents: Number(floor), remainder: product - floor * w };
  });
  const byRemainder = [...quotas].sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (let i = 0; i < left; i++) byRemainder[i]!.cents += 1;
  return quotas.map((q) => q.cents);
}
