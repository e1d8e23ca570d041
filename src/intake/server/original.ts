import { Problem } from '../../kernel/problem.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { Produced } from '../../platform/http/handle.ts';
import { keptBytes } from './kept-file.ts';
import { chunkOf, fileOf } from './store.ts';
import { unpack, type Unpacked } from './unpack.ts';

const notFound = () => new Problem('request.not-found', 'There is no such file of your organisation.');

/** A kept file as it came; a file inside an archive is taken out of it. */
export async function originalOf(tx: Tx, id: number): Promise<Produced> {
  const file = await fileOf(tx, id);
  if (!file) throw notFound();
  // A file of an archive that was taken apart (rewrite-kept.ts) has bytes of its own.
  const own = file.entryOf === null || (await chunkOf(tx, file.id, 0)) !== undefined;
  const holder = own ? file : await fileOf(tx, file.entryOf!);
  if (!holder || (holder.bytes > 0 && !(await chunkOf(tx, holder.id, 0)))) throw new Problem('request.not-found', 'The bytes of this file are not kept any more: personal data in it was erased. The files of an archive are then kept one by one.');
  const kept = keptBytes((question) => question(tx), holder.id, holder.bytes);
  if (holder === file) return { body: kept.stream(), fileName: file.name.slice(file.name.lastIndexOf('/') + 1), bytes: file.bytes };
  const path = file.name.slice(holder.name.length + 1);
  return { body: entryOf(unpack(kept), path), fileName: path.slice(path.lastIndexOf('/') + 1) };
}

/** The bytes of one file of an archive: they flow only while the archive is being gone through. */
async function* entryOf(all: AsyncIterable<Unpacked>, path: string): AsyncGenerator<Buffer> {
  for await (const found of all) {
    if (found.path !== path || found.kind !== 'xml') continue;
    yield* found.stream;
    return;
  }
  throw notFound();
}
