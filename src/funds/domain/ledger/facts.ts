import { allocateUnits, allocateWhole } from '../../../kernel/allocate.ts';
import { ofUnits, unitsOf } from '../../../kernel/decimal.ts';
import type { Decimal } from '../../../kernel/values.ts';
import type { Grain, Split } from '../splits.ts';
import { KIND, type Book } from './book.ts';

/** One transaction at one place in one sector: the grain of everything that an overview adds up. */
export type Fact = {
  /** 0 for the first of its transaction, {@link ASIDE} for the first of what of it does not count. */
  part: number;
  /** The first of its transaction at its place, and in its sector. */
  placeFirst: boolean;
  sectorFirst: boolean;
  kind: number;
  place: string;
  sector: string;
  /** Original currency, exact; null: unreadable. */
  amount: Decimal | null;
  own: Decimal;
  /** Whole cents of the reporting currency; null: no rate. */
  cents: number | null;
  ownCents: number;
  lessCents: number;
  moreCents: number;
};

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
  const [ofCounted, ofAside] = twoParts(amount, cents, aside);
  const first = spread(split, ofCounted, counted, 0);
  return [...first, ...spread(split, ofAside, { kind: KIND['other-level'], cents: aside, own: 0, less: 0, more: Math.max(0, aside) }, ASIDE)];
}

type Portion = { kind: number; cents: number | null; own: number; less: number; more: number };

function spread({ grain, weights, sectors }: Split, amount: Decimal | null, p: Portion, from: number): Fact[] {
  if (grain.length === 1) {
    return [fact(from, true, true, grain[0]!, amount, p.cents, p.kind, p.own, p.less, p.more)];
  }
  const amounts = amount === null ? null : splitAmount(amount, weights);
  const cents = p.cents === null ? null : allocateWhole(p.cents, weights);
  // What belongs to a part goes with its cents, so that no part holds more of it than itself.
  const sizes = cents !== null && cents.some((x) => x !== 0) ? cents.map(Math.abs) : weights;
  const along = (value: number): number[] | null => (value === 0 ? null : allocateWhole(value, sizes));
  const [own, less, more] = [along(p.own), along(p.less), along(p.more)];
  return grain.map((g, i) => fact(from + i, i % sectors === 0, i < sectors, g, amounts?.[i] ?? null, cents?.[i] ?? null, p.kind, own?.[i] ?? 0, less?.[i] ?? 0, more?.[i] ?? 0));
}

function fact(part: number, placeFirst: boolean, sectorFirst: boolean, { place, sector }: Grain[number], amount: Decimal | null, cents: number | null, kind: number, ownCents: number, lessCents: number, moreCents: number): Fact {
  return { part, placeFirst, sectorFirst, kind, place, sector, amount, own: ownOf(amount, cents, ownCents), cents, ownCents, lessCents, moreCents };
}

/** The own part in the original currency, in the proportion of the cents. */
function ownOf(amount: Decimal | null, cents: number | null, ownCents: number): Decimal {
  if (amount === null || cents === null || cents === 0 || ownCents === 0) return '0';
  return ownCents === cents ? amount : twoParts(amount, ownCents, cents - ownCents)[0];
}

/** An amount in two parts in proportion to whole numbers of one sign, adding up to its last digit. */
function twoParts(amount: Decimal, a: number, b: number): [Decimal, Decimal] {
  const { units, scale } = finer(amount);
  const [first, second] = allocateUnits(units, [BigInt(Math.abs(a)), BigInt(Math.abs(b))]);
  return [ofUnits(first!, scale), ofUnits(second!, scale)];
}

function splitAmount(amount: Decimal, weights: readonly number[]): Decimal[] {
  const { units, scale } = finer(amount);
  const small = Number(units);
  const parts = Number.isSafeInteger(small) ? allocateWhole(small, weights).map(BigInt) : allocateUnits(units, weights.map(BigInt));
  return parts.map((p) => ofUnits(p, scale));
}

function finer(amount: Decimal): { units: bigint; scale: number } {
  const { units, scale } = unitsOf(amount);
  return scale >= DIGITS ? { units, scale } : { units: units * 10n ** BigInt(DIGITS - scale), scale: DIGITS };
}
