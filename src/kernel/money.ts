import { z } from 'zod';
import { add, divide, multiply, round, sum } from './decimal.ts';
import { RateUsed } from './passport.ts';
import { Currency, Day, Decimal } from './values.ts';

/** An exact amount in one currency, with the day its value was fixed (null: not known, or a sum over several days). */
export const Money = z.object({ amount: Decimal, currency: Currency, on: Day.nullable() });
export type Money = z.infer<typeof Money>;

/** Money whose currency the compiler knows: adding `MoneyIn<'EUR'>` to `MoneyIn<'USD'>` does not compile. */
export type MoneyIn<C extends Currency> = Money & { currency: C };

/** One `from` is worth `rate` `to` on the day `on`, says `source`. */
export const Rate = RateUsed;
export type Rate = z.infer<typeof Rate>;

export function money<const C extends Currency>(amount: Decimal, currency: C, on: Day | null = null): MoneyIn<C> {
  return { amount, currency, on };
}

/**
 * The sum of two amounts of one currency; the day is kept where both have the same.
 * Two currencies throw a RangeError (and do not compile where the compiler knows them): convert first, at a named rate.
 */
export function addMoney<C extends Currency>(a: MoneyIn<C>, b: MoneyIn<NoInfer<C>>): MoneyIn<C> {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} cannot be added: convert first`);
  return { amount: add(a.amount, b.amount), currency: a.currency, on: a.on === b.on ? a.on : null };
}

/** The sum of amounts of one currency, `0` of it where there are none; another currency throws a RangeError. */
export function sumMoney<C extends Currency>(currency: C, amounts: readonly MoneyIn<NoInfer<C>>[]): MoneyIn<C> {
  for (const m of amounts) if (m.currency !== currency) throw new RangeError(`${m.currency} cannot be added to ${currency}: convert first`);
  const on = amounts[0]?.on ?? null;
  return { amount: sum(amounts.map((m) => m.amount)), currency, on: amounts.every((m) => m.on === on) ? on : null };
}

/** Currencies whose smallest unit is not a hundredth (ISO 4217, table A.1, column "minor unit"). */
const minorUnits: Readonly<Record<string, number>> = {
  ...Object.fromEntries('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((c) => [c, 0])),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3])),
  CLF: 4,
  UYW: 4,
};

/** Digits after the point of the smallest unit of a currency: EUR 2, JPY 0, TND 3. */
export function minorUnit(currency: Currency): number {
  return Object.hasOwn(minorUnits, currency) ? minorUnits[currency]! : 2;
}

/**
 * The same money in the rate's currency, rounded half to even to its smallest unit (or to `digits`). The value date
 * stays that of the money; the rate says of which day it is. A rate from another currency throws a RangeError.
 */
export function convert(m: Money, rate: Rate, digits: number = minorUnit(rate.to)): Money {
  if (m.currency !== rate.from) throw new RangeError(`a rate from ${rate.from} cannot convert ${m.currency}`);
  return { amount: round(multiply(m.amount, rate.rate), digits), currency: rate.to, on: m.on };
}

/** Significant digits that a computed rate is written with; what is written is what is used. */
const RATE_DIGITS = 12;

/**
 * A rate between two currencies that are both quoted against a third: `quoted(from)` and `quoted(to)` are units of each
 * currency per one unit of the third, of the same day and source. One `from` = perThird(to) / perThird(from) `to`,
 * written with twelve significant digits, half to even: whoever multiplies by the printed rate gets our figure.
 * A quote of zero or less throws a RangeError.
 */
export function crossRate(
  from: { currency: Currency; perThird: Decimal },
  to: { currency: Currency; perThird: Decimal },
  on: Day,
  source: string,
): Rate {
  for (const q of [from, to]) if (!(Number(q.perThird) > 0)) throw new RangeError(`a rate of ${q.perThird} for ${q.currency}`);
  if (from.currency === to.currency) return { from: from.currency, to: to.currency, rate: '1', on, source };
  const leading = Math.floor(Math.log10(Number(to.perThird) / Number(from.perThird)));
  return { from: from.currency, to: to.currency, rate: divide(to.perThird, from.perThird, Math.max(0, RATE_DIGITS - 1 - leading)), on, source };
}
