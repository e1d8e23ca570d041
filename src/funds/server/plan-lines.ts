import { RunningTotal } from '../../kernel/decimal.ts';
import type { Grade } from '../../kernel/passport.ts';
import { BUDGET, KIND, SEEN } from '../domain/ledger/book.ts';
import { factsOf } from '../domain/ledger/facts.ts';
import { Names } from '../domain/ledger/names.ts';
import { yearsOf, type YearShare } from '../domain/plans.ts';
import type { Split } from '../domain/splits.ts';
import type { Loaded } from './load-book.ts';
import { lineOf } from './write-run.ts';

type Cell = { year: number | null; place: number; sector: number; amount: RunningTotal; cents: number | null; facts: number; plans: number; placeFirsts: number; sectorFirsts: number };

/** Plans added up at the grain in which they are shown: year by days, place and sector as the activity is split. */
export function* planLines({ book, shares, splits, plans }: Loaded, gradeOf: (reporter: number, seen: number) => Grade): Generator<string> {
  const { columns: c } = book;
  const [places, sectors, alikes] = [new Names(), new Names(), new Names()];
  const fields: (string | number | boolean)[][] = [[]];
  const cells: Map<number, Cell>[] = [];
  const periods = new Periods();
  /** What cells of a plan have in common, as a number: a text for each part of each plan would be most of the work. */
  const alikeOf = (row: number, counts: boolean): number => {
    const { reporter } = book.versionOf(row);
    const number = alikes.number(`${c.type[row]} ${counts} ${c.currency[row]} ${reporter} ${c.rate[row]} ${c.readers[row]}`);
    fields[number] ??= [c.type[row] === BUDGET ? 'budget' : 'planned-disbursement', counts, book.currencies.text(c.currency[row]!) || '?', reporter, c.rate[row]!, c.readers[row]!, gradeOf(reporter, SEEN['not-a-flow'])];
    return number;
  };
  for (const { row, from, to } of plans) {
    const amount = book.amountOf(row);
    if (amount === null) continue;
    const own = shares.split({ places: 0, sectors: 0 }, splits[c.version[row]!]!);
    const years = periods.years(from, to);
    let of = noCells;
    for (const [i, f] of factsOf(book, row, amount, periods.split(own, years)).entries()) {
      if (i % own.grain.length === 0) of = cells[alikeOf(row, f.kind === KIND.apart)] ??= new Map<number, Cell>();
      const { year } = years[Math.floor(i / own.grain.length) % years.length]!;
      const [place, sector] = [places.number(f.grain.place), sectors.number(f.grain.sector)];
      const key = (place * 1_048_576 + sector) * 10_000 + (year ?? 0); // exact up to 850,000 places and a million sectors
      let cell = of.get(key);
      if (!cell) of.set(key, (cell = { year, place, sector, amount: new RunningTotal(), cents: f.cents === null ? null : 0, facts: 0, plans: 0, placeFirsts: 0, sectorFirsts: 0 }));
      cell.amount.add(f.amount ?? '0');
      if (f.cents !== null && cell.cents !== null) cell.cents += f.cents;
      cell.facts++;
      if (i % own.grain.length === 0) cell.plans++;
      if (f.grain.placeFirst) cell.placeFirsts++;
      if (f.grain.sectorFirst) cell.sectorFirsts++;
    }
  }
  for (const [alike, of] of cells.entries()) {
    const [kind, counts, currency, reporter, rate, readers, grade] = fields[alike]!;
    for (const { year, place, sector, amount, cents, facts, plans: n, placeFirsts, sectorFirsts } of of?.values() ?? []) {
      yield lineOf([kind!, counts!, year, places.text(place), sectors.text(sector), currency!, reporter!, rate!, readers!, grade!, amount.value, cents, facts, n, placeFirsts, sectorFirsts]);
    }
  }
}

const noCells = new Map<number, Cell>();

/** Years of periods, and splits over them: most plans have one of few periods. */
class Periods {
  readonly #years = new Map<string, YearShare[]>();
  readonly #splits = new Map<YearShare[], Map<Split, Split>>();

  years(from: string | null, to: string | null): YearShare[] {
    const key = `${from} ${to}`;
    let years = this.#years.get(key);
    if (!years) this.#years.set(key, (years = yearsOf(from, to)));
    return years;
  }

  /** The split of an activity repeated for each year, by the year's days. */
  split(own: Split, years: YearShare[]): Split {
    if (years.length === 1) return own;
    let ofYears = this.#splits.get(years);
    if (!ofYears) this.#splits.set(years, (ofYears = new Map<Split, Split>()));
    let split = ofYears.get(own);
    if (!split) ofYears.set(own, (split = { grain: years.flatMap(() => own.grain), weights: years.flatMap((y) => own.weights.map((w) => w * y.days)) }));
    return split;
  }
}
