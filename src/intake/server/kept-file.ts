import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Queryable } from '../../platform/db/rows.ts';
import type { Bytes } from './bytes.ts';
import { HEAD_BYTES, recognise, type Recognised } from './recognise.ts';
import { addChunk, addFile, chunkOf, replaceChunks, sealFile } from './store.ts';

/** Bytes of a file in one row of `intake_chunks`, before packing. */
const CHUNK_BYTES = 2 ** 20;

const gzip = promisify(zlib.gzip);
const gunzip = promisify(zlib.gunzip);

export type KeptFile = { id: number; name: string; bytes: number; sha256: Buffer; recognised: Recognised };

/**
 * Keeps a file byte for byte, as it streams in: nothing but the few megabytes that are just passing are in memory. What is
 * not packed already is packed chunk by chunk, beside the event loop.
 */
export async function keepFile(tx: Queryable, batchId: number, name: string, bytes: AsyncIterable<Buffer | Uint8Array>): Promise<KeptFile> {
  const id = await addFile(tx, batchId, name, null);
  const stored = await storeChunks(tx, id, bytes);
  await sealFile(tx, id, stored.bytes, stored.sha256);
  return { id, name, ...stored };
}

/**
 * Writes the chunks of a file. `beside`: it has chunks already, which are being read while the new ones are written;
 * afterwards the new ones stand in their place.
 */
export async function storeChunks(tx: Queryable, fileId: number, bytes: AsyncIterable<Buffer | Uint8Array>, { beside = false } = {}): Promise<Omit<KeptFile, 'id' | 'name'>> {
  const hash = createHash('sha256');
  const first = beside ? ASIDE : 0;
  let length = 0;
  let no = first;
  let recognised: Recognised | null = null;
  const packing: Promise<Buffer>[] = [];
  const write = async () => addChunk(tx, fileId, no++, gzipped, await packing.shift()!);
  let gzipped = false;
  for await (const chunk of chunked(bytes)) {
    hash.update(chunk);
    length += chunk.length;
    recognised ??= recognise(chunk.subarray(0, HEAD_BYTES));
    gzipped = recognised.kind !== 'gzip' && recognised.kind !== 'zip';
    const packed = gzipped ? gzip(chunk, { level: 1 }) : Promise.resolve(chunk);
    packed.catch(() => {});   // told when its turn comes; without this Node would end the process before it
    packing.push(packed);
    if (packing.length >= AT_ONCE) await write();
  }
  while (packing.length > 0) await write();
  if (beside) await replaceChunks(tx, fileId, first);
  return { bytes: length, sha256: hash.digest(), recognised: recognised ?? recognise(Buffer.alloc(0)) };
}

/** Bytes handed over at a time when a kept file is read: some milliseconds of parsing. */
const PIECE_BYTES = 32_768;

/** Chunks that are packed at a time, beside the event loop. */
const AT_ONCE = 3;

/** More chunks than a file can have: where new ones stand while the old ones are read. */
const ASIDE = 1_000_000;

/**
 * Pieces of any size to pieces of exactly {@link CHUNK_BYTES}, the last one shorter. They lie in a few buffers that are
 * filled in turn: a piece is valid until {@link AT_ONCE} more have been asked for.
 */
async function* chunked(pieces: AsyncIterable<Buffer | Uint8Array>): AsyncGenerator<Buffer> {
  const buffers: Buffer[] = [];
  let no = 0;
  let used = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.byteLength; ) {
      const buffer = (buffers[no % (AT_ONCE + 1)] ??= Buffer.allocUnsafeSlow(CHUNK_BYTES));
      const taken = Math.min(CHUNK_BYTES - used, piece.byteLength - at);
      buffer.set(piece.subarray(at, at + taken), used);
      used += taken;
      at += taken;
      if (used === CHUNK_BYTES) {
        yield buffer;
        no++;
        used = 0;
      }
    }
  }
  if (used > 0) yield buffers[no % (AT_ONCE + 1)]!.subarray(0, used);
}

/** Runs a question in a short transaction of its own (or in one that is open anyway). */
export type Ask = <T>(question: (tx: Queryable) => Promise<T>) => Promise<T>;

/** A kept file's bytes, read chunk by chunk; the next chunk is on its way while one is being read. */
export function keptBytes(ask: Ask, fileId: number, length: number): Bytes {
  const chunks = Math.ceil(length / CHUNK_BYTES);
  const chunk = async (no: number): Promise<Buffer> => {
    const found = await ask((tx) => chunkOf(tx, fileId, no));
    if (!found) throw new Error(`chunk ${no} of file ${fileId} is not there`);
    return found.gzipped ? gunzip(found.bytes) : found.bytes;
  };
  /** The table of contents of an archive is read in small pieces: the last chunk stays at hand. */
  let last: { no: number; bytes: Buffer } | null = null;
  return {
    length,
    async *stream() {
      let next = chunks > 0 ? chunk(0) : null;
      for (let no = 0; no < chunks; no++) {
        const bytes: Buffer = await next!;
        next = no + 1 < chunks ? chunk(no + 1) : null;
        next?.catch(() => {});
        for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
      }
    },
    async read(from, size) {
      const parts: Buffer[] = [];
      for (let at = from; at < from + size; ) {
        const no = Math.floor(at / CHUNK_BYTES);
        if (last?.no !== no) last = { no, bytes: await chunk(no) };
        const part = last.bytes.subarray(at - no * CHUNK_BYTES, Math.min(from + size - no * CHUNK_BYTES, last.bytes.length));
        if (part.length === 0) break;
        parts.push(part);
        at += part.length;
      }
      return Buffer.concat(parts);
    },
  };
}
