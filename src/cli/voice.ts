import { SingleBar } from 'cli-progress';
import type { World } from './world.ts';
import { table, type Column } from './table.ts';

/** How a command speaks: one JSON object a line for programs, words and tables for people. */
export class Voice {
  constructor(
    private readonly world: World,
    readonly json: boolean,
  ) {}

  /** For people only. */
  say(text: string): void {
    if (!this.json) this.world.out(`${text}\n`);
  }

  /** For programs only. */
  object(value: Record<string, unknown>): void {
    if (this.json) this.world.out(`${JSON.stringify(value)}\n`);
  }

  /** The same rows for both. */
  rows<R extends Record<string, unknown>>(rows: readonly R[], columns: readonly Column<R>[], ifNone: string): void {
    for (const row of rows) this.object(row);
    this.say(rows.length === 0 ? ifNone : table(rows, columns));
  }

  /** A note that must not stand between the rows of the output. */
  note(text: string): void {
    if (!this.json) this.world.err(`${text}\n`);
  }

  /** A bar on the error stream where somebody watches it, else nothing. */
  progress(what: string, unit: string): Progress {
    return this.world.watched && !this.json ? new Bar(what, unit) : { to() {}, done() {} };
  }
}

export type Progress = {
  /** @param phase what is being done just now */
  to(done: number, of: number, phase: string): void;
  done(): void;
};

class Bar implements Progress {
  private bar: SingleBar | undefined;

  constructor(
    private readonly what: string,
    private readonly unit: string,
  ) {}

  to(done: number, of: number, phase: string): void {
    this.bar ??= this.begin(of);
    this.bar.setTotal(Math.max(of, 1));
    this.bar.update(Math.min(done, Math.max(of, 1)), { phase });
  }

  private begin(of: number): SingleBar {
    const bar = new SingleBar({ format: `${this.what} {bar} {percentage}% of {total} ${this.unit} · {phase}`, stream: process.stderr, hideCursor: true, clearOnComplete: true, barsize: 24 });
    bar.start(Math.max(of, 1), 0, { phase: '' });
    return bar;
  }

  done(): void {
    this.bar?.stop();
  }
}
