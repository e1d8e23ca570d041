import { joint, placeWeights, sectorWeights, type CodeShare, type Split } from '../splits.ts';

const none: readonly CodeShare[] = [];

/**
 * Lists of shares by number, each kept once: most activities of a publisher are split alike. Number 0 is the empty
 * list. Splits are worked out once for each combination of lists.
 */
export class Shares {
  readonly #numbers = new Map<string, number>();
  readonly #lists: (readonly CodeShare[])[] = [none];
  readonly #splits = new Map<string, Split>();

  /** @param json the list as JSON, `[[code, percentage or null], …]`; null and `[]` are the empty list */
  number(json: string | null): number {
    if (json === null || json === '[]') return 0;
    let number = this.#numbers.get(json);
    if (number === undefined) {
      number = this.#lists.push(JSON.parse(json) as CodeShare[]) - 1;
      this.#numbers.set(json, number);
    }
    return number;
  }

  /** The joint split of a transaction: its own places where it states any, and its own sectors before its activity's. */
  split(own: { places: number; sectors: number }, activity: { places: number; sectors: number }): Split {
    const places = own.places || activity.places;
    const key = `${places} ${own.sectors} ${activity.sectors}`;
    let split = this.#splits.get(key);
    if (!split) {
      split = joint(placeWeights(this.#lists[places]!), sectorWeights(this.#lists[own.sectors]!, this.#lists[activity.sectors]!));
      this.#splits.set(key, split);
    }
    return split;
  }
}
