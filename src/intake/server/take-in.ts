import { AudienceChoice, type Actor } from '../../kernel/audience.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Queryable } from '../../platform/db/rows.ts';
import { keepFile, type KeptFile } from './kept-file.ts';
import { addBatch } from './store.ts';

export type Brought = { name: string; bytes: AsyncIterable<Buffer | Uint8Array> };

/**
 * Keeps the files of one batch as they stream in. When the transaction commits they are acknowledged: whatever happens
 * to this process, they will be read. What cannot be read at all is refused before anything is promised.
 */
export async function takeInFiles(tx: Queryable, actor: Actor, files: AsyncIterable<Brought> | Iterable<Brought>, choice: AudienceChoice, illustrative = false): Promise<{ batchId: number; files: KeptFile[] }> {
  if (choice.circleId !== null && !actor.circleIds.includes(choice.circleId)) throw new Problem('access.denied', 'Your organisation does not belong to that circle.');
  const batchId = await addBatch(tx, actor.organisationId!, choice, actor.accountId, illustrative);
  const kept: KeptFile[] = [];
  for await (const file of files) kept.push(await keepFile(tx, batchId, nameOf(file.name), file.bytes));
  if (kept.length === 0) throw new Problem('input.invalid', 'Bring at least one file.', { fields: [{ field: 'files', reason: 'missing', message: 'no file was sent' }] });
  const strange = kept.flatMap((f) => (f.recognised.kind === 'other' ? [{ name: f.name, looksLike: f.recognised.looksLike }] : []));
  if (strange.length === kept.length) {
    throw new Problem('intake.not-recognised', `Nothing here can be read: ${strange.map((f) => `${f.name} looks like ${f.looksLike.replaceAll('-', ' ')}`).join('; ')}.`, { files: strange });
  }
  return { batchId, files: kept };
}

const nameOf = (given: string) => given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1).normalize('NFC').slice(0, 300) || 'unnamed';
