import { allocateUnits, allocateWhole } from '../../../kernel/allocate.ts';
import { ofSmallUnits, ofUnits, scaleOf, smallUnits, unitsOf } from '../../../kernel/decimal.ts';
import type { Decimal } from '../../../kernel/values.ts';
import type { Grain, Split } from '../splits.ts';
import { KIND, type Book } from './book.ts';

/** One transaction at one place in one sector: the grain of everything that an overview adds up. */
export type Fact = {
  /** 0 for the first of its transaction, {@link ASIDE} for the first of what of it does not count. */
  part: number;
  grain: Grain;
  kind: number;
  /** Original currency, exact; null: unreadable. */
  amount: Decimal | null;
  own: Decimal;
  /** Whole cents of the reporting currency; null: no rate. */
  cents: number | null;
  ownCents: number;
  lessCents: number;
  moreCents: number;
  /** How much of the whole transaction is from the provider's own or an unrecorded source; null: it counts nothing. */
  owned: Owned | null;
};

/** 0 nothing, 1 a part, 2 all. */
export type Owned = 0 | 1 | 2;

/** Parts of a row that are of a level that does not count are numbered from here. */
export const ASIDE = 10_000;

/** Digits after the point that parts have at least, so that halves of whole units are not lost. */
const DIGITS = 2;

/**
 * The facts of a counted row: split over places and sectors so that every column adds up to the row's own figure to
 * the last digit. A row of which only a part counts gives the facts of both parts.
 */
export function factsOf(book: Book, row: number, amount: Decimal | null, split: Split): Fact[] {
  const { columns: c } = book;
  const [cents, aside] = [c.cents[row]!, c.aside[row]!];
  const counted = { kind: c.kind[row]!, cents: Number.isNaN(cents) ? null : cents, own: c.own[row]!, less: c.less[row]!, more: c.more[row]! };
  if (aside === 0 || amount === null) return spread(split, amount, counted, 0);
  const [ofCounted, ofAside] = parts(amount, [Math.abs(cents), Math.abs(aside)]);
  const first = spread(split, ofCounted!, counted, 0);
  return [...first, ...spread(split, ofAside!, { kind: KIND['other-level'], cents: aside, own: 0, less: 0, more: Math.max(0, aside) }, ASIDE)];
}

type Portion = { kind: number; cents: number | null; own: number; less: number; more: number };

function spread({ grain, weights }: Split, amount: Decimal | null, p: Portion, from: number): Fact[] {
  const owned = p.cents === null || p.cents === 0 ? null : p.own === 0 ? 0 : p.own === p.cents ? 2 : 1;
  if (grain.length === 1) return [{ part: from, grain: grain[0]!, kind: p.kind, amount, own: ownOf(amount, p.cents, p.own), cents: p.cents, ownCents: p.own, lessCents: p.less, moreCents: p.more, owned }];
  const cents = p.cents === null ? null : allocateWhole(p.cents, weights);
  const amounts = amount === null ? null : cents !== null && isCents(amount, p.cents!) ? cents.map((x) => ofSmallUnits(x, DIGITS)) : parts(amount, weights);
  // What belongs to a part goes with its cents, so that no part holds more of it than itself.
  const sizes = cents !== null && cents.some((x) => x !== 0) ? cents.map(Math.abs) : weights;
  const along = (value: number): number[] | null => (value === 0 ? null : allocateWhole(value, sizes));
  const [own, less, more] = [along(p.own), along(p.less), along(p.more)];
  return grain.map((g, i) => {
    const [amountOf, centsOf, ownCents] = [amounts?.[i] ?? null, cents?.[i] ?? null, own?.[i] ?? 0];
    return { part: from + i, grain: g, kind: p.kind, amount: amountOf, own: ownOf(amountOf, centsOf, ownCents), cents: centsOf, ownCents, lessCents: less?.[i] ?? 0, moreCents: more?.[i] ?? 0, owned };
  });
}

/** The own part in the original currency, in the proportion of the cents. */
function ownOf(amount: Decimal | null, cents: number | null, ownCents: number): Decimal {
  if (amount === null || cents === null || cents === 0 || ownCents === 0) return '0';
  return ownCents === cents ? amount : parts(amount, [Math.abs(ownCents), Math.abs(cents - ownCents)])[0]!;
}

/** Published in the reporting currency: one split does for both. */
const isCents = (amount: Decimal, cents: number): boolean => smallUnits(amount, DIGITS) === cents;

/** An amount in parts that add up to its last digit. */
function parts(amount: Decimal, weights: readonly number[]): Decimal[] {
  const scale = Math.max(DIGITS, scaleOf(amount));
  const small = smallUnits(amount, scale);
  if (!Number.isNaN(small)) return allocateWhole(small, weights).map((p) => ofSmallUnits(p, scale));
  const exact = unitsOf(amount);
  return allocateUnits(exact.units * 10n ** BigInt(scale - exact.scale), weights.map(BigInt)).map((p) => ofUnits(p, scale));
}
