import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Tx } from '../../platform/db/pool.ts';
import { keptBytes, storeChunks } from './kept-file.ts';
import { HEAD_BYTES, recognise } from './recognise.ts';
import { rewritten, type Elements, type RewriteRecord } from './rewrite-text.ts';
import { addErased, addFile, chunkOf, entriesOf, fileOf, markEnded, removeChunks, sealFile, type FileRow } from './store.ts';
import { asProblem, unpack, type Unpacked } from './unpack.ts';

type Xml = Extract<Unpacked, { kind: 'xml' }>;

/**
 * Rewrites kept files where personal data has to go: record by record, in the packing they came in, and byte for byte
 * but for what goes. The checksum stays that of the file as it came, so that the same file is still known and cannot
 * bring the data in again. An archive is taken apart: its files are kept one by one from then on. Files in which nothing
 * is erased stay untouched, also those that cannot be read.
 * @returns how many pieces were erased
 */
export async function rewriteKept(tx: Tx, fileIds: readonly number[], elements: Elements, rewrite: RewriteRecord): Promise<number> {
  let total = 0;
  for (const id of await holdersOf(tx, fileIds)) total += await rewriteOne(tx, id, elements, rewrite, false);
  return total;
}

/**
 * The time of a file is over: personal data is cut from what can be read in it, and what cannot be read is removed,
 * because nobody can know what stands there. Its name, checksum and problems stay.
 * @returns how many pieces were erased; bytes that were removed are one
 */
export async function endKept(tx: Tx, fileId: number, elements: Elements, rewrite: RewriteRecord): Promise<number> {
  let total = 0;
  for (const id of await holdersOf(tx, [fileId])) total += await rewriteOne(tx, id, elements, rewrite, true);
  await markEnded(tx, fileId);
  return total;
}

/** The files that hold the bytes of these: themselves, or the archive that they came in. What has no bytes any more is left out. */
async function holdersOf(tx: Tx, fileIds: readonly number[]): Promise<ReadonlySet<number>> {
  const holders = new Set<number>();
  const holds = async (id: number) => (await chunkOf(tx, id, 0)) !== undefined;
  for (const id of fileIds) {
    const file = await fileOf(tx, id);
    if (!file) continue;
    if (await holds(id)) holders.add(id);
    else if (file.entryOf !== null && (await holds(file.entryOf))) holders.add(file.entryOf);
  }
  return holders;
}

async function rewriteOne(tx: Tx, id: number, elements: Elements, rewrite: RewriteRecord, ends: boolean): Promise<number> {
  const file = (await fileOf(tx, id))!;
  const kept = keptBytes((question) => question(tx), id, file.bytes);
  const { erased, readable, unreadable } = await look(unpack(kept), elements, rewrite);
  const removes = ends && unreadable;
  if (erased === 0 && !removes) return 0;
  const { kind } = recognise(await kept.read(0, HEAD_BYTES));
  if (!readable) await removeChunks(tx, id);
  else if (kind === 'zip') await takeApart(tx, file, unpack(kept), elements, rewrite);
  else {
    // Written beside the old chunks while those are read, then put in their place.
    const text = untilDamage((await unpack(kept).next()).value as Xml, elements, rewrite);
    const stored = await storeChunks(tx, id, kind === 'gzip' ? pipeline(Readable.from(text, { objectMode: false }), createGzip(), () => {}) : text, { beside: true });
    await sealFile(tx, id, stored.bytes, file.sha256);
  }
  const pieces = Math.max(erased, 1);
  await addErased(tx, id, pieces);
  return pieces;
}

/** What would be erased in a file, whether anything in it can be read, and whether anything cannot. */
async function look(files: AsyncIterable<Unpacked>, elements: Elements, rewrite: RewriteRecord): Promise<{ erased: number; readable: boolean; unreadable: boolean }> {
  const seen = { erased: 0, readable: false, unreadable: false };
  for await (const found of files) {
    if (found.kind !== 'xml') {
      seen.unreadable = true;
      continue;
    }
    seen.readable = true;
    try {
      for await (const piece of rewritten(found, elements, rewrite)) seen.erased += piece.erased;
    } catch (error) {
      asProblem(error);   // the packing is damaged from here on; any other failure is thrown on
      seen.unreadable = true;
    }
  }
  return seen;
}

/** The rewritten bytes of a file, up to where its packing is damaged. */
async function* untilDamage(found: Xml, elements: Elements, rewrite: RewriteRecord): AsyncGenerator<Buffer> {
  try {
    for await (const piece of rewritten(found, elements, rewrite)) yield piece.bytes;
  } catch (error) {
    asProblem(error);
  }
}

/** The files of an archive get bytes of their own; where the batch never came to reading it, rows too. */
async function takeApart(tx: Tx, archive: FileRow, files: AsyncIterable<Unpacked>, elements: Elements, rewrite: RewriteRecord): Promise<void> {
  const entries = await entriesOf(tx, archive.id);
  for await (const found of files) {
    if (found.kind !== 'xml') continue;
    const name = `${archive.name}/${found.path}`;
    const entry = entries.find((e) => e.name === name);
    const id = entry?.id ?? (await addFile(tx, archive.batchId, name, archive.id));
    await removeChunks(tx, id);
    await sealFile(tx, id, (await storeChunks(tx, id, untilDamage(found, elements, rewrite))).bytes, entry?.sha256 ?? Buffer.alloc(0));
  }
  await removeChunks(tx, archive.id);
}
