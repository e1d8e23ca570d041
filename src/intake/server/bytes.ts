import { HEAD_BYTES } from './recognise.ts';

/** A file's bytes that can be read from the start and at any place (an archive's table of contents stands at its end). */
export type Bytes = {
  length: number;
  stream(): AsyncIterable<Buffer>;
  read(from: number, length: number): Promise<Buffer>;
};

/** The first bytes of a stream, and a stream that still begins with them. */
export async function peek(stream: AsyncIterable<Buffer>): Promise<{ head: Buffer; whole: AsyncIterable<Buffer> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let seen = 0;
  while (seen < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    seen += next.value.length;
  }
  async function* whole(): AsyncGenerator<Buffer> {
    try {
      yield* first;
      first.length = 0;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(first).subarray(0, HEAD_BYTES), whole: whole() };
}

/** Bytes that lie in memory: tests and small things. */
export function bytesOf(buffer: Buffer, pieceBytes = 65_536): Bytes {
  return {
    length: buffer.length,
    async *stream() {
      for (let at = 0; at < buffer.length; at += pieceBytes) yield buffer.subarray(at, at + pieceBytes);
    },
    read: async (from, length) => buffer.subarray(from, from + length),
  };
}
