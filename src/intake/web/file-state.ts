import type { Batch, IntakeFile } from '../domain/model.ts';

/** How far one file of an import is, or what it was recognised as. */
export type FileState = { kind: 'waiting' | 'read' | 'not-taken' } | { kind: 'reading'; read: number; of: number } | { kind: 'recognised'; as: IntakeFile['recognised'] };

/**
 * While an import runs the server counts the bytes of all files together, one file after the other in their order: from
 * that and their sizes each file's own progress follows. "Not recognised" is said of what was read and not understood,
 * never of what has not been looked at.
 */
export function fileState(batch: Batch, file: IntakeFile): FileState {
  if (batch.status === 'waiting') return { kind: 'waiting' };
  if (batch.status === 'running') {
    const brought = batch.files.filter((f) => f.entryOf === null);
    if (batch.progress.phase !== 'reading') return batch.progress.phase === 'waiting' ? { kind: 'waiting' } : { kind: 'read' };
    const own = file.entryOf === null ? file : brought.find((f) => f.id === file.entryOf);
    if (own === undefined) return { kind: 'waiting' };
    const before = brought.slice(0, brought.indexOf(own)).reduce((sum, f) => sum + f.bytes, 0);
    const read = batch.progress.bytesRead - before;
    if (read >= own.bytes) return { kind: 'read' };
    return read > 0 || (before === 0 && batch.progress.bytesRead === 0) ? { kind: 'reading', read: Math.max(0, read), of: own.bytes } : { kind: 'waiting' };
  }
  if ((batch.status === 'cancelled' || batch.status === 'failed') && file.counts === null && file.recognised === 'unknown') return { kind: 'not-taken' };
  return { kind: 'recognised', as: file.recognised };
}
