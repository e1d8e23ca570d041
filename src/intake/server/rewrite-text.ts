import type { Recognised } from './recognise.ts';

/**
 * What to do with one record; what is not changed is returned as it is.
 * @param record the record with each of its bytes (of its pairs of bytes, in UTF-16) as one character, so that whatever
 *   is not touched stays as it was, also where it is no text; markup reads as usual
 * @param plain what a part of it says
 */
export type RewriteRecord = (record: string, plain: (part: string) => string) => { text: string; erased: number };

type Xml = { stream: AsyncIterable<Buffer>; format: Extract<Recognised, { kind: 'xml' }> };

/** What is looked at together, and what is never cut in two. */
export type Elements = { record: string; part: string };

/** No record that is read is longer (limits of src/standards/iati); what is longer is looked at in pieces. */
const LONGEST = 64_000_000;

/** The bytes of an XML file with its records rewritten, and how much was erased in each piece. One record is in memory at a time. */
export async function* rewritten({ stream, format: { encoding } }: Xml, elements: Elements, rewrite: RewriteRecord, longest = LONGEST): AsyncGenerator<{ bytes: Buffer; erased: number }> {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : null;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const plain = (part: string) => decoder.decode(bytesOf(part, wide));
  for await (const piece of piecesOf(characters(stream, wide), elements, longest)) {
    const { text, erased } = rewrite(piece, plain);
    yield { bytes: bytesOf(text, wide), erased };
  }
}

type Wide = 'utf-16le' | 'utf-16be' | null;

async function* characters(stream: AsyncIterable<Buffer>, wide: Wide): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of stream) {
    if (wide === null) {
      yield piece.toString('latin1');
      continue;
    }
    const bytes = Buffer.concat([rest, piece]);
    rest = bytes.subarray(bytes.length & ~1);
    const whole = bytes.subarray(0, bytes.length & ~1);
    yield (wide === 'utf-16be' ? whole.swap16() : whole).toString('utf16le');
  }
  // Half a character at the end is no text in any encoding: it goes with whatever it belonged to.
}

function bytesOf(text: string, wide: Wide): Buffer {
  if (wide === null) return Buffer.from(text, 'latin1');
  const bytes = Buffer.from(text, 'utf16le');
  return wide === 'utf-16be' ? bytes.swap16() : bytes;
}

/**
 * A text cut where records begin: each piece is a record with what follows it. Nothing is left out: what stands before
 * the first record, in comments, or behind a place where the file is broken is in some piece.
 */
async function* piecesOf(text: AsyncIterable<string>, { record, part }: Elements, longest: number): AsyncGenerator<string> {
  const begin = new RegExp(`<${record}[\\s>]`, 'g');
  let waiting = '';
  let searched = 1;   // a piece does not end where it begins
  for await (const more of text) {
    waiting += more;
    for (;;) {
      begin.lastIndex = searched;
      const found = begin.exec(waiting);
      const cut = found ? found.index : waiting.length > longest ? outside(waiting, part, longest) : -1;
      if (cut < 0) break;
      yield waiting.slice(0, cut);
      waiting = waiting.slice(cut);
      searched = 1;
    }
    searched = Math.max(1, waiting.length - record.length - 1);
  }
  if (waiting !== '') yield waiting;
}

/** A place near the end of a text that does not lie inside a part; -1: the text is one part so far, and not hopelessly long. */
function outside(text: string, part: string, longest: number): number {
  const opened = text.lastIndexOf(`<${part}`);
  const end = text.length - part.length - 1;   // a part may just be beginning there
  if (opened < 0) return end;
  const closed = new RegExp(`</${part}\\s*>`).exec(text.slice(opened));
  if (closed) return Math.max(end, opened + closed.index + closed[0].length);
  return opened > 0 ? opened : text.length > 2 * longest ? end : -1;
}
