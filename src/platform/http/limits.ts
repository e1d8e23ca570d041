/**
 * How often something may be tried: `max` at once, then one every `perMs / max`. Kept in memory, so each process of a
 * server counts by itself: several processes allow several times as much, which still is far too little to guess with.
 */
export class RateLimit {
  /** For each key the moment at which all of its allowance will be back. */
  readonly #full = new Map<string, number>();
  readonly #interval: number;

  constructor(readonly max: number, readonly perMs: number, private readonly keys = 50_000) {
    this.#interval = perMs / max;
  }

  /** Takes one. 0: go on; else how many milliseconds to wait. A refused try costs nothing. */
  take(key: string, now: number): number {
    const latest = now + this.perMs;
    let full = Math.max(this.#full.get(key) ?? 0, now);
    if (full > latest) full = now;   // the clock was set back: nobody is locked out by that
    const wait = full + this.#interval - latest;
    if (wait > 0) return Math.ceil(wait);
    this.#full.delete(key);   // set again below: the map's order is then that of the last use
    this.#full.set(key, full + this.#interval);
    if (this.#full.size > this.keys) this.#forget(now);
    return 0;
  }

  /** Memory stays small whoever calls: first what is back to full goes, then what was used longest ago. */
  #forget(now: number): void {
    for (const [key, full] of this.#full) if (full <= now) this.#full.delete(key);
    for (const key of this.#full.keys()) {
      if (this.#full.size <= this.keys / 2) break;
      this.#full.delete(key);
    }
  }

  /** For tests: how many keys are remembered. */
  get size(): number {
    return this.#full.size;
  }
}

/** An address as it is counted: one IPv6 customer has a whole /64 to call from. */
export function callerKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1]!;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = !tail ? [] : tail.split(':');
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return groups.slice(0, 4).map((g) => Number.parseInt(g, 16).toString(16)).join(':');
}

/** How many calls are allowed; tests set their own. */
export type Limits = { general: RateLimit; strict: RateLimit; subject: RateLimit };

/**
 * General: a workshop behind one address. Strict (signing in, links): sixty people arriving together behind one address
 * get in, a guesser gets six tries a minute. Subject (one account): ten tries, then one a minute.
 */
export const usualLimits = (): Limits => ({
  general: new RateLimit(3_000, 60_000),
  strict: new RateLimit(60, 600_000),
  subject: new RateLimit(10, 600_000),
});
