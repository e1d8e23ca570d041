import { setTimeout as pause } from 'node:timers/promises';
import { Logger, parseCronItems, run, runOnce, type JobHelpers, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import { STRANGER, type Actor } from '../kernel/audience.ts';
import { writeAudit } from './audit.ts';
import type { Pool, TransactionOptions, Tx } from './db/pool.ts';
import { enqueueJob, type EnqueueOptions, type RunsAs } from './enqueue.ts';
import { newRequestId, type Log } from './log.ts';

/** What a task gets. It runs in the name of the one who asked for it, with the rights they have now. */
export type TaskCtx = {
  readonly actor: Actor;
  /** The request that asked for it, so that both can be found in the log. */
  readonly requestId: string;
  readonly log: Log;
  /** Set when the server stops: give up within seconds; the job begins anew at the next start. */
  readonly signal: AbortSignal;
  /** How a worker thread signs in to the database by itself. */
  readonly appConnection: pg.ClientConfig;
  now(): Date;
  /** One transaction with the actor's claims and purpose `job`; without a time limit for its statements. */
  transaction<T>(fn: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** One audit row; call it last in a transaction. */
  audit(tx: Tx, about: Record<string, unknown>): Promise<void>;
  /** A further job, in this transaction. */
  enqueue(tx: Tx, task: string, input: unknown, options?: EnqueueOptions): Promise<void>;
};

/** Long work under a name; slices list theirs in src/handlers.ts. */
export type Task = {
  /** `slice.what`, as operations are called. */
  name: string;
  input: z.ZodType;
  run(call: { input: unknown; ctx: TaskCtx }): Promise<void>;
  /** Minutes, hours, days …: when it runs by itself, as nobody. */
  every?: string;
};

/** A task with its input's schema. What was enqueued by an older version of this program is read by it again. */
export function task<S extends z.ZodType>(name: string, input: S, run: (call: { input: z.output<S>; ctx: TaskCtx }) => Promise<void>, options: { every?: string } = {}): Task {
  return { name, input, run: run as Task['run'], ...options };
}

/** What the job queue asks of whoever knows accounts. */
export type Accounts = {
  /** Undefined: closed, or gone. */
  actorOfAccount(accountId: number): Promise<Actor | undefined>;
  /** A member of this organisation who is no person; undefined: there is no such organisation. */
  memberOf(organisationId: number, role: 'reader' | 'reporter'): Promise<Actor | undefined>;
};

export type JobSettings = {
  tasks: readonly Task[];
  pool: Pool;
  jobsConnection: pg.ClientConfig;
  appConnection: pg.ClientConfig;
  accounts: Accounts;
  log: Log;
  now?: () => Date;
  concurrency?: number;
};

const Payload = z.object({
  as: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('account'), accountId: z.number().int() }),
    z.object({ kind: z.literal('organisation'), organisationId: z.number().int(), role: z.enum(['reader', 'reporter']).optional() }),
    z.object({ kind: z.literal('nobody') }),
  ]).default({ kind: 'nobody' }),
  input: z.unknown().optional(),
  requestId: z.string().nullable().default(null),
});

/** How long after the queue's end (the database went away) it is begun anew. */
const AGAIN_MS = 1000;
/** How often jobs are looked for that nobody works on any more. */
const ORPHANS_MS = 5000;

/** Works through the queue until stopped. When the database goes away it begins anew as soon as that is back. */
export async function startJobs(settings: JobSettings): Promise<{ stop(): Promise<void> }> {
  const { log } = settings;
  const pgPool = poolOf(settings);
  const stopping = new AbortController();
  const here = new Set<string>();
  let runner = await beginQueue(pgPool, settings, here);
  const looking = setInterval(() => void releaseOrphans(pgPool, here).catch(() => {}), ORPHANS_MS).unref();   // the next time, then
  const life = (async () => {
    for (;;) {
      await runner.promise.catch(() => {});   // why, its last lines say
      if (!stopping.signal.aborted) log.warn('the job queue ended; it begins anew when its database is there');
      for (let begun = false; !begun; ) {
        if (stopping.signal.aborted) return;
        await pause(AGAIN_MS, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
        if (stopping.signal.aborted) return;
        begun = await beginQueue(pgPool, settings, here).then((r) => ((runner = r), true), () => false);   // the database is not back yet
      }
    }
  })();
  return {
    async stop() {
      stopping.abort();
      clearInterval(looking);
      const ended = runner.stop().catch(() => {}).then(() => life);
      await Promise.race([ended, pause(15_000, undefined, { ref: false })]);
      await pgPool.end();
    },
  };
}

async function beginQueue(pgPool: pg.Pool, settings: JobSettings, here: Set<string>): Promise<Runner> {
  await releaseOrphans(pgPool, here);
  const cron = parseCronItems(settings.tasks.flatMap((t) => (t.every === undefined ? [] : [{ task: t.name, match: t.every, options: { backfillPeriod: 0 } }])));
  const runner = await run({
    pgPool, taskList: taskList(settings, here), parsedCronItems: cron, concurrency: settings.concurrency ?? 2,
    noHandleSignals: true, pollInterval: 2000, logger: quietLogger(settings.log), gracefulShutdownAbortTimeout: 500,
    // In batches of one: else the queue writes down how a job ended without looking whether that came about, and a
    // database that is away in this moment would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  runner.promise.catch(() => {});   // told by startJobs
  return runner;
}

/** Works until the queue is empty (tests, and commands that run without a server). */
export async function runQueue(settings: JobSettings): Promise<void> {
  const pgPool = poolOf(settings);
  const here = new Set<string>();
  try {
    await releaseOrphans(pgPool, here);
    await runOnce({ pgPool, taskList: taskList(settings, here), noHandleSignals: true, logger: quietLogger(settings.log) });
  } finally {
    await pgPool.end();
  }
}

const ALIVE = 'tessera jobs';

function poolOf({ jobsConnection, concurrency = 2, log }: JobSettings): pg.Pool {
  const pool = new pg.Pool({ ...jobsConnection, max: concurrency + 3, application_name: ALIVE, idleTimeoutMillis: 0 });
  // A pool that ends does not wait for its connections to be gone; that the server ends them first is no news then.
  pool.on('error', (error) => { if (!pool.ending) log.warn({ err: error }, 'a connection of the job queue broke'); });
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * A job whose process was killed stays locked, for hours by default; so does one that the queue gave out while the
 * database died, before anybody heard of it. What was locked before the oldest process that is now connected came to life
 * can't be in anybody's hands (what is under way `here` was seen to be): it is given back, so that it begins anew at once.
 */
async function releaseOrphans(pgPool: pg.Pool, here: ReadonlySet<string>): Promise<void> {
  await pgPool.query(`
    update graphile_worker._private_jobs set locked_at = null, locked_by = null
    where locked_by is not null and id <> all ($2::bigint[]) and job_queue_id is null
      and locked_at < (select min(backend_start) from pg_stat_activity where application_name = $1 and datname = current_database())`, [ALIVE, [...here]]);
}

function taskList(settings: JobSettings, here: Set<string>): TaskList {
  return Object.fromEntries(settings.tasks.map((t) => [t.name, async (payload: unknown, helpers: JobHelpers) => {
    here.add(String(helpers.job.id));
    try {
      await perform(t, payload, helpers, settings);
    } finally {
      here.delete(String(helpers.job.id));
    }
  }]));
}

async function perform(t: Task, payload: unknown, helpers: JobHelpers, settings: JobSettings): Promise<void> {
  const { pool, accounts, now = () => new Date() } = settings;
  const { as, input, requestId } = Payload.parse(payload);
  const id = requestId ?? newRequestId();
  const log = settings.log.child({ task: t.name, job: helpers.job.id, requestId: id });
  const actor = await actorOf(as, accounts);
  if (!actor) {
    log.warn('not run: the account that asked for it is closed');
    return;
  }
  const started = performance.now();
  const ctx: TaskCtx = {
    actor, requestId: id, log, now, signal: helpers.abortSignal, appConnection: settings.appConnection,
    transaction: (fn, options) => pool.transaction(actor, fn, { purpose: 'job', timeoutMs: 0, ...options }),
    audit: (tx, about) => writeAudit(tx, { operation: t.name, about, requestId: id }),
    enqueue: (tx, name, next, options = {}) => enqueueJob(tx, name, { as: options.as ?? as, input: next, requestId: id }, options.key),
  };
  try {
    await t.run({ input: t.input.parse(input), ctx });
    log.info({ ms: Math.round(performance.now() - started) }, 'done');
  } catch (error) {
    log.error({ err: error, attempt: helpers.job.attempts, of: helpers.job.max_attempts }, 'a job failed');
    throw error;
  }
}

async function actorOf(as: RunsAs, accounts: Accounts): Promise<Actor | undefined> {
  switch (as.kind) {
    case 'account': return accounts.actorOfAccount(as.accountId);
    case 'organisation': return accounts.memberOf(as.organisationId, as.role ?? 'reader');
    case 'nobody': return STRANGER;
  }
}

/** The queue's own lines repeat ours; only its warnings and errors are worth keeping. */
function quietLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log[level === 'error' ? 'error' : 'warn']({ from: 'job queue' }, message);
  });
}
