import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import yauzl from 'yauzl';
import { peek, type Bytes } from './bytes.ts';
import { recognise, type LooksLike, type Recognised } from './recognise.ts';

/** What stops the unpacking of a file: a code of the intake's problems. */
export class UnpackProblem extends Error {
  override name = 'UnpackProblem';
  constructor(readonly code: `intake.${string}`, readonly params: Record<string, string | number> = {}) {
    super(code);
  }
}

/** What an archive may unpack to. Real files shrink to a twentieth; a bomb to a thousandth and less. */
export type UnpackLimits = { entries: number; bytes: number; ratio: number; ratioFrom: number };
export const unpackLimits: UnpackLimits = { entries: 10_000, bytes: 8 * 2 ** 30, ratio: 250, ratioFrom: 64 * 2 ** 20 };

/** One file as it lies inside what was brought: `path` is null for the brought file itself, else its path in the archive. */
export type Unpacked =
  | { path: string | null; kind: 'xml'; format: Extract<Recognised, { kind: 'xml' }>; stream: AsyncIterable<Buffer> }
  | { path: string | null; kind: 'other'; looksLike: LooksLike }
  | { path: string | null; kind: 'problem'; problem: UnpackProblem };

/** System files that archive programs add; nobody brought them on purpose. */
const clutter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/;

/**
 * Everything that can be read in a brought file, one after the other: itself, what is inside its gzip, what is inside
 * its zip (gzip inside zip too; zip inside zip is refused). Streams: take each to its end before asking for the next.
 */
export async function* unpack(file: Bytes, limits: UnpackLimits = unpackLimits): AsyncGenerator<Unpacked> {
  const guard = new Guard(file.length, limits);
  const { head, whole } = await peek(file.stream());
  if (recognise(head).kind !== 'zip') {
    yield* leaf(null, whole, guard, 0);
    return;
  }
  await whole[Symbol.asyncIterator]().return?.(undefined);
  yield* entries(file, guard, limits);
}

async function* leaf(path: string | null, stream: AsyncIterable<Buffer>, guard: Guard, depth: number): AsyncGenerator<Unpacked> {
  let head: Buffer;
  let whole: AsyncIterable<Buffer>;
  try {
    ({ head, whole } = await peek(stream));
  } catch (error) {
    yield { path, kind: 'problem', problem: asProblem(error) };
    return;
  }
  const found = recognise(head);
  try {
    if (found.kind === 'xml') yield { path, kind: 'xml', format: found, stream: whole };
    else if (found.kind === 'gzip' && depth < 2) yield* leaf(path, guard.counted(gunzip(whole)), guard, depth + 1);
    else if (found.kind === 'other') yield { path, kind: 'other', looksLike: found.looksLike };
    else yield { path, kind: 'problem', problem: new UnpackProblem('intake.archive-in-archive') };
  } finally {
    await whole[Symbol.asyncIterator]().return?.(undefined);
  }
}

async function* entries(file: Bytes, guard: Guard, limits: UnpackLimits): AsyncGenerator<Unpacked> {
  let zip: yauzl.ZipFile;
  try {
    zip = await openZip(file);
  } catch (error) {
    yield { path: null, kind: 'problem', problem: asProblem(error) };
    return;
  }
  try {
    if (zip.entryCount > limits.entries) {
      yield { path: null, kind: 'problem', problem: new UnpackProblem('intake.archive-too-many', { entries: zip.entryCount, most: limits.entries }) };
      return;
    }
    for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
      if (entry.fileName === '[Content_Types].xml') {
        yield { path: null, kind: 'other', looksLike: 'workbook' };
        return;
      }
      if (entry.fileName.endsWith('/') || clutter.test(entry.fileName)) continue;
      yield* one(zip, entry, guard);
    }
  } catch (error) {
    yield { path: null, kind: 'problem', problem: asProblem(error) };
  } finally {
    zip.close();
  }
}

async function* one(zip: yauzl.ZipFile, entry: yauzl.Entry, guard: Guard): AsyncGenerator<Unpacked> {
  const path = entry.fileName;
  if ((entry.generalPurposeBitFlag & 1) !== 0) {
    yield { path, kind: 'problem', problem: new UnpackProblem('intake.archive-locked') };
    return;
  }
  let stream: Readable;
  try {
    stream = await new Promise<Readable>((resolve, reject) => zip.openReadStream(entry, (error, s) => (error ? reject(error) : resolve(s))));
  } catch (error) {
    yield { path, kind: 'problem', problem: asProblem(error) };
    return;
  }
  yield* leaf(path, guard.counted(stream), guard, 0);
}

function openZip(file: Bytes): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromRandomAccessReader(new ZipBytes(file), file.length, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

/** The next entry of the table of contents, null after the last. */
function nextEntry(zip: yauzl.ZipFile): Promise<yauzl.Entry | null> {
  return new Promise((resolve, reject) => {
    const done = () => zip.removeListener('entry', found).removeListener('end', over).removeListener('error', failed);
    const found = (entry: yauzl.Entry) => (done(), resolve(entry));
    const over = () => (done(), resolve(null));
    const failed = (error: Error) => (done(), reject(error));
    zip.on('entry', found).on('end', over).on('error', failed);
    zip.readEntry();
  });
}

/** Lets yauzl read from bytes that lie anywhere, here in the chunks of the database. */
class ZipBytes extends yauzl.RandomAccessReader {
  constructor(private readonly file: Bytes) {
    super();
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const { file } = this;
    async function* pieces() {
      for (let at = start; at < end; at += 2 ** 20) yield await file.read(at, Math.min(2 ** 20, end - at));
    }
    return Readable.from(pieces(), { objectMode: false, highWaterMark: 2 ** 20 });
  }
}

function gunzip(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const out = createGunzip({ chunkSize: 262_144 });
  Readable.from(packed, { objectMode: false }).on('error', (error) => out.destroy(error)).pipe(out);
  return out;
}

/** Counts what comes out of an archive and stops a bomb before it fills anything. */
class Guard {
  private out = 0;
  constructor(private readonly packed: number, private readonly limits: UnpackLimits) {}

  async *counted(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of stream) {
      this.out += piece.length;
      const { bytes, ratio, ratioFrom } = this.limits;
      if (this.out > bytes) throw new UnpackProblem('intake.archive-too-large', { bytes: this.out, most: bytes });
      if (this.out > ratioFrom && this.out > this.packed * ratio) throw new UnpackProblem('intake.archive-suspicious', { bytes: this.out, packed: this.packed, ratio });
      yield piece;
    }
  }
}

/** What a damaged archive makes of the programs that read it, in our words. */
export function asProblem(error: unknown): UnpackProblem {
  if (error instanceof UnpackProblem) return error;
  const { message = '', code, constructor } = error as { message?: string; code?: string };
  if (constructor !== Error) throw error;   // a mistake of ours, or the database's: no property of the file
  if (code === 'Z_BUF_ERROR' || /unexpected end|unexpected EOF|not enough bytes/i.test(message)) return new UnpackProblem('intake.archive-cut-off');
  if (/unsupported compression method/i.test(message)) return new UnpackProblem('intake.archive-method');
  if (code?.startsWith('Z_') || /zip|signature|central directory|local file header|comment|entry|relative path|absolute path|invalid characters|too many bytes|crc/i.test(message)) return new UnpackProblem('intake.archive-damaged');
  throw error;
}

