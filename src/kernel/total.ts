import type { Additivity } from './additivity.ts';
import { absolute, approximately, compare as compareDecimals, divide, greatest, isZero, multiply, negate, subtract, sum } from './decimal.ts';
import { shareFigure, type Figure, type FigureOf, type Unit } from './figure.ts';
import { combine, derivedBy } from './passport-algebra.ts';
import type { MethodName, Passport } from './passport.ts';
import type { Decimal } from './values.ts';

/** One or more figures: the total of none has no unit, so it is made by whoever knows the unit. */
export type Some<F> = readonly [F, ...F[]];

/**
 * The sum of additive figures of one unit. Ranges add up end by end; where one part has neither value nor range the
 * sum is not known (null): leave such parts out with {@link addKnown}, which says how many are missing.
 * Anything but additive figures of one unit throws a RangeError (and does not compile where the compiler knows it).
 */
export function add(figures: Some<FigureOf<'additive'>>): FigureOf<'additive'> {
  same(figures, 'additive');
  return { ...spread(figures, sum, sum), unit: figures[0].unit, additivity: 'additive', passport: combined(figures) };
}

/** The sum of those parts that have a value or a range; each other part counts as one more missing reporter. */
export function addKnown(figures: Some<FigureOf<'additive'>>): FigureOf<'additive'> {
  const known = figures.filter((f) => f.value !== null || f.low !== undefined);
  const [first, ...rest] = known;
  if (!first) return add(figures);
  same(figures, 'additive');
  const missing = figures.length - known.length;
  const result = add([first, ...rest]);
  const p = result.passport;
  return {
    ...result,
    passport: {
      ...p,
      missingReporters: p.missingReporters + missing,
      completeness: p.completeness && { ...p.completeness, expected: p.completeness.expected + missing },
    },
  };
}

/** The highest of several figures of the same people in one area: sector figures are never summed. */
export function highest(figures: Some<FigureOf<'maximum'>>): FigureOf<'maximum'> {
  same(figures, 'maximum');
  return { ...spread(figures, largest, largest), unit: figures[0].unit, additivity: 'maximum', passport: combined(figures) };
}

/**
 * People over reports that may name the same persons: at least the highest report, at most the sum of all. One report
 * is what it is; several give a range and claim no single value.
 */
export function overlapping(figures: Some<FigureOf<'unique-people'>>): FigureOf<'unique-people'> {
  same(figures, 'unique-people');
  const { low, high } = spread(figures, largest, sum);
  const only = figures.length === 1 ? figures[0] : null;
  return {
    value: only ? only.value : null,
    ...(only ? only.low !== undefined && { low: only.low, high: only.high } : low !== undefined && { low, high }),
    unit: figures[0].unit,
    additivity: 'unique-people',
    passport: combined(figures),
  };
}

/** A share made from what it is a share of: `part` ÷ `whole`, six digits. Shares themselves have no total. */
export function shareOf(part: Figure, whole: Figure, digits: number = 6): FigureOf<'ratio'> {
  sameUnit([part, whole]);
  const known = part.value !== null && whole.value !== null && !isZero(whole.value);
  return shareFigure(known ? divide(part.value!, whole.value!, digits) : null, combine([part.passport, whole.passport]));
}

/**
 * The total that an additivity allows; what allows none has no entry, so that asking for it does not compile:
 * `totalling.ratio` and `totalling['non-additive']` do not exist.
 */
export const totalling = { additive: add, maximum: highest, 'unique-people': overlapping } as const;

/** The total of figures whose additivity is known only at run time; null where there is none. */
export function totalled(figures: Some<Figure>): Figure | null {
  const { additivity } = figures[0];
  same(figures, additivity);
  if (!(additivity in totalling)) return null;
  return (totalling[additivity as keyof typeof totalling] as (f: Some<Figure>) => Figure)(figures);
}

/** a − b of additive figures: the range is as wide as both together. */
export function difference(a: FigureOf<'additive'>, b: FigureOf<'additive'>): FigureOf<'additive'> {
  const opposite: FigureOf<'additive'> = { ...b, value: b.value === null ? null : negate(b.value) };
  if (b.low !== undefined && b.high !== undefined) [opposite.low, opposite.high] = [negate(b.high), negate(b.low)];
  return add([a, opposite]);
}

/** How two figures of one unit stand to each other; `undecided` where ranges overlap or a value is not known. */
export type Comparison = { order: 'less' | 'equal' | 'more' | 'undecided'; by: Decimal | null; passport: Passport };

/** Compares a with b. `by` is a − b where both have a value. Different units throw a RangeError. */
export function compare(a: Figure, b: Figure): Comparison {
  sameUnit([a, b]);
  const passport = combine([a.passport, b.passport]);
  const by = a.value !== null && b.value !== null ? subtract(a.value, b.value) : null;
  const [ra, rb] = [ends(a), ends(b)];
  if (!ra || !rb) return { order: 'undecided', by, passport };
  if (compareDecimals(ra.high, rb.low) < 0) return { order: 'less', by, passport };
  if (compareDecimals(ra.low, rb.high) > 0) return { order: 'more', by, passport };
  const points = compareDecimals(ra.low, ra.high) === 0 && compareDecimals(rb.low, rb.high) === 0;
  return { order: points ? 'equal' : 'undecided', by, passport };
}

/** The figure times an exact number: additivity and quality stay, a negative factor turns the range round. */
export function scaled<F extends Figure>(figure: F, factor: Decimal, name: MethodName): F {
  return mapped(figure, (d) => multiply(d, factor), name, figure.unit) as F;
}

/**
 * A figure put through a function of one number that never turns round on the way (rising or falling): the ends of
 * the range go through it too. The outcome of an arbitrary function cannot be added, whatever went in.
 */
export function map(figure: Figure, f: (d: Decimal) => Decimal, name: MethodName, unit: Unit): FigureOf<'non-additive'> {
  return { ...mapped(figure, f, name, unit), additivity: 'non-additive' };
}

function mapped(figure: Figure, f: (d: Decimal) => Decimal, name: MethodName, unit: Unit): Figure {
  const { low, high, ...rest } = figure;
  const result: Figure = { ...rest, value: figure.value === null ? null : f(figure.value), unit, passport: derivedBy(figure.passport, name) };
  if (low === undefined || high === undefined) return result;
  const [a, b] = [f(low), f(high)];
  return compareDecimals(a, b) <= 0 ? { ...result, low: a, high: b } : { ...result, low: b, high: a };
}

/** The range of a figure, its value where it has none, or null. */
function ends(f: Figure): { low: Decimal; high: Decimal } | null {
  if (f.low !== undefined && f.high !== undefined) return { low: f.low, high: f.high };
  return f.value === null ? null : { low: f.value, high: f.value };
}

function spread(figures: Some<Figure>, lower: (ds: Decimal[]) => Decimal, upper: (ds: Decimal[]) => Decimal): { value: Decimal | null; low?: Decimal; high?: Decimal } {
  const values = figures.map((f) => f.value);
  const value = values.every((v) => v !== null) ? upper(values as Decimal[]) : null;
  const ranges = figures.map(ends);
  if (!ranges.every((r) => r !== null)) return { value: null };
  const [low, high] = [lower(ranges.map((r) => r!.low)), upper(ranges.map((r) => r!.high))];
  return compareDecimals(low, high) === 0 && value !== null ? { value } : { value, low, high };
}

const largest = (ds: Decimal[]): Decimal => ds.reduce(greatest);

/** Weighted by size: a range weighs as its larger end. */
function combined(figures: Some<Figure>): Passport {
  const sizes = figures.map((f) => {
    const r = ends(f);
    return r ? Math.max(approximately(absolute(r.low)), approximately(absolute(r.high))) : 0;
  });
  return combine(figures.map((f) => f.passport), sizes);
}

function same(figures: Some<Figure>, additivity: Additivity): void {
  for (const f of figures) {
    if (f.additivity !== additivity) throw new RangeError(`what is ${f.additivity} cannot be taken together as ${additivity}`);
  }
  sameUnit(figures);
}

function sameUnit(figures: Some<Figure>): void {
  const of = (u: Unit): string => JSON.stringify([u.kind, 'currency' in u ? u.currency : 'of' in u ? u.of : '']);
  for (const f of figures) if (of(f.unit) !== of(figures[0].unit)) throw new RangeError(`two units: ${of(f.unit)} and ${of(figures[0].unit)}`);
}
