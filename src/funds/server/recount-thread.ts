import { parentPort, workerData } from 'node:worker_threads';
import type pg from 'pg';
import { Actor } from '../../kernel/audience.ts';
import { makePool } from '../../platform/db/pool.ts';
import { recountScope, recounting, type Recounted } from './recount.ts';

/** What a counting thread is given when it starts, and what it says. */
export type ThreadData = { connection: pg.ClientConfig; actor: Actor };
export type ThreadMessage = { kind: 'done'; done: Recounted } | { kind: 'failed'; message: string; stack: string };

/** Counts beside the server, which answers requests meanwhile: signs in to the database by itself, in the name of whose scope it is. */
export async function runRecountThread(): Promise<void> {
  const { connection, actor } = workerData as ThreadData;
  const say = (message: ThreadMessage) => parentPort!.postMessage(message);
  const pool = makePool({ connection, max: 1, timeoutMs: 0, applicationName: 'tessera recount' });
  try {
    say({ kind: 'done', done: await pool.transaction(Actor.parse(actor), recountScope, recounting) });
  } catch (error) {
    const { message, stack } = error as Error;
    say({ kind: 'failed', message, stack: stack ?? message });
  } finally {
    await pool.end().catch(() => {});
  }
}
