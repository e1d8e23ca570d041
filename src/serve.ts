import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeGate } from './access/server/gate.ts';
import { firstAdministratorLink } from './access/server/links.ts';
import { linkAddress } from './access/domain/link.ts';
import { buildWeb, WEB } from './build-web.ts';
import { firstStart } from './first-start.ts';
import { handlers, tasks } from './handlers.ts';
import { STRANGER } from './kernel/audience.ts';
import { hasInstitutions } from './organisations/server/store.ts';
import { ConfigError, type Config } from './platform/config.ts';
import { openDatabase, type Database } from './platform/db/open.ts';
import { makeServer } from './platform/http/server.ts';
import { startJobs } from './platform/jobs.ts';
import { makeLog, type Log } from './platform/log.ts';
import { makeMailer } from './platform/mail.ts';
import { stopOnSignals } from './platform/signals.ts';

/** How long an end without a database may take. */
const END_PATIENCE_MS = 20_000;

export type ServeOptions = {
  /** Begin without the demonstration. */
  empty: boolean;
};

/** A running product. */
export type Serving = { address: string; link: string | undefined; close: () => Promise<void> };

/**
 * Starts everything: the database and its schema, beside it the pages where their sources have changed; then the first
 * start's data, jobs and HTTP. Whatever fails takes down what was started before it; what is known to fail (the port is
 * taken) fails first. `onLost` is told when the database ended and could not be started again.
 */
async function start(config: Config, { empty }: ServeOptions, say: (line: string) => void, onLost: (error: Error) => void): Promise<Serving> {
  const log = makeLog(config.logLevel);
  await tryPort(config);
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end().catch((error: unknown) => log.error({ err: error }, 'closing failed'));
  };
  try {
    const pages = buildWeb(say);
    pages.catch(() => {});   // awaited below, after the database that starts at the same time
    const database = await openDatabase(config, { as: 'serve', onSlow: (sql, ms) => log.warn({ sql, ms }, 'a slow query'), log: (what) => log.info(what), onLost });
    closing.push(() => database.close());
    await prepare(database, empty, log);
    await pages;

    const gate = makeGate(database.app);
    const address = config.publicUrl ?? `http://${/^(0\.0\.0\.0|::)$/.test(config.host) ? 'localhost' : config.host}:${config.port}`;
    const app = await makeServer({
      pool: database.app, handlers, gate, log, address, webDirectory: WEB,
      mail: makeMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, log }),
      uploadLimit: config.uploadLimitBytes, longRequests: Math.max(1, Math.floor(config.databaseConnections / 2)), migrations: database.migrated.schema,
    });
    const jobs = await startJobs({ tasks, pool: database.app, jobsConnection: database.jobsConnection, appConnection: database.appConnection, accounts: gate, log });
    closing.push(() => jobs.stop());
    closing.push(() => app.close());
    await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => { throw portTaken(error, config); });

    const secret = await firstAdministratorLink(database.app, new Date());
    return { address, link: secret && linkAddress(address, secret), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What an empty database begins with, once. */
async function prepare({ app }: Database, empty: boolean, log: Log): Promise<void> {
  if (empty || (await app.transaction(STRANGER, hasInstitutions))) return;
  for (const { name, run } of firstStart) {
    await app.transaction(STRANGER, run, { timeoutMs: 0 });
    log.info({ what: name }, 'first start');
  }
}

/** Listens for a moment and lets go. Who comes in between is met at the end of the start, with the same words. */
async function tryPort(config: Config): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen({ host: config.host, port: config.port }), 'listening');
  } catch (error) {
    throw portTaken(error, config);
  } finally {
    probe.close();
  }
}

function portTaken(error: unknown, config: Config): unknown {
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE') return new ConfigError(`Port ${config.port} is taken. Choose another, such as PORT=${config.port + 1}, or stop what listens there.`);
  if (code === 'EACCES') return new ConfigError(`This user may not listen on port ${config.port}. Choose one above 1023, and let a proxy forward to it.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new ConfigError(`HOST ${config.host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.`);
  return error;
}

/** Serves until it is told to stop, also while it starts. Fails when its database is lost: then it has ended all else. */
export async function serve(config: Config, options: ServeOptions): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  let starting!: Promise<Serving>;
  const lost = new Promise<never>((_, reject) => { starting = start(config, options, say, reject); });
  lost.catch(() => {});   // awaited below
  stopOnSignals(() => starting.then((serving) => serving.close(), () => {}));
  const serving = await starting;
  say(`\nTessera is at ${serving.address}`);
  if (serving.link) {
    say(`\nNobody administers it yet. Open this link to begin; it works once, and each start makes a new one:\n${serving.link}`);
  }
  await lost.catch(async (error: Error) => {
    setTimeout(() => process.exit(1), END_PATIENCE_MS).unref();
    await Promise.race([serving.close(), pause(END_PATIENCE_MS / 2, undefined, { ref: false })]);
    throw new Error(`The database server ended and could not be started again: ${error.message}\nWhat was acknowledged is on disk. Look at ${path.join(config.dataDirectory, 'postgres', 'start.log')}, mend that, and start again.`, { cause: error });
  });
}
