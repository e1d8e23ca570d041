import { Nearest, type Near, type Reach } from './nearest.ts';
import { apart, difference, explicit, shelvesFor, shelvesOf, type Open, type Report, type Work } from './report.ts';

/** Which two reports may be a pair, beside how far apart they are. */
export type Terms = Reach & {
  /** What it means that one names the other's activity: it must, it goes before all others, or nothing. */
  sharing: 'must' | 'first' | 'nothing';
};

/**
 * Pairs of reports of the two sides, the nearest first and each report at most once, as if all possible pairs were put in
 * order (by what their names share, difference, days, canonical order) and taken from the top. Instead of making them, one goes
 * from a report to the nearest of the other side, from that to its own nearest, and so on: two that are each other's
 * nearest are a pair in any order of taking. So the work grows little faster than the number of reports.
 */
export function nearestPairs(open: Open, terms: Terms, work: Work): [out: Report, inn: Report][] {
  if (open.outs.length === 0 || open.ins.length === 0) return [];
  const [outs, ins] = [new Side(open.outs, open.ins, terms, work), new Side(open.ins, open.outs, terms, work)];
  const found: [Report, Report][] = [];
  for (const start of open.outs) {
    const path = outs.has(start) ? [start] : [];
    while (path.length > 0) {
      const last = path[path.length - 1]!;
      const before = path[path.length - 2];
      const nearest = (path.length % 2 === 1 ? ins : outs).nearestTo(last, before);
      if (nearest === undefined) path.pop(); // the first of the path, for which nothing is left
      else if (nearest !== before) path.push(nearest);
      else {
        path.length -= 2;
        const pair: [Report, Report] = path.length % 2 === 0 ? [before, last] : [last, before];
        outs.remove(pair[0]);
        ins.remove(pair[1]);
        found.push(pair);
      }
    }
  }
  return found;
}

/** The reports of one side, on shelves by the activities that they name. */
class Side {
  readonly #left: Set<Report>;
  readonly #shelves = new Map<string, Nearest>();
  readonly #currencies: ReadonlySet<number>;

  constructor(reports: readonly Report[], askers: readonly Report[], private readonly terms: Terms, private readonly work: Work) {
    this.#left = new Set(reports);
    this.#currencies = new Set(reports.map((r) => r.currency));
    const asked = new Set(askers.flatMap((a) => this.#shelvesFor(a).flat().map((s) => s.name)));
    const lists = new Map<string, Report[]>();
    for (const r of reports) {
      for (const name of this.#namesOf(r)) {
        if (!asked.has(name)) continue;
        const list = lists.get(name);
        if (list) list.push(r);
        else lists.set(name, [r]);
      }
    }
    for (const [name, list] of lists) this.#shelves.set(name, new Nearest(list, valueOn(name), this.work));
  }

  has(report: Report): boolean {
    return this.#left.has(report);
  }

  remove(report: Report): void {
    this.#left.delete(report);
    for (const name of this.#namesOf(report)) this.#shelves.get(name)?.remove(report);
  }

  /** The nearest report of this side; `known`, which is one of them, where none is nearer than it. */
  nearestTo(asking: Report, known: Report | undefined): Report | undefined {
    for (const [i, shelves] of this.#shelvesFor(asking).entries()) {
      const here = known !== undefined && (this.terms.sharing !== 'first' || explicit(asking, known) === (i === 0));
      let best: Near | null = here ? nearOf(asking, known) : null;
      for (const { name, value } of shelves) best = this.#shelves.get(name)?.search(asking, value, this.terms, best) ?? best;
      if (best !== null) return best.report;
    }
    return undefined;
  }

  /** Shelves on which an asker finds whom it may meet, in the groups in which the terms prefer them, with what it is compared by. */
  #shelvesFor(asking: Report): { name: string; value: number }[][] {
    const { sharing, others } = shelvesFor(asking);
    const groups = { must: [sharing], first: [sharing, others], nothing: [[...sharing, ...others]] }[this.terms.sharing];
    return groups.map((names) => names.flatMap((name) => [...this.#currencies].flatMap((currency) => {
      if (currency === asking.currency) return [{ name: `${name} ${currency}`, value: asking.amount }];
      return asking.cents === null ? [] : [{ name: `${name} ${currency} ${CENTS}`, value: asking.cents }];
    })));
  }

  #namesOf(report: Report): string[] {
    return shelvesOf(report).flatMap((name) => [`${name} ${report.currency}`, ...(report.cents === null ? [] : [`${name} ${report.currency} ${CENTS}`])]);
  }
}

/** On these shelves lie reports that are asked for in another currency: both are compared in the reporting currency. */
const CENTS = 'cents';

function nearOf(asking: Report, report: Report): Near {
  const [a, b] = asking.currency === report.currency ? [asking.amount, report.amount] : [asking.cents!, report.cents!];
  return { report, difference: difference(a, b), apart: apart(asking, report) };
}
const valueOn = (shelf: string): ((r: Report) => number) => (shelf.endsWith(CENTS) ? (r) => r.cents! : (r) => r.amount);
