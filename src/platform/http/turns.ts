import { Problem } from '../../kernel/problem.ts';

/** What takes long: an upload (of somebody signed in), a download of a member, or one of a stranger calling from here. */
export type Long = { kind: 'upload' } | { kind: 'download'; strangerFrom?: string | undefined };

/**
 * Who may upload or download now. Both hold a connection to the database as long as the other side takes, so there are
 * only so many at a time; and nobody's slowness stands in the way of everybody: a third is kept free of downloads, one
 * place for downloads is kept free of strangers, and strangers at one address get half of what strangers have.
 */
export class Turns {
  readonly #downloads: number;
  readonly #strangers: number;
  readonly #perAddress: number;
  #all = 0;
  #downloading = 0;
  #strange = 0;
  readonly #from = new Map<string, number>();

  constructor(private readonly most: number) {
    this.#downloads = Math.max(1, most - Math.ceil(most / 3));
    this.#strangers = Math.max(1, this.#downloads - 1);
    this.#perAddress = Math.ceil(this.#strangers / 2);
  }

  /** Does the work if there is a place for it, else asks to come back. */
  async take<T>(long: Long, work: () => Promise<T>): Promise<T> {
    if (!this.#free(long)) throw new Problem('platform.busy', 'Many files are on their way just now. Try again in a moment.', { retryAfterSeconds: 5 });
    this.#count(long, 1);
    try {
      return await work();
    } finally {
      this.#count(long, -1);
    }
  }

  #free(long: Long): boolean {
    if (this.#all >= this.most) return false;
    if (long.kind === 'upload') return true;
    if (this.#downloading >= this.#downloads) return false;
    return long.strangerFrom === undefined || (this.#strange < this.#strangers && (this.#from.get(long.strangerFrom) ?? 0) < this.#perAddress);
  }

  #count(long: Long, by: 1 | -1): void {
    this.#all += by;
    if (long.kind === 'upload') return;
    this.#downloading += by;
    if (long.strangerFrom === undefined) return;
    this.#strange += by;
    const here = (this.#from.get(long.strangerFrom) ?? 0) + by;
    if (here > 0) this.#from.set(long.strangerFrom, here);
    else this.#from.delete(long.strangerFrom);
  }
}
