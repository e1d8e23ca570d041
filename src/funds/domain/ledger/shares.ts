import { joint, placeWeights, sectorWeights, type CodeShare, type Split } from '../splits.ts';

const none: readonly CodeShare[] = [];

/**
 * Lists of shares by number, each kept once: most activities of a publisher are split alike. Number 0 is the empty
 * list. Splits are worked out once for each combination of lists.
 */
export class Shares {
  readonly #numbers = new Map<string, number>();
  readonly #lists: (readonly CodeShare[])[] = [none];
  /** By places, then by both lists of sectors. */
  readonly #splits = new Map<number, Map<number, Split>>();

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
    const key = own.sectors * 67_108_864 + activity.sectors;
    let ofPlaces = this.#splits.get(places);
    if (!ofPlaces) this.#splits.set(places, (ofPlaces = new Map<number, Split>()));
    let split = ofPlaces.get(key);
    if (!split) ofPlaces.set(key, (split = joint(placeWeights(this.#lists[places]!), sectorWeights(this.#lists[own.sectors]!, this.#lists[activity.sectors]!))));
    return split;
  }
}
