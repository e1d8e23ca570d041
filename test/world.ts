import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { makeGate } from '../src/access/server/gate.ts';
import { handlers as allHandlers, tasks as allTasks } from '../src/handlers.ts';
import type { Actor } from '../src/kernel/audience.ts';
import type { Operation } from '../src/kernel/operation.ts';
import { readMigrations } from '../src/platform/db/migrate.ts';
import type { Handler } from '../src/platform/http/handle.ts';
import { RateLimit, type Limits } from '../src/platform/http/limits.ts';
import { makeServer } from '../src/platform/http/server.ts';
import type { Gate, ServerSettings } from '../src/platform/http/settings.ts';
import { runQueue, startJobs, type JobSettings, type Task } from '../src/platform/jobs.ts';
import { makeLog } from '../src/platform/log.ts';
import type { Letter } from '../src/platform/mail.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { seedCast, type CastName } from './cast.ts';

export type Answer = {
  status: number;
  headers: LightMyRequestResponse['headers'];
  /** The answer as JSON; undefined where it is none. */
  body: any; // oxlint-disable-line typescript/no-explicit-any
  text: string;
};

/** Somebody of the cast, calling the API as their browser would. */
export type Client = {
  get(path: string, query?: Record<string, unknown>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  upload(path: string, given: { fields?: Record<string, string>; files: { name: string; content: string | Uint8Array }[] }): Promise<Answer>;
  /** An operation with its input put where it belongs. */
  call(operation: Operation, input: Record<string, unknown>): Promise<Answer>;
  cookie: string | undefined;
};

export type WorldOptions = {
  handlers?: readonly Handler[];
  tasks?: readonly Task[];
  settings?: Partial<ServerSettings>;
  /** Replaces what the gate answers, such as to let everybody through. */
  gate?: (real: Gate) => Gate;
  /** Answers whether a letter is taken; without it no mail server is configured. */
  mail?: (letter: Letter) => boolean;
};

/** Limits that no test meets by chance. */
export const noLimits = (): Limits => ({ general: new RateLimit(1e6, 1000), strict: new RateLimit(1e6, 1000), subject: new RateLimit(1e6, 1000) });

/** A whole server on a database of its own, with the named cast signed in. Close it. */
export async function world(options: WorldOptions = {}) {
  const db = await freshDatabase();
  try {
    return await open(db, options);
  } catch (error) {
    await db.dispose().catch(() => {});
    throw error;
  }
}
export type World = Awaited<ReturnType<typeof world>>;

async function open(db: TestDatabase, { handlers = allHandlers, tasks = allTasks, settings, gate, mail }: WorldOptions) {
  const seeded = await seedCast(db.superuser);
  const clock = { offset: 0, now: () => new Date(Date.now() + clock.offset), advance: (ms: number) => { clock.offset += ms; } };
  const lines: string[] = [];
  const log = makeLog('debug', { write: (line: string) => { lines.push(line); } });
  const letters: Letter[] = [];
  const realGate = makeGate(db.app);
  const app = await makeServer({
    pool: db.app, handlers, gate: gate ? gate(realGate) : realGate, log, now: clock.now, address: 'http://localhost',
    mail: { configured: mail !== undefined, send: async (letter) => (mail?.(letter) ? letters.push(letter) > 0 : false) },
    uploadLimit: 50_000_000, longRequests: 6, limits: noLimits(), migrations: (await readMigrations()).length, processMetrics: false, ...settings,
  });
  await app.ready();
  const jobs: JobSettings = { tasks, pool: db.app, jobsConnection: db.jobsConnection, appConnection: db.appConnection, accounts: realGate, log, now: clock.now };
  let running: { stop(): Promise<void> } | undefined;

  return {
    db, app, clock, letters, ...seeded,
    /** What the server logged, one JSON object a line. */
    lines,
    as: (name: CastName): Client => clientOf(app, seeded.secrets[name]),
    /** Somebody with this cookie. */
    holding: (secret: string | undefined): Client => clientOf(app, secret),
    actor: (name: CastName): Actor => seeded.actors[name],
    /** Works through the queue once; nothing else runs jobs unless `startJobs` was called. */
    runJobs: () => runQueue(jobs),
    async startJobs() { running ??= await startJobs({ ...jobs, concurrency: 1 }); },
    /** Runs jobs until this batch is done, failed, cancelled or undone, and answers it. */
    async wait(batch: number, name: CastName = 'reporter') {
      for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) {
        if (!running) await runQueue(jobs);
        const { body } = await clientOf(app, seeded.secrets[name]).get(`/intake/batches/${batch}`);
        if (!['waiting', 'running'].includes(body.status)) return body;
      }
      throw new Error(`batch ${batch} did not come to an end`);
    },
    async close() {
      await running?.stop();
      await app.close();
      await db.dispose();
    },
  };
}

export type { CastName };

function clientOf(app: FastifyInstance, secret: string | undefined): Client {
  const cookie = secret && `tessera=${secret}`;
  const send = async (method: 'GET' | 'POST', url: string, payload?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const answer = await app.inject({
      method, url: `/api${url}`, ...(payload === undefined ? {} : { payload: payload as string }),
      headers: { host: 'localhost', ...(method === 'POST' ? { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' } : {}), ...(cookie ? { cookie } : {}), ...headers },
    });
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: asJson(answer.body) };
  };
  const client: Client = {
    cookie,
    get: (path, query = {}) => send('GET', path + queryOf(query)),
    post: (path, body = {}, headers) => send('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers }),
    async upload(path, { fields = {}, files }) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      for (const file of files) form.append('files', new Blob([file.content as string]), file.name);
      const encoded = new Response(form);
      return send('POST', path, Buffer.from(await encoded.arrayBuffer()), { 'content-type': encoded.headers.get('content-type')! });
    },
    call(op, input) {
      const rest = { ...input };
      const path = op.path.replace(/:(\w+)/g, (_, name: string) => {
        const value = String(rest[name]);
        delete rest[name];
        return encodeURIComponent(value);
      });
      if (op.method === 'GET') return client.get(path, rest);
      if (op.body !== 'upload') return client.post(path, rest);
      const { files = [], ...fields } = rest as { files?: { name: string; content: string }[] };
      return client.upload(path, { fields: fields as Record<string, string>, files });
    },
  };
  return client;
}

function queryOf(query: Record<string, unknown>): string {
  const q = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const v of Array.isArray(value) ? value : [value]) if (v !== undefined && v !== null) q.append(name, String(v));
  return q.size > 0 ? `?${q.toString()}` : '';
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

