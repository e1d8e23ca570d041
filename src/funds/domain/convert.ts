import { divide, shortest, unitsOf } from '../../kernel/decimal.ts';
import { crossRate } from '../../kernel/money.ts';
import type { RateUsed } from '../../kernel/passport.ts';
import type { Currency, Day, Decimal } from '../../kernel/values.ts';
import { annualRates, annualRatesSource } from './annual-rates.ts';
import { MARKS_PER_EURO } from './parameters.ts';

/** Units of a currency per US dollar over a span of days, from somebody's own file. */
export type OwnRate = { currency: Currency; from: Day; to: Day; perUsd: Decimal; source: string };

/** A rate that was used, and of which year where it is an annual average of another year than the payment's. */
export type UsedRate = RateUsed & { own: boolean; ofOtherYear: boolean };

type Series = { first: number; values: (Decimal | null)[] };

/** The built-in annual averages, units per US dollar by currency. The euro before 1999 is the mark's value at its fixed rate. */
const series: ReadonlyMap<Currency, Series> = readSeries();

function readSeries(): Map<Currency, Series> {
  const all = new Map<Currency, Series>();
  for (const line of annualRates.trim().split('\n')) {
    const [currency, first, ...values] = line.split(' ');
    all.set(currency!, { first: Number(first), values: values.map((v) => (v === '-' ? null : v)) });
  }
  all.set('USD', { first: 0, values: [] });
  const [euro, mark] = [all.get('EUR'), all.get('DEM')];
  if (euro && mark) {
    const before = mark.values.slice(0, euro.first - mark.first).map((v) => v && divide(v, MARKS_PER_EURO, 6));
    all.set('EUR', { first: mark.first, values: [...before, ...euro.values] });
  }
  return all;
}

/** First and last year of the built-in table. */
export const tableYears: { first: number; last: number } = {
  first: Math.min(...[...series].filter(([c]) => c !== 'USD').map(([, s]) => s.first)),
  last: Math.max(...[...series].filter(([c]) => c !== 'USD').map(([, s]) => s.first + s.values.length - 1)),
};

/** Units per US dollar, average of that year; null where the table has none. */
export function annualAverage(currency: Currency, year: number): Decimal | null {
  if (currency === 'USD') return '1';
  const s = series.get(currency);
  return s?.values[year - s.first] ?? null;
}

/** Every built-in rate, for the list that people see. */
export function* builtInRates(): Generator<{ currency: Currency; year: number; perUsd: Decimal }> {
  for (const [currency, s] of [...series].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [i, perUsd] of s.values.entries()) if (perUsd !== null) yield { currency, year: s.first + i, perUsd };
  }
}

/** The year nearest to `year` for which both have a figure; of two as near the earlier. */
function commonYear(from: Currency, to: Currency, year: number): number | null {
  const has = (y: number): boolean => annualAverage(from, y) !== null && annualAverage(to, y) !== null;
  for (let away = 0; away <= 200; away++) {
    if (has(year - away)) return year - away;
    if (has(year + away)) return year + away;
  }
  return null;
}

/** The number of a rate in {@link Rates.used}; {@link NO_RATE} where there is none. */
export const NO_RATE = -1;

/**
 * Conversion into one reporting currency: own rates whose span holds the value date win (the first of the list), else the
 * annual average of its year, or of the nearest year for which both currencies have one (said with the rate). Every
 * rate that was used is kept, so that each converted figure can say which.
 */
export class Rates {
  /** Number 0 is the reporting currency itself: nothing is converted. */
  readonly used: UsedRate[];
  readonly #own = new Map<Currency, OwnRate[]>();
  readonly #known = new Map<string, number>();
  readonly #yearly = new Map<Currency, Map<number, number>>();
  /** Per rate: cents for one, exactly and as a double. */
  readonly #units: { units: bigint; divisor: bigint; about: number }[] = [];

  /** @param own rates of people's own files, the stronger first */
  constructor(readonly target: Currency, own: readonly OwnRate[] = []) {
    for (const rate of own) this.#own.set(rate.currency, [...(this.#own.get(rate.currency) ?? []), rate]);
    this.used = [];
    this.#keep({ from: target, to: target, rate: '1', on: '1999-01-01', source: '', own: false, ofOtherYear: false });
  }

  /** The rate for an amount of this value date. An unknown day has no rate, except in the reporting currency itself. */
  rateFor(currency: Currency | null, day: Day | null): number {
    if (currency === this.target) return 0;
    if (currency === null || day === null) return NO_RATE;
    const year = Number(day.slice(0, 4));
    const [mine, theirs] = [this.#ownRate(currency, day), this.#ownRate(this.target, day)];
    return mine || theirs ? this.#ownNumber(currency, year, mine, theirs) : this.#yearlyNumber(currency, year);
  }

  #ownNumber(currency: Currency, year: number, mine: OwnRate | undefined, theirs: OwnRate | undefined): number {
    const key = `${currency} ${mine?.from} ${mine?.to} ${mine?.perUsd} ${theirs?.from} ${theirs?.to} ${theirs?.perUsd} ${year}`;
    let number = this.#known.get(key);
    if (number === undefined) this.#known.set(key, (number = this.#numberOf(this.#mixed(currency, year, mine, theirs))));
    return number;
  }

  #yearlyNumber(currency: Currency, year: number): number {
    let years = this.#yearly.get(currency);
    if (!years) this.#yearly.set(currency, (years = new Map<number, number>()));
    let number = years.get(year);
    if (number === undefined) years.set(year, (number = this.#numberOf(this.#annual(currency, year))));
    return number;
  }

  #numberOf(rate: UsedRate | null): number {
    return rate === null ? NO_RATE : this.#keep(rate);
  }

  /** Whole cents of the reporting currency, halves to even; null without a rate, or beyond what a double holds exactly. */
  cents({ units, scale }: { units: bigint; scale: number }, rate: number): number | null {
    if (rate === NO_RATE) return null;
    const by = this.#units[rate]!;
    const cents = Number(nearest(units * by.units, by.divisor * 10n ** BigInt(scale)));
    return Number.isSafeInteger(cents) ? cents : null;
  }

  /** The same of units that a double holds. Doubles decide, except near a half and where they may be wrong by more than a hundredth. */
  centsOf(units: number, scale: number, rate: number): number | null {
    if (rate === NO_RATE) return null;
    const about = (units * this.#units[rate]!.about) / 10 ** scale;
    const whole = Math.floor(about);
    const rest = about - whole;
    if (Math.abs(about) < 1e12 && Math.abs(rest - 0.5) > 0.01) return whole + (rest < 0.5 ? 0 : 1);
    return this.cents({ units: BigInt(units), scale }, rate);
  }

  #ownRate(currency: Currency, day: Day): OwnRate | undefined {
    if (currency === 'USD') return undefined;
    return this.#own.get(currency)?.find((r) => r.from <= day && day <= r.to);
  }

  #annual(currency: Currency, year: number): UsedRate | null {
    const of = commonYear(currency, this.target, year);
    if (of === null) return null;
    const quote = (c: Currency) => ({ currency: c, perThird: annualAverage(c, of)! });
    return { ...crossRate(quote(currency), quote(this.target), `${of}-12-31`, `${annualRatesSource} ${of}`), own: false, ofOtherYear: of !== year };
  }

  /** At least one side from somebody's own file; the other from the table, of the year nearest to the payment's. */
  #mixed(currency: Currency, year: number, mine: OwnRate | undefined, theirs: OwnRate | undefined): UsedRate | null {
    const side = (c: Currency, own: OwnRate | undefined) => {
      if (own) return { perUsd: own.perUsd, on: own.to, source: own.source, ofOtherYear: false };
      const of = commonYear(c, c, year);
      return of === null ? null : { perUsd: annualAverage(c, of)!, on: `${of}-12-31`, source: `${annualRatesSource} ${of}`, ofOtherYear: of !== year && c !== 'USD' };
    };
    const [from, to] = [side(currency, mine), side(this.target, theirs)];
    if (!from || !to) return null;
    const source = [...new Set([from, to].filter((_, i) => i === 1 || currency !== 'USD').map((s) => s.source))].join('; ');
    const rate = crossRate({ currency, perThird: from.perUsd }, { currency: this.target, perThird: to.perUsd }, mine ? from.on : to.on, source);
    return { ...rate, own: true, ofOtherYear: from.ofOtherYear || to.ofOtherYear };
  }

  #keep(rate: UsedRate): number {
    const { units, scale } = unitsOf(rate.rate);
    this.#units.push({ units: units * 100n, divisor: 10n ** BigInt(scale), about: Number(units * 100n) / Number(10n ** BigInt(scale)) });
    return this.used.push({ ...rate, rate: shortest(rate.rate) }) - 1;
  }
}

/** Nearest whole number to n/d, halves to even (d > 0). */
function nearest(n: bigint, d: bigint): bigint {
  const size = n < 0n ? -n : n;
  let whole = size / d;
  const twice = (size - whole * d) * 2n;
  if (twice > d || (twice === d && whole % 2n === 1n)) whole += 1n;
  return n < 0n ? -whole : whole;
}
