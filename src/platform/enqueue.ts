import type { Tx } from './db/pool.ts';

/**
 * In whose name a job runs. `account`: a person; what they may do is read anew when the job starts, and a closed
 * account's job does not run. `organisation`: as nobody in particular of that organisation: a reader, to compute what its
 * people see, or a reporter, for what the server itself brings in and for files that were acknowledged. `nobody`: with no more rights than a stranger.
 */
export type RunsAs =
  | { kind: 'account'; accountId: number }
  | { kind: 'organisation'; organisationId: number; role?: 'reader' | 'reporter' }
  | { kind: 'nobody' };

/** What lies in the queue: never secrets, never names. */
export type JobPayload = { as: RunsAs; input: unknown; requestId: string | null };

export type EnqueueOptions = {
  /** Two calls with one key before the job starts are one job. */
  key?: string;
  /** Default: the account that asks, or nobody. */
  as?: RunsAs;
};

/** Puts a job into the queue within a transaction: it exists when, and only when, that commits. */
export async function enqueueJob(tx: Tx, task: string, payload: JobPayload, key?: string): Promise<void> {
  await tx.query('select platform_enqueue($1, $2, $3)', [task, JSON.stringify(payload), key ?? null]);
}
