import { pipeline, Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { parse } from 'csv-parse';
import { Problem } from '../../kernel/problem.ts';

/** Daily rates of ten currencies over forty years are 4 MB. */
const MOST_BYTES = 20_000_000;
/** More than any table of daily rates of all currencies over forty years would be a mistake. */
const MOST_LINES = 3_000_000;
/** So much is parsed at once, in a millisecond or so; then others have their turn. */
const PIECE = 32_768;
/** Where the headings have to have ended. */
const HEADINGS = 65_536;

/** These rates could not be read, and why. */
export const unreadable = (details: unknown) => new Problem('funds.rates-unreadable', 'These rates could not be read. Bring a CSV with year, currency and units_per_usd.', details);

/** Cells of each line of a CSV, comma or semicolon, as its bytes come: never the whole file, and never long at a time. */
export async function* ratesLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const pieces = inPieces(bytes);
  const head: Buffer[] = [];
  for (let size = 0; size < HEADINGS; size += head.at(-1)!.length) {
    const { value, done } = await pieces.next();
    if (done) break;
    head.push(value);
    if (value.includes('\n')) break;
  }
  const separator = Buffer.concat(head).toString().split('\n', 1)[0]!.includes(';') ? ';' : ',';
  const all = async function* () {
    yield* head;
    yield* pieces;
  };
  const parser = parse({ bom: true, delimiter: separator, relax_column_count: true, skip_empty_lines: false });
  pipeline(Readable.from(all()), parser, () => {});   // what breaks is thrown to the one who reads the lines
  let line = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (++line > MOST_LINES) throw unreadable([{ line, what: `more than ${MOST_LINES} lines` }]);
      yield cells;
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw unreadable([{ line: (error as { lines?: number }).lines ?? line + 1, what: (error as Error).message }]);
  }
}

async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let left = MOST_BYTES;
  for await (const arrived of bytes) {
    left -= arrived.length;
    if (left < 0) throw new Problem('request.too-large', `A file of rates may have ${MOST_BYTES / 1_000_000} MB at most. Leave out years and currencies that you do not need.`, { mostBytes: MOST_BYTES });
    for (let from = 0; from < arrived.length; from += PIECE) {
      yield Buffer.from(arrived.buffer, arrived.byteOffset + from, Math.min(PIECE, arrived.length - from));
      await turn();
    }
  }
}
