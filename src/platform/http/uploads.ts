import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import type { Upload } from './handle.ts';

export type OpenedUpload = { fields: Record<string, unknown>; files: AsyncIterable<Upload> };

/**
 * Reads a multipart body as it comes: first the fields, then one file after the other. Nothing is kept in memory beyond
 * the piece that is just passing; who reads slowly makes the sender wait.
 * @param limit bytes of all files together; @param onBytes is told how many bytes passed.
 */
export async function openUpload(request: FastifyRequest, limit: number, onBytes: (n: number) => void): Promise<OpenedUpload> {
  if (!request.isMultipart()) throw new Problem('input.invalid', 'Send files as multipart/form-data.');
  const parts = request.parts({ limits: { fileSize: Infinity, files: 1000, fields: 50, fieldSize: 65_536, parts: 1050, headerPairs: 50 } });
  const next = async (): Promise<Multipart | undefined> => {
    const part = await parts.next();
    return part.done ? undefined : part.value;
  };
  const fields: Record<string, unknown> = {};
  let part = await next();
  for (; part?.type === 'field'; part = await next()) {
    if (part.value !== '') fields[part.fieldname] = part.value;
  }
  return { fields, files: filesFrom(part, next, { limit, onBytes }) };
}

async function* filesFrom(first: Multipart | undefined, next: () => Promise<Multipart | undefined>, { limit, onBytes }: { limit: number; onBytes: (n: number) => void }): AsyncGenerator<Upload> {
  let left = limit;
  async function* counted(source: Readable): AsyncGenerator<Buffer> {
    for await (const piece of source as AsyncIterable<Buffer>) {
      onBytes(piece.length);
      left -= piece.length;
      if (left < 0) throw new Problem('request.too-large', 'These files are larger than this server takes at once.');
      yield piece;
    }
  }
  for (let part = first; part; part = await next()) {
    if (part.type === 'field') throw new Problem('input.invalid', 'Fields have to stand before the files.', { fields: [{ field: part.fieldname, reason: 'too-late', message: 'stands after a file' }] });
    const bytes = Readable.from(counted(part.file), { objectMode: false, highWaterMark: 65_536 });
    yield { name: part.filename, bytes };
    if (!bytes.readableEnded && !bytes.destroyed) bytes.resume();
    if (!bytes.closed) await finished(bytes);
  }
}

/**
 * Lets the rest of a refused upload run into nothing for a while: a browser that still sends does not read the answer,
 * and would report a broken connection instead of the reason.
 */
export async function drain(request: FastifyRequest, milliseconds: number): Promise<void> {
  const { raw } = request;
  if (raw.complete || raw.destroyed) return;
  raw.unpipe();
  raw.resume();
  const over = new AbortController();
  await Promise.race([finished(raw, { signal: over.signal }).catch(() => {}), pause(milliseconds, undefined, { signal: over.signal }).catch(() => {})]);
  over.abort();
}
