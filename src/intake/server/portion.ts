import type { Staging } from '../domain/applier.ts';

/** How much is gathered before it is sent: records, and characters of lines. Two portions may be under way at once. */
export const portionLimits = { records: 500, characters: 4 * 2 ** 20 };

/** What has been gathered for the staging tables and not been sent yet. */
export class Portion implements Staging {
  private lines = new Map<string, string>();
  private size = 0;
  records = 0;

  add(table: string, line: string): void {
    // Adding to one string is the cheapest list there is: it is made flat once, when it is turned into bytes.
    this.lines.set(table, `${this.lines.get(table) ?? ''}${line}\n`);
    this.size += line.length + 1;
  }

  get empty(): boolean {
    return this.size === 0;
  }

  get full(): boolean {
    return this.records >= portionLimits.records || this.size >= portionLimits.characters;
  }

  /** Everything gathered, by table, as bytes; afterwards the portion is empty. */
  take(): { tables: string[]; data: Buffer[] } {
    const tables = [...this.lines.keys()];
    const data = tables.map((t) => Buffer.from(this.lines.get(t)!, 'utf8'));
    this.lines = new Map();
    this.size = 0;
    this.records = 0;
    return { tables, data };
  }
}
