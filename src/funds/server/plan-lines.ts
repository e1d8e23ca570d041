import { sum } from '../../kernel/decimal.ts';
import type { Grade } from '../../kernel/passport.ts';
import type { Decimal } from '../../kernel/values.ts';
import { BUDGET, KIND, SEEN } from '../domain/ledger/book.ts';
import { factsOf } from '../domain/ledger/facts.ts';
import { yearsOf } from '../domain/plans.ts';
import type { Loaded } from './load-book.ts';
import { lineOf } from './write-run.ts';

type Cell = { fields: (string | number | boolean | null)[]; amounts: Decimal[]; cents: number | null; plans: number };

/** Plans added up at the grain in which they are shown: year by days, place and sector as the activity is split. */
export function* planLines({ book, shares, splits, plans }: Loaded, gradeOf: (reporter: number, seen: number) => Grade): Generator<string> {
  const { columns: c } = book;
  const cells = new Map<string, Cell>();
  for (const { row, from, to } of plans) {
    const amount = book.amountOf(row);
    if (amount === null) continue;
    const { reporter } = book.versionOf(row);
    const own = shares.split({ places: 0, sectors: 0 }, splits[c.version[row]!]!);
    const years = yearsOf(from, to);
    const grain = years.flatMap((y) => own.grain.map((g) => ({ ...g, year: y.year })));
    const weights = years.flatMap((y) => own.weights.map((w) => w * y.days));
    for (const [i, f] of factsOf(book, row, amount, { grain, weights, sectors: own.sectors }).entries()) {
      const counts = f.kind === KIND.apart;
      const kind = c.type[row] === BUDGET ? 'budget' : 'planned-disbursement';
      const fields = [kind, counts, grain[i % grain.length]!.year, f.place, f.sector, book.currencies.text(c.currency[row]!) || '?', reporter, c.rate[row]!, gradeOf(reporter, SEEN['not-a-flow'])];
      const key = fields.join('\t');
      let cell = cells.get(key);
      if (!cell) cells.set(key, (cell = { fields, amounts: [], cents: f.cents === null ? null : 0, plans: 0 }));
      cell.amounts.push(f.amount ?? '0');
      if (f.cents !== null && cell.cents !== null) cell.cents += f.cents;
      cell.plans++;
      if (cell.amounts.length > 64) cell.amounts = [sum(cell.amounts)];
    }
  }
  for (const { fields, amounts, cents, plans: n } of cells.values()) yield lineOf([...fields, sum(amounts), cents, n]);
}
