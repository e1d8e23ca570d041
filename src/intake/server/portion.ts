import type { Staging } from '../domain/applier.ts';

/** How much is gathered before it is sent: records, and characters of lines. Two portions may be under way at once. */
const portionLimits = { records: 500, characters: 3 * 2 ** 20 };

/** Lines of one table as bytes, written as they come: a string of all of them would be made flat and copied once more. */
class Lines {
  private bytes = Buffer.allocUnsafeSlow(65_536);
  private used = 0;

  add(line: string): void {
    // A UTF-16 unit is at most three bytes of UTF-8.
    const most = this.used + line.length * 3 + 1;
    if (most > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(most, Math.ceil(this.bytes.length * 1.5)));
      this.bytes.copy(larger, 0, 0, this.used);
      this.bytes = larger;
    }
    this.used += this.bytes.write(line, this.used, 'utf8');
    this.bytes[this.used++] = 10;
  }

  get written(): Buffer {
    return this.bytes.subarray(0, this.used);
  }

  clear(): void {
    this.used = 0;
    // One huge record must not be paid for until the end of the file.
    if (this.bytes.length > 4 * portionLimits.characters) this.bytes = Buffer.allocUnsafeSlow(65_536);
  }
}

/** What has been gathered for the staging tables. It is sent, cleared and filled again: its memory is asked for once. */
export class Portion implements Staging {
  private readonly lines = new Map<string, Lines>();
  private size = 0;
  records = 0;

  add(table: string, line: string): void {
    let lines = this.lines.get(table);
    if (lines === undefined) this.lines.set(table, (lines = new Lines()));
    lines.add(line);
    this.size += line.length + 1;
  }

  get empty(): boolean {
    return this.size === 0;
  }

  get full(): boolean {
    return this.records >= portionLimits.records || this.size >= portionLimits.characters;
  }

  /** Everything gathered, by table; valid until {@link clear}. */
  get gathered(): { tables: string[]; data: Buffer[] } {
    const filled = [...this.lines].filter(([, lines]) => lines.written.length > 0);
    return { tables: filled.map(([table]) => table), data: filled.map(([, lines]) => lines.written) };
  }

  clear(): void {
    for (const lines of this.lines.values()) lines.clear();
    this.size = 0;
    this.records = 0;
  }
}
