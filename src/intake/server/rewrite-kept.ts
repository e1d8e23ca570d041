import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Tx } from '../../platform/db/pool.ts';
import { storeChunks, keptBytes } from './kept-file.ts';
import { HEAD_BYTES, recognise, type Recognised } from './recognise.ts';
import { addErased, entriesOf, fileOf, removeChunks, sealFile } from './store.ts';
import { textOf } from './text-of.ts';
import { unpack } from './unpack.ts';

/** What to do with the text of one record; what is not changed is returned as it is. */
export type RewriteRecord = (record: string) => { text: string; erased: number };

type Xml = Extract<Recognised, { kind: 'xml' }>;

/**
 * Rewrites kept files where personal data has to go: record by record, in the encoding and packing they came in. The
 * checksum stays that of the file as it came, so that the same file is still known and cannot bring the data in again.
 * An archive is taken apart: its files are kept one by one from then on. Files in which nothing is erased stay untouched.
 * @returns how many pieces were erased
 */
export async function rewriteKept(tx: Tx, fileIds: readonly number[], element: string, rewrite: RewriteRecord): Promise<number> {
  const holders = new Set<number>();
  for (const id of fileIds) {
    const file = await fileOf(tx, id);
    if (file) holders.add(file.entryOf === null || (await hasChunks(tx, id, file.bytes)) ? id : file.entryOf);
  }
  let total = 0;
  for (const id of holders) total += await rewriteOne(tx, id, element, rewrite);
  return total;
}

const hasChunks = async (tx: Tx, id: number, bytes: number) => (await keptBytes((q) => q(tx), id, bytes).read(0, 1).catch(() => Buffer.alloc(0))).length > 0;

async function rewriteOne(tx: Tx, id: number, element: string, rewrite: RewriteRecord): Promise<number> {
  const file = (await fileOf(tx, id))!;
  const kept = keptBytes((question) => question(tx), id, file.bytes);
  const erased = await countErased(kept, element, rewrite);
  if (erased === 0) return 0;
  const kind = recognise(await kept.read(0, HEAD_BYTES)).kind;
  if (kind === 'zip') {
    // Its files have rows of their own already; they get bytes of their own now.
    const entries = await entriesOf(tx, id);
    for await (const found of unpack(kept)) {
      const entry = entries.find((e) => e.name === `${file.name}/${found.path}`);
      if (found.kind !== 'xml' || !entry) continue;
      await removeChunks(tx, entry.id);
      await sealFile(tx, entry.id, (await storeChunks(tx, entry.id, rewritten(found.stream, found.format, element, rewrite))).bytes, entry.sha256);
    }
    await removeChunks(tx, id);
  } else {
    // Written beside the old chunks while those are read, then put in their place.
    const found = (await unpack(kept).next()).value;
    if (found?.kind !== 'xml') return 0;
    const text = rewritten(found.stream, found.format, element, rewrite);
    const bytes = kind === 'gzip' ? (Readable.from(text, { objectMode: false }).pipe(createGzip()) as AsyncIterable<Buffer>) : text;
    const stored = await storeChunks(tx, id, bytes, { beside: true });
    await sealFile(tx, id, stored.bytes, file.sha256);
  }
  await addErased(tx, id, erased);
  return erased;
}

async function countErased(kept: Parameters<typeof unpack>[0], element: string, rewrite: RewriteRecord): Promise<number> {
  let erased = 0;
  for await (const found of unpack(kept)) {
    if (found.kind !== 'xml') continue;
    for await (const piece of recordsOf(textOf(found.stream, found.format), element)) if (piece.record) erased += rewrite(piece.text).erased;
  }
  return erased;
}

async function* rewritten(stream: AsyncIterable<Buffer>, format: Xml, element: string, rewrite: RewriteRecord): AsyncGenerator<Buffer> {
  if (format.bomBytes > 0) yield encoded('\ufeff', format.encoding);
  for await (const piece of recordsOf(textOf(stream, format), element)) yield encoded(piece.record ? rewrite(piece.text).text : piece.text, format.encoding);
}

/** A text cut into whole records and what stands between them; one record is in memory at a time. */
async function* recordsOf(text: AsyncIterable<string>, element: string): AsyncGenerator<{ record: boolean; text: string }> {
  const begin = new RegExp(`<${element}[\\s>]`);
  const end = new RegExp(`</${element}\\s*>`);
  let waiting = '';
  let inside = false;
  for await (const piece of text) {
    waiting += piece;
    for (;;) {
      const found = (inside ? end : begin).exec(waiting);
      if (!found) break;
      const cut = inside ? found.index + found[0].length : found.index;
      if (cut > 0) yield { record: inside, text: waiting.slice(0, cut) };
      waiting = waiting.slice(cut);
      inside = !inside;
    }
    if (!inside && waiting.length > 200) {
      yield { record: false, text: waiting.slice(0, -200) };
      waiting = waiting.slice(-200);
    }
  }
  if (waiting !== '') yield { record: inside, text: waiting };
}

/** Text in the encoding of its file; what a single-byte encoding cannot say becomes a character reference. */
function encoded(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  return Buffer.from(text.replace(/[^\u0000-\u007f\u00a0-\u00ff]/gu, (c) => `&#${c.codePointAt(0)};`), 'latin1');
}
