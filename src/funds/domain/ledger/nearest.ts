import { apart, difference, type Report, type Work } from './report.ts';

/** Nearness of two reports: difference of their amounts, then days between them, then the place of the other one. */
export type Near = { report: Report; difference: number; apart: number };

/** How far a report may be from the one that asks. */
export type Reach = { difference: number; days: number };

/** Numbers that are kept for each box: lowest and highest value, earliest and latest day, first row. */
const SIDES = 5;
/** Reports in a box that is not divided further. */
const FEW = 8;

/**
 * Reports as points of value and day, in boxes within boxes (a k-d tree), so that the nearest is found by looking at few of
 * them. Reports can be taken out; boxes shrink with them.
 */
export class Nearest {
  readonly #reports: Report[];
  readonly #values: Float64Array;
  readonly #present: Uint8Array;
  readonly #boxes: Float64Array;
  readonly #places = new Map<Report, number>();

  /** @param value what is compared of a report: its amount, or its cents of the reporting currency */
  constructor(reports: readonly Report[], value: (r: Report) => number, private readonly work: Work) {
    this.#reports = [...reports];
    let size = 1;
    while (size * FEW < reports.length) size *= 2;
    this.#boxes = new Float64Array(size * 2 * SIDES);
    this.#values = new Float64Array(reports.length);
    this.#present = new Uint8Array(reports.length).fill(1);
    this.#divide(1, 0, reports.length, true, value);
    for (const [i, r] of this.#reports.entries()) this.#places.set(r, i);
  }

  /** The nearest report within reach, nearer than `best`; `best` itself where there is none. */
  search(from: Report, value: number, reach: Reach, best: Near | null): Near | null {
    return this.#search(1, 0, this.#reports.length, from, value, reach, best);
  }

  /** Takes a report out, if it is here. */
  remove(report: Report): void {
    const place = this.#places.get(report);
    if (place === undefined) return;
    this.#present[place] = 0;
    this.#shrink(1, 0, this.#reports.length, place);
  }

  #divide(box: number, from: number, to: number, byValue: boolean, value: (r: Report) => number): void {
    if (to - from <= FEW) {
      for (let i = from; i < to; i++) this.#values[i] = value(this.#reports[i]!);
      return this.#fit(box, from, to);
    }
    const some = this.#reports.slice(from, to);
    const day = (r: Report): number => r.day ?? -Infinity;
    some.sort(byValue ? (a, b) => value(a) - value(b) || a.row - b.row : (a, b) => day(a) - day(b) || a.row - b.row);
    for (const [i, r] of some.entries()) this.#reports[from + i] = r;
    const middle = (from + to) >> 1;
    this.#divide(box * 2, from, middle, !byValue, value);
    this.#divide(box * 2 + 1, middle, to, !byValue, value);
    this.#join(box);
  }

  #fit(box: number, from: number, to: number): void {
    let [low, high, early, late, first] = [Infinity, -Infinity, Infinity, -Infinity, Infinity];
    for (let i = from; i < to; i++) {
      if (this.#present[i] === 0) continue;
      const [value, { day, row }] = [this.#values[i]!, this.#reports[i]!];
      low = Math.min(low, value);
      high = Math.max(high, value);
      early = Math.min(early, day ?? -Infinity);
      late = Math.max(late, day ?? Infinity);
      first = Math.min(first, row);
    }
    this.#boxes.set([low, high, early, late, first], box * SIDES);
  }

  #join(box: number): void {
    const [b, at, one, two] = [this.#boxes, box * SIDES, box * 2 * SIDES, (box * 2 + 1) * SIDES];
    for (let side = 0; side < SIDES; side++) {
      const highest = side === 1 || side === 3;
      b[at + side] = highest ? Math.max(b[one + side]!, b[two + side]!) : Math.min(b[one + side]!, b[two + side]!);
    }
  }

  #shrink(box: number, from: number, to: number, place: number): void {
    if (to - from <= FEW) return this.#fit(box, from, to);
    const middle = (from + to) >> 1;
    if (place < middle) this.#shrink(box * 2, from, middle, place);
    else this.#shrink(box * 2 + 1, middle, to, place);
    this.#join(box);
  }

  #search(box: number, from: number, to: number, asking: Report, value: number, reach: Reach, best: Near | null): Near | null {
    this.work.looks++;
    if (!this.#mayHold(box, asking, value, reach, best)) return best;
    if (to - from <= FEW) return this.#scan(from, to, asking, value, reach, best);
    const middle = (from + to) >> 1;
    const left = (found: Near | null): Near | null => this.#search(box * 2, from, middle, asking, value, reach, found);
    const right = (found: Near | null): Near | null => this.#search(box * 2 + 1, middle, to, asking, value, reach, found);
    return this.#isFirst(box * 2, box * 2 + 1, asking, value) ? right(left(best)) : left(right(best));
  }

  #scan(from: number, to: number, asking: Report, value: number, reach: Reach, best: Near | null): Near | null {
    let nearest = best;
    for (let i = from; i < to; i++) {
      if (this.#present[i] === 0) continue;
      this.work.looks++;
      const report = this.#reports[i]!;
      const near = { report, difference: difference(value, this.#values[i]!), apart: apart(asking, report) };
      if (near.difference <= reach.difference && near.apart <= reach.days && (nearest === null || isNearer(near.difference, near.apart, report.row, nearest))) nearest = near;
    }
    return nearest;
  }

  /** The least by which a box differs from a value. */
  #away(box: number, value: number): number {
    const [low, high] = [this.#boxes[box * SIDES]!, this.#boxes[box * SIDES + 1]!];
    if (low > high) return Infinity;
    return value < low ? difference(value, low) : value > high ? difference(value, high) : 0;
  }

  #days(box: number, day: number | null): number {
    return day === null ? 0 : Math.max(0, this.#boxes[box * SIDES + 2]! - day, day - this.#boxes[box * SIDES + 3]!);
  }

  #mayHold(box: number, asking: Report, value: number, reach: Reach, best: Near | null): boolean {
    const [away, days] = [this.#away(box, value), this.#days(box, asking.day)];
    return away <= reach.difference && days <= reach.days && (best === null || isNearer(away, days, this.#boxes[box * SIDES + 4]!, best));
  }

  #isFirst(one: number, two: number, asking: Report, value: number): boolean {
    return this.#away(one, value) - this.#away(two, value) < 0 || (this.#away(one, value) === this.#away(two, value) && this.#days(one, asking.day) <= this.#days(two, asking.day));
  }
}

/** Of two reports seen from a third: less different, then fewer days apart, then earlier in canonical order. */
export function isNearer(by: number, days: number, row: number, than: Near): boolean {
  if (by !== than.difference) return by < than.difference;
  return days === than.apart ? row < than.report.row : days < than.apart;
}
