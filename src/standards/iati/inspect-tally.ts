/** How often each of several words was met. */
export class Tally {
  readonly #times = new Map<string, number>();

  /** @param known words that are listed even when nobody meets them. */
  constructor(known: readonly string[] = []) {
    for (const word of known) this.#times.set(word, 0);
  }

  add(word: string): void {
    this.#times.set(word, (this.#times.get(word) ?? 0) + 1);
  }

  all(): Record<string, number> {
    return Object.fromEntries(this.#times);
  }

  byKey(): Record<string, number> {
    return Object.fromEntries([...this.#times].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Most common first, as many as asked for; equally common ones in the order in which they were met. */
  byCount(most: number = Infinity): Record<string, number> {
    return Object.fromEntries([...this.#times].sort(([, a], [, b]) => b - a).slice(0, most));
  }
}
