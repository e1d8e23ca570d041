import { z } from 'zod';
import { Additivity } from './additivity.ts';
import { Passport } from './passport.ts';
import { Currency, Decimal } from './values.ts';

/** What a value counts. `count` names the records in plural (`activities`); `measure` is an indicator's own unit in its own words. */
export const Unit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('money'), currency: Currency }),
  z.object({ kind: z.literal('count'), of: z.string().regex(/^[a-z]+(-[a-z]+)*$/) }),
  z.object({ kind: z.literal('people') }),
  z.object({ kind: z.literal('share').describe('0..1 of a whole, shown in per cent') }),
  z.object({ kind: z.literal('days') }),
  z.object({ kind: z.literal('measure'), of: z.string() }),
]);
export type Unit = z.infer<typeof Unit>;

/**
 * A number that never travels without its passport. `value` null: not known, suppressed, or only the range
 * `low`..`high` (both or neither) is known.
 */
export const Figure = z.object({
  value: Decimal.nullable(),
  low: Decimal.optional(),
  high: Decimal.optional(),
  unit: Unit,
  additivity: Additivity,
  passport: Passport,
});
export type Figure = z.infer<typeof Figure>;

/** A figure whose additivity is known to the compiler; only `FigureOf<'additive'>` can be added. */
export type FigureOf<A extends Additivity> = Figure & { additivity: A };

/** An amount of money: parts of distinct flows add up. */
export function moneyFigure(value: Decimal | null, currency: Currency, passport: Passport): FigureOf<'additive'> {
  return { value, unit: { kind: 'money', currency }, additivity: 'additive', passport };
}

/** A number of distinct records, named in plural: `countFigure(214, 'activities', passport)`. */
export function countFigure(value: number | null, of: string, passport: Passport): FigureOf<'additive'> {
  return { value: value === null ? null : String(value), unit: { kind: 'count', of }, additivity: 'additive', passport };
}

/** People who may be in several reports: they have no sum, only a range (see total.ts). */
export function peopleFigure(value: number | null, passport: Passport): FigureOf<'unique-people'> {
  return { value: value === null ? null : String(value), unit: { kind: 'people' }, additivity: 'unique-people', passport };
}

/** A share of a whole, 0..1: it has no sum. */
export function shareFigure(value: Decimal | null, passport: Passport): FigureOf<'ratio'> {
  return { value, unit: { kind: 'share' }, additivity: 'ratio', passport };
}

/** The same figure with a range around it; `value` stays the best single value or null where none is claimed. */
export function withRange<F extends Figure>(figure: F, low: Decimal, high: Decimal): F {
  return { ...figure, low, high };
}
