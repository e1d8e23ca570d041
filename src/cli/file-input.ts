import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Bytes } from '../intake/server/bytes.ts';
import type { Upload } from '../platform/http/handle.ts';
import { WrongUsage } from './failure.ts';

/** A file as it was named, and where it lies. */
export type Named = { given: string; path: string };

/** Checks all names at once, so that one run tells everything that is wrong with them. */
export async function existing(paths: readonly string[], directory: string): Promise<Named[]> {
  const absolute = paths.map((p) => path.resolve(directory, p));
  const wrong: string[] = [];
  for (const [i, file] of absolute.entries()) {
    const found = await stat(file).catch(() => null);
    if (!found) wrong.push(`There is no file ${paths[i]}.`);
    else if (found.isDirectory()) wrong.push(`${paths[i]} is a folder. Name the files in it: ${paths[i]!.replace(/\/$/, '')}/*`);
    else if (!found.isFile()) wrong.push(`${paths[i]} is not a file.`);
  }
  if (wrong.length > 0) throw new WrongUsage(wrong.join('\n'));
  return paths.map((given, i) => ({ given, path: absolute[i]! }));
}

/** The files of an upload, one after the other, none of them in memory. */
export async function* uploads(paths: readonly string[]): AsyncGenerator<Upload> {
  for (const file of paths) yield { name: path.basename(file), bytes: createReadStream(file, { highWaterMark: 262_144 }) };
}

/** A file on disk as intake reads it. */
export async function bytesOnDisk(file: string): Promise<Bytes> {
  const { size } = await stat(file);
  return {
    length: size,
    stream: () => createReadStream(file, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>,
    async read(from, length) {
      const handle = await open(file);
      try {
        const buffer = Buffer.alloc(length);
        const { bytesRead } = await handle.read(buffer, 0, length, from);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
  };
}
