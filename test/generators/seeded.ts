/** Chance that repeats itself: the same seed gives the same draws on every machine (mulberry32; not for secrets). */
export type Chance = {
  /** A whole number between both ends, both included. */
  int(from: number, to: number): number;
  /** True with this probability. */
  happens(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A new list in another order. */
  shuffled<T>(list: readonly T[]): T[];
  /** A calendar day between both years, both included. */
  day(fromYear: number, toYear: number): string;
};

export function seeded(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    int,
    happens: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[int(0, list.length - 1)]!;
    },
    shuffled: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
    day: (fromYear, toYear) => `${int(fromYear, toYear)}-${String(int(1, 12)).padStart(2, '0')}-${String(int(1, 28)).padStart(2, '0')}`,
  };
}

/** The day so many days later (or earlier). */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole cents as a decimal text, written the ways publishers write it. */
export function amountText(cents: bigint, way: number): string {
  const sign = cents < 0n ? '-' : '';
  const units = cents < 0n ? -cents : cents;
  const whole = units / 100n;
  const rest = units % 100n;
  if (rest === 0n && way % 2 === 0) return `${sign}${whole}`;
  if (rest % 10n === 0n && rest !== 0n && way % 3 === 0) return `${sign}${whole}.${rest / 10n}`;
  return `${sign}${whole}.${String(rest).padStart(2, '0')}`;
}

/** The cents of such a text. */
export function centsOf(text: string): bigint {
  const [whole, rest = ''] = text.replace('-', '').split('.');
  const cents = BigInt(whole!) * 100n + BigInt(rest.padEnd(2, '0'));
  return text.startsWith('-') ? -cents : cents;
}
