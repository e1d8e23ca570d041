import type { Decimal } from './values.ts';

/**
 * Exact arithmetic on decimal text (`Decimal`: `-12.50`). Nothing here rounds unless its name says so.
 * Small numbers (up to 15 digits) go through integers that a double holds exactly; larger ones through bigint.
 * A result keeps the longer fraction of its operands, as `numeric` of PostgreSQL does: `0.50 + 1 = 1.50`.
 * Text that is no decimal throws a RangeError; reading dirty text is the business of whoever reads the file.
 */

/** Digits that fit into a double whatever they are. */
const SAFE_DIGITS = 15;
const powers: number[] = Array.from({ length: SAFE_DIGITS + 1 }, (_, i) => 10 ** i);

/** A decimal as `units` of ten to the minus `scale`. */
type Units = { units: bigint; scale: number };

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** The exact units of a decimal: `-12.50` → `{ units: -1250n, scale: 2 }`. */
export function unitsOf(d: Decimal): Units {
  if (!DECIMAL.test(d)) throw new RangeError(`not a decimal number: ${JSON.stringify(d)}`);
  const point = d.indexOf('.');
  if (point < 0) return { units: BigInt(d), scale: 0 };
  return { units: BigInt(d.slice(0, point) + d.slice(point + 1)), scale: d.length - point - 1 };
}

/** Units back to text: `(-1250n, 2)` → `-12.50`. */
export function ofUnits(units: bigint, scale: number): Decimal {
  if (scale === 0) return units.toString();
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  return `${negative ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Digits after the point. */
export function scaleOf(d: Decimal): number {
  const point = d.indexOf('.');
  return point < 0 ? 0 : d.length - point - 1;
}

const tenTo = (n: number): bigint => 10n ** BigInt(n);

/**
 * The fast path: the units of `d` at `scale` as an integer of at most 15 digits, or NaN where it is too long, finer than
 * `scale` or no decimal; the caller then takes {@link unitsOf}.
 */
export function smallUnits(d: Decimal, scale: number): number {
  const length = d.length;
  if (length > SAFE_DIGITS + 1) return NaN;
  let i = 0;
  let negative = false;
  if (d.charCodeAt(0) === 45) {
    negative = true;
    i = 1;
  }
  let units = 0;
  let point = -1;
  const first = i;
  for (; i < length; i++) {
    const c = d.charCodeAt(i);
    if (c === 46) {
      if (point >= 0 || i === first || i === length - 1) return NaN;
      point = i;
    } else if (c >= 48 && c <= 57) units = units * 10 + (c - 48);
    else return NaN;
  }
  if (length === first) return NaN;
  const digits = length - first - (point < 0 ? 0 : 1);
  const missing = scale - (point < 0 ? 0 : length - 1 - point);
  if (missing < 0 || digits + missing > SAFE_DIGITS) return NaN;
  if (missing > 0) units *= powers[missing]!;
  return negative ? -units : units;
}

/** Text of a whole number of units (below 2^53 in size, scale up to 15). */
export function ofSmallUnits(units: number, scale: number): Decimal {
  if (scale === 0) return units === 0 ? '0' : String(units);
  const negative = units < 0;
  const u = negative ? -units : units;
  const power = powers[scale]!;
  const whole = Math.floor(u / power);
  const rest = String(u - whole * power);
  return (negative ? '-' : '') + whole + '.' + (rest.length < scale ? rest.padStart(scale, '0') : rest);
}

/** a + b. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const small = smallUnits(a, scale) + smallUnits(b, scale);
  if (small === small && scale <= SAFE_DIGITS) return ofSmallUnits(small, scale);
  const [x, y] = [unitsOf(a), unitsOf(b)];
  return ofUnits(x.units * tenTo(scale - x.scale) + y.units * tenTo(scale - y.scale), scale);
}

/** −a; zero has no sign. */
export function negate(a: Decimal): Decimal {
  const { units, scale } = unitsOf(a);
  return ofUnits(-units, scale);
}

/** a − b. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

/** |a|. */
export function absolute(a: Decimal): Decimal {
  return a.charCodeAt(0) === 45 ? negate(a) : a;
}

/** a × b, exact: the scales add up. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  const [x, y] = [unitsOf(a), unitsOf(b)];
  return ofUnits(x.units * y.units, x.scale + y.scale);
}

/** −1, 0 or 1 as a is less than, equal to or more than b; `1.50` equals `1.5`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const [s, t] = [smallUnits(a, scale), smallUnits(b, scale)];
  if (s === s && t === t) return s < t ? -1 : s > t ? 1 : 0;
  const [x, y] = [unitsOf(a), unitsOf(b)];
  const [u, v] = [x.units * tenTo(scale - x.scale), y.units * tenTo(scale - y.scale)];
  return u < v ? -1 : u > v ? 1 : 0;
}

/** −1, 0 or 1. */
export function sign(a: Decimal): -1 | 0 | 1 {
  return compare(a, '0');
}

export function isZero(a: Decimal): boolean {
  return sign(a) === 0;
}

/** The lesser of two; of equals the first. */
export function least(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b;
}

/** The greater of two; of equals the first. */
export function greatest(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b;
}

/** Nearest integer to n/d, halves to the even one (d > 0). */
function nearestEven(n: bigint, d: bigint): bigint {
  const negative = n < 0n;
  const m = negative ? -n : n;
  let quotient = m / d;
  const twice = (m - quotient * d) * 2n;
  if (twice > d || (twice === d && (quotient & 1n) === 1n)) quotient += 1n;
  return negative ? -quotient : quotient;
}

/** a with exactly `digits` digits after the point, halves to even: `2.345` → `2.34`, `2.355` → `2.36`. */
export function round(a: Decimal, digits: number): Decimal {
  const { units, scale } = unitsOf(a);
  if (scale <= digits) return ofUnits(units * tenTo(digits - scale), digits);
  return ofUnits(nearestEven(units, tenTo(scale - digits)), digits);
}

/** a ÷ b with exactly `digits` digits after the point, halves to even. A divisor of zero throws a RangeError. */
export function divide(a: Decimal, b: Decimal, digits: number): Decimal {
  const [x, y] = [unitsOf(a), unitsOf(b)];
  if (y.units === 0n) throw new RangeError('division by zero');
  let n = x.units * tenTo(digits + y.scale);
  let d = y.units * tenTo(x.scale);
  if (d < 0n) [n, d] = [-n, -d];
  return ofUnits(nearestEven(n, d), digits);
}

/** The shortest text of the same number: `1.50` → `1.5`, `-0.0` → `0`. */
export function shortest(a: Decimal): Decimal {
  const { units, scale } = unitsOf(a);
  const text = ofUnits(units, scale);
  return scale === 0 ? text : text.replace(/\.?0+$/, '');
}

/** Nearest double: for weights of passports, statistics and drawing, never for amounts that are added or shown. */
export function approximately(a: Decimal): number {
  return Number(a);
}

/** Adds many decimals without writing text in between; `value` is the exact sum so far (`0` before the first). */
export class RunningTotal {
  #small = 0;
  #large = 0n;
  #scale = 0;

  add(d: Decimal): void {
    const scale = scaleOf(d);
    if (scale > this.#scale) this.#rescale(scale);
    const units = smallUnits(d, this.#scale);
    if (units === units) {
      const sum = this.#small + units;
      if (Number.isSafeInteger(sum)) {
        this.#small = sum;
        return;
      }
      this.#large += BigInt(units);
      return;
    }
    const exact = unitsOf(d);
    this.#large += exact.units * tenTo(this.#scale - exact.scale);
  }

  #rescale(scale: number): void {
    this.#large = (this.#large + BigInt(this.#small)) * tenTo(scale - this.#scale);
    this.#small = 0;
    this.#scale = scale;
  }

  get value(): Decimal {
    return ofUnits(this.#large + BigInt(this.#small), this.#scale);
  }
}

/** The exact sum; `0` of nothing. */
export function sum(decimals: Iterable<Decimal>): Decimal {
  const total = new RunningTotal();
  for (const d of decimals) total.add(d);
  return total.value;
}
