/** Texts by number, in the order in which they came: 0 stands for nobody. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [''];

  /** The number of a text, given on first sight; 0 for none. */
  number(text: string | null): number {
    if (text === null || text === '') return 0;
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#texts.length;
      this.#numbers.set(text, number);
      this.#texts.push(text);
    }
    return number;
  }

  /** The number of a text that was seen, else 0. */
  known(text: string): number {
    return this.#numbers.get(text) ?? 0;
  }

  text(number: number): string {
    return this.#texts[number] ?? '';
  }

  /** How many numbers there are, nobody included. */
  get size(): number {
    return this.#texts.length;
  }
}
