import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { threadFile } from '../../platform/compiled.ts';
import { task, type Task, type TaskCtx } from '../../platform/jobs.ts';
import type { ReportedActivity } from '../../activities/domain/reported.ts';
import type { Appliers } from '../domain/applier.ts';
import { readBatch, type Progress } from './read-batch.ts';
import { batchOf, endBatch, filesOf, setProgress, startBatch, type BatchRow } from './store.ts';
import type { ThreadData, ThreadMessage } from './thread-messages.ts';

export const READ_BATCH = 'intake.read-batch';

export type ReadingSettings = {
  /** Who applies what was read. */
  appliers: Appliers<ReportedActivity>;
  /** The module that runs as the reading thread, with the same appliers: a thread can be given no functions. */
  thread: `${string}-thread`;
  /** After how many days contact persons are erased; asked when a batch is read. */
  retentionDays(): number;
};

/** Up to here a batch is read by the server itself, in pieces of some 30 ms: starting a thread takes longer than that. */
const SMALL_BYTES = 300_000;
/** What packed files may grow by. */
const PACKED = 25;

/**
 * Reads a batch: small ones here, others in a thread of its own. Begins anew from the kept files when the process that
 * read it died.
 */
export const readingTask = (settings: ReadingSettings): Task =>
  task(READ_BATCH, z.object({ batchId: z.number().int() }), async ({ input: { batchId }, ctx }) => {
    const batch = await ctx.transaction((tx) => batchOf(tx, batchId));
    if (!batch || (batch.status !== 'waiting' && batch.status !== 'running')) return;
    const started = await ctx.transaction((tx) => startBatch(tx, batchId));
    if (!started) return;
    if (started.cancelAsked) return end(ctx, batchId, 'cancelled', null);
    const files = await ctx.transaction((tx) => filesOf(tx, [batchId]));
    const weight = files.reduce((sum, f) => sum + f.bytes * (f.recognised === 'unknown' && /\.xml$/i.test(f.name) ? 1 : PACKED), 0);
    const outcome = weight <= SMALL_BYTES ? await readHere(ctx, batch, settings) : await readInThread(ctx, batchId, settings);
    switch (outcome.kind) {
      case 'done':
        return ctx.log.info({ batch: batchId, records: outcome.counts.records }, 'batch read');
      case 'cancelled':
        return end(ctx, batchId, 'cancelled', null);
      case 'interrupted':
        throw new Error(`reading batch ${batchId} was interrupted: ${outcome.why}`);   // the queue begins it anew
      case 'failed':
        ctx.log.error({ batch: batchId, err: { message: outcome.message, stack: outcome.stack } }, 'reading a batch failed');
        return end(ctx, batchId, 'failed', outcome.code);
    }
  });

type Outcome =
  | Extract<ThreadMessage, { kind: 'done' }>
  | { kind: 'cancelled' }
  | { kind: 'interrupted'; why: string }
  | { kind: 'failed'; code: string; message: string; stack: string };

const end = (ctx: TaskCtx, batchId: number, status: 'failed' | 'cancelled', failure: string | null): Promise<void> =>
  ctx.transaction(async (tx) => {
    await endBatch(tx, batchId, status, failure);
    await ctx.audit(tx, { batchId, status });
  });

/** The database went or was stopped: nothing is wrong with the files. Classes 08, 57 and 53 of SQLSTATE, and broken sockets. */
const passing = (code: string | null, message: string) =>
  (code !== null && /^(08|57P|53|40001|40P01|ECONN|EPIPE|ENOENT)/.test(code)) || /Connection terminated|Client was closed/i.test(message);

function failure({ message, stack, code }: { message: string; stack?: string | undefined; code?: string | null | undefined }): Outcome {
  return passing(code ?? null, message) ? { kind: 'interrupted', why: message } : { kind: 'failed', code: 'platform.failed', message, stack: stack ?? message };
}

/** What "in the future" is measured by, and until when contact persons may be kept. */
function days(ctx: TaskCtx, settings: ReadingSettings): { today: string; retainUntil: string } {
  const now = ctx.now();
  return { today: now.toISOString().slice(0, 10), retainUntil: new Date(now.getTime() + settings.retentionDays() * 86_400_000).toISOString().slice(0, 10) };
}

async function readHere(ctx: TaskCtx, batch: BatchRow, settings: ReadingSettings): Promise<Outcome> {
  try {
    return { kind: 'done', counts: await readBatch({ transaction: (fn, options) => ctx.transaction(fn, options), batch, appliers: settings.appliers, ...days(ctx, settings), audit: (tx, about) => ctx.audit(tx, about), report: () => {} }) };
  } catch (error) {
    return failure(error as Error);
  }
}

/** Memory for the thread: one portion and one record at a time; a record of the largest size still fits. */
const limits = { maxYoungGenerationSizeMb: 36, maxOldGenerationSizeMb: 512 };

async function readInThread(ctx: TaskCtx, batchId: number, settings: ReadingSettings): Promise<Outcome> {
  const data: ThreadData = { connection: ctx.appConnection, actor: ctx.actor, operation: READ_BATCH, requestId: ctx.requestId, batchId, ...days(ctx, settings) };
  const thread = new Worker(await threadFile(settings.thread), { workerData: data, execArgv: [], resourceLimits: limits });
  let progress: Progress | null = null;
  const said = new Promise<Outcome>((resolve) => {
    thread.on('message', (m: ThreadMessage) => {
      if (m.kind === 'progress') progress = m.progress;
      else if (m.kind === 'done') resolve(m);
      else resolve(failure(m));
    });
    thread.on('error', (e: Error & { code?: string }) => resolve(
      { kind: 'failed', code: e.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'intake.record-too-large' : 'platform.failed', message: e.message, stack: e.stack ?? e.message }));
    thread.on('exit', () => resolve({ kind: 'interrupted', why: 'the thread ended' }));
  });
  const over = new AbortController();
  const stopped = watch(ctx, batchId, () => progress, over.signal);
  try {
    return await Promise.race([said, stopped]);
  } finally {
    over.abort();
    // Its connections close with it; the server sees that within 300 ms even inside a statement, and rolls back.
    await thread.terminate();
    await stopped.catch(() => {});
  }
}

/** Writes progress twice a second and looks whether somebody asked to stop; both by connections that the import does not hold. */
async function watch(ctx: TaskCtx, batchId: number, progress: () => Progress | null, over: AbortSignal): Promise<Outcome> {
  for (;;) {
    await pause(400, undefined, { signal: AbortSignal.any([over, ctx.signal]) }).catch(() => {});
    if (over.aborted) return { kind: 'interrupted', why: 'over' };
    if (ctx.signal.aborted) return { kind: 'interrupted', why: 'the server stops' };
    const p = progress();
    if (await ctx.transaction((tx) => setProgress(tx, batchId, p ?? { phase: 'reading', bytesRead: 0, bytesTotal: 0, records: 0, problems: 0 }))) return { kind: 'cancelled' };
  }
}
