import { existsSync } from 'node:fs';
import { chmod, mkdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { canReach, databaseAccount, runsAsRoot, type SystemAccount } from './account.ts';
import { unpackBinaries, type Binaries } from './binaries.ts';
import { ClusterError, initialise, start, stop, SUPERUSER, type Cluster } from './cluster.ts';
import { postmasterOf, processesOf, type Postmaster } from './postmaster.ts';
import type { Secrets } from './secrets.ts';

/** Advisory locks in the database `postgres`: they end with the process that holds them, however it ends. */
const LOCK = { serve: 7_355_608_101, presence: 7_355_608_102 } as const;

/** Another `serve` holds this data directory. */
export class AlreadyServed extends Error {
  override name = 'AlreadyServed';
  constructor(readonly pid: number, dataDirectory: string) {
    super(`Process ${pid} already serves ${dataDirectory}. Use that one, stop it with "kill ${pid}", or give this one a folder of its own with --data or TESSERA_DATA.`);
  }
}

export type ServerOptions = {
  dataDirectory: string;
  secrets: Secrets;
  /** `serve` is one a data directory; any number of guests (commands) attach to it, or start the server when it is not there. */
  as: 'serve' | 'guest';
  /** Tests: no fsync, and programs that are unpacked elsewhere. */
  durable?: boolean;
  binaries?: Binaries;
  log?: (message: string) => void;
};

export type EmbeddedServer = {
  connection: pg.ClientConfig & { host: string };
  pid: number;
  /** `started` by this process, or `attached` to one that another process started (also one whose starter died). */
  how: 'started' | 'attached';
  close(): Promise<void>;
};

/**
 * The embedded server of a data directory. Whoever comes first starts it; whoever leaves last stops it, so a command
 * that still works when `serve` ends finishes its work. A server whose starter was killed is taken over as it is.
 */
export async function openServer(options: ServerOptions): Promise<EmbeddedServer> {
  const cluster = await prepare(options);
  for (let attempt = 1; ; attempt++) {
    try {
      const server = await enter(cluster, options);
      if (server) return server;
    } catch (error) {
      if (attempt >= 8 || !(error instanceof ClusterError)) throw error;
    }
    if (attempt >= 200) throw new ClusterError(`The database server of ${options.dataDirectory} neither answers nor ends. See ${path.dirname(cluster.data)}/start.log`);
    await pause(100);
  }
}

async function prepare({ dataDirectory, secrets, durable = true, binaries }: ServerOptions): Promise<Cluster> {
  const base = await placeOf(dataDirectory, secrets.cluster);
  const installed = binaries ?? (await unpackBinaries(base));
  const data = path.join(base, String(installed.major));
  const account = await accountOf(data);
  const cluster: Cluster = { binaries: installed, account, data, socket: socketFolder(secrets.cluster), durable };
  await initialise(cluster, secrets.superuser);
  return cluster;
}

/** `<data directory>/postgres`; for root with a data directory that the database's user can't reach: below /var/lib. */
async function placeOf(dataDirectory: string, id: string): Promise<string> {
  const inside = path.join(dataDirectory, 'postgres');
  const outside = `/var/lib/tessera-${id}`;
  const base = existsSync(outside) ? outside : !runsAsRoot() || canReach(databaseAccount(), dataDirectory) ? inside : outside;
  await mkdir(base, { recursive: true });
  await chmod(base, 0o755);
  return base;
}

/** What exists keeps its user, also when this machine has other users (a restored folder, a new container). */
async function accountOf(data: string): Promise<SystemAccount> {
  if (!runsAsRoot()) return undefined;
  const found = await stat(data).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : databaseAccount();
}

/** A unix socket's path may have 107 bytes, so it lies in the temporary folder and not in the data directory. */
function socketFolder(id: string): string {
  const folder = path.join(os.tmpdir(), `tessera-${id}`);
  return folder.length <= 80 ? folder : `/tmp/tessera-${id}`;
}

/** One try to get in; undefined: the server is just stopping or starting, ask again. */
async function enter(cluster: Cluster, options: ServerOptions): Promise<EmbeddedServer | undefined> {
  const { secrets, as, dataDirectory, log } = options;
  let how: EmbeddedServer['how'] = 'attached';
  let postmaster: Postmaster | undefined = await postmasterOf(cluster.data);
  if (!postmaster) {
    await clearRemains(cluster.data);
    postmaster = await start(cluster);
    how = 'started';
  }
  if (!postmaster.ready) return undefined;
  const connection = { host: postmaster.socket, port: 5432 };
  const session = new pg.Client({ ...connection, user: SUPERUSER, password: secrets.superuser, database: 'postgres', application_name: `tessera ${as} ${process.pid}`, connectionTimeoutMillis: 10_000 });
  session.on('error', () => {});   // the server went: the next question to it says so
  try {
    await session.connect();
    if (!(await tryLock(session, 'pg_try_advisory_lock_shared', LOCK.presence))) {
      await session.end();
      return undefined;
    }
    if (as === 'serve' && !(await tryLock(session, 'pg_try_advisory_lock', LOCK.serve))) {
      const holder = await pidOfServe(session);
      await session.end();
      throw new AlreadyServed(holder, dataDirectory);
    }
  } catch (error) {
    if (error instanceof AlreadyServed) throw error;
    await session.end().catch(() => {});
    if (comesAndGoes(error)) return undefined;
    throw error;
  }
  log?.(`database server ${how}, process ${postmaster.pid}`);
  const { pid } = postmaster;
  let closing: Promise<void> | undefined;
  return { connection, pid, how, close: () => (closing ??= leave(cluster, session, pid)) };
}

async function leave(cluster: Cluster, session: pg.Client, pid: number): Promise<void> {
  let last = true;
  try {
    await session.query('select pg_advisory_unlock_all()');
    last = await tryLock(session, 'pg_try_advisory_lock', LOCK.presence);
  } catch {
    last = false;   // the server is gone already, or another process is just stopping it
  }
  if (last) {
    await stop(cluster.data, pid);
    await rm(cluster.socket, { recursive: true, force: true });
  }
  await session.end().catch(() => {});
}

const tryLock = async (session: pg.Client, lock: string, key: number) =>
  (await session.query<{ got: boolean }>(`select ${lock}($1) as got`, [key])).rows[0]!.got;

async function pidOfServe(session: pg.Client): Promise<number> {
  const { rows } = await session.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and a.application_name like 'tessera serve %' and a.pid <> pg_backend_pid()`);
  return Number(rows[0]?.name.split(' ').at(-1) ?? 0);
}

/** Starting up, shutting down, just ended: not errors, only the wrong moment. */
const comesAndGoes = (error: unknown) =>
  ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'].includes((error as { code?: string }).code ?? '')
  || /terminated unexpectedly/.test((error as Error).message);

/**
 * Before a start: processes of a server whose head was killed end on their own within moments; those that don't are
 * ended, for two servers on one cluster would destroy it. Then a lock file that names a stranger is only a leftover.
 */
async function clearRemains(data: string): Promise<void> {
  for (const [signal, seconds] of [[undefined, 5], ['SIGQUIT', 10], ['SIGKILL', 5]] as const) {
    for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await pause(50)) {
      const left = await processesOf(data);
      if (left.length === 0) {
        await rm(path.join(data, 'postmaster.pid'), { force: true });
        return;
      }
      if (await postmasterOf(data)) return;   // another process starts it in this moment
      if (signal) for (const pid of left) { try { process.kill(pid, signal); } catch { /* it ended */ } }
    }
  }
}
