import type { z } from 'zod';
import { makeGate } from '../access/server/gate.ts';
import { handlers, tasks } from '../handlers.ts';
import type { Actor } from '../kernel/audience.ts';
import type { Operation } from '../kernel/operation.ts';
import { Problem } from '../kernel/problem.ts';
import type { Config } from '../platform/config.ts';
import { openDatabase, type Database } from '../platform/db/open.ts';
import { Call } from '../platform/http/call.ts';
import type { Handler, Upload } from '../platform/http/handle.ts';
import { parseInput } from '../platform/http/input.ts';
import { usualLimits } from '../platform/http/limits.ts';
import { jsonOf, produced } from '../platform/http/output.ts';
import type { ServerSettings } from '../platform/http/settings.ts';
import { startJobs } from '../platform/jobs.ts';
import { makeLog, newRequestId, type Log } from '../platform/log.ts';
import { makeMailer } from '../platform/mail.ts';
import { administratorOf } from './owner.ts';
import type { Runner } from './world.ts';

const NO_FILES: AsyncIterable<Upload> = { async *[Symbol.asyncIterator]() {} };

/**
 * Operations run in this process, on the data directory's database: joined where a server runs, started for the command
 * where none does. Input, permission, transaction, audit and output are those of the HTTP server; only the wire is left out.
 */
export async function openLocalRunner(config: Config): Promise<Runner> {
  const database = await openDatabase(config, { as: 'guest' });
  try {
    return await runnerOn(database, config);
  } catch (error) {
    await database.close();
    throw error;
  }
}

type Opened = Pick<Database, 'app' | 'appConnection' | 'jobsConnection' | 'close'>;

/** A runner on an open database, in the name of its administrator; closing the runner closes the database. */
export async function runnerOn(database: Opened, config: Config): Promise<Runner> {
  const log = makeLog(config.logLevel === 'info' ? 'error' : config.logLevel);
  const gate = makeGate(database.app);
  const actor = await gate.actorOfAccount(await administratorOf(database.app, new Date()));
  if (!actor) throw new Error('The administrator’s account was closed in this moment. Try again.');
  return new LocalRunner(database, actor, settingsOf(config, database, gate, log), log);
}

function settingsOf(config: Config, database: Opened, gate: ServerSettings['gate'], log: Log): ServerSettings {
  return {
    pool: database.app, handlers, gate, log,
    mail: makeMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, log }),
    address: config.publicUrl ?? `http://${config.host}:${config.port}`,
    uploadLimit: Infinity, longRequests: 1, migrations: 0,
  };
}

class LocalRunner implements Runner {
  #jobs: Promise<{ stop(): Promise<void> }> | undefined;
  #byId = new Map(handlers.map((h) => [h.operation.id, h]));
  #subjects = usualLimits().subject;

  constructor(
    private readonly database: Opened,
    private readonly actor: Actor,
    private readonly settings: ServerSettings,
    private readonly log: Log,
  ) {}

  async run<I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>, input: z.input<I>, files: AsyncIterable<Upload> = NO_FILES): Promise<z.output<O>> {
    const json = await this.#call(operation, input as Record<string, unknown>, files, async (answer) => jsonOf(operation, answer));
    return operation.output.parse(JSON.parse(json)) as z.output<O>;
  }

  async produce(operation: Operation, input: Record<string, unknown>, write: (piece: string | Uint8Array) => Promise<void>): Promise<string> {
    return this.#call(operation, input, NO_FILES, async (answer) => {
      const file = produced(operation, answer);
      for await (const piece of file.body) await write(piece);
      return file.fileName;
    });
  }

  async #call<T>(operation: Operation, raw: Record<string, unknown>, files: AsyncIterable<Upload>, done: (answer: unknown) => Promise<T>): Promise<T> {
    const handler = this.#handler(operation);
    if (!this.settings.gate.permits(this.actor, operation.permission)) throw new Problem('access.denied', 'The role of this account does not allow that.');
    const input = parseInput(operation, Object.fromEntries(Object.entries(raw).filter(([, v]) => v !== undefined)));
    const call = new Call(handler, this.settings, this.actor, newRequestId(), undefined, this.#subjects);
    const result = await this.database.app.transaction(this.actor, async (tx) => {
      const finished = await done(await handler.run({ input, ctx: call.ctx(tx, files) }));
      if (call.writes) await call.audit(tx);
      return finished;
    }, { ...(handler.options.purpose && { purpose: handler.options.purpose }), ...(!call.writes && { readOnly: true, isolation: 'repeatable read' }), timeoutMs: 0 });
    await call.enqueueLate();
    return result;
  }

  #handler(operation: Operation): Handler {
    const handler = this.#byId.get(operation.id);
    if (!handler) throw new Error(`This program can't do ${operation.id} yet.`);
    return handler;
  }

  async workOnJobs(): Promise<void> {
    const { app, appConnection, jobsConnection } = this.database;
    this.#jobs ??= startJobs({ tasks, pool: app, jobsConnection, appConnection, accounts: makeGate(app), log: this.log, concurrency: 1 });
    await this.#jobs;
  }

  async close(): Promise<void> {
    await (await this.#jobs?.catch(() => undefined))?.stop();
    await this.database.close();
  }
}
