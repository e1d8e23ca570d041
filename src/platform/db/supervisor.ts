import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { unpackBinaries, type Binaries } from './binaries.ts';
import { ClusterError, initialise, start, stop, SUPERUSER, type Cluster } from './cluster.ts';
import { accountOf, placeOf, socketFolder } from './place.ts';
import { postmasterOf, processesOf } from './postmaster.ts';
import { enterPresence, Occupied, type Presence, type Visitor } from './presence.ts';
import type { Secrets } from './secrets.ts';

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
  /** `serve` is one a data directory; any number of guests (commands) come beside it, or start the server when it is not there. */
  as: Visitor;
  /** Tests: programs that are unpacked elsewhere, no fsync. */
  binaries?: Binaries;
  durable?: boolean;
  /** How long a server that does not answer is waited for before it is ended. */
  patienceMs?: number;
  log?: (message: string) => void;
  /** `serve` lost its server and could not get it back: the process should end. */
  onLost?: (error: Error) => void;
};

export type EmbeddedServer = {
  connection: pg.ClientConfig & { host: string };
  /** Of the server that runs now. */
  readonly pid: number;
  /** `started` by this process, or `attached` to one that another process started (also one whose starter died). */
  how: 'started' | 'attached';
  close(): Promise<void>;
};

type Entered = { how: EmbeddedServer['how']; pid: number; host: string; presence: Presence };

/**
 * The embedded server of a data directory. Whoever comes first starts it; whoever leaves last stops it, so a command
 * that still works when `serve` ends finishes its work. A server whose starter was killed is taken over as it is; one
 * that does not answer is ended first. When the server dies under `serve`, it is started again.
 */
export async function openServer(options: ServerOptions): Promise<EmbeddedServer> {
  const cluster = await prepare(options);
  let now = await enter(cluster, options);
  let closing: Promise<void> | undefined;
  const watch = () => now.presence.onLost(() => {
    if (closing || options.as !== 'serve') return;
    options.log?.('the database server went away; starting it again');
    const again = enter(cluster, options).then(
      async (entered) => {
        if (closing) return leave(cluster, entered);   // closed meanwhile: what came back must go
        now = entered;
        watch();
      },
      (error: Error) => { if (!closing) options.onLost?.(error); });
    recovering = again;
  });
  let recovering: Promise<void> | undefined;
  watch();
  return {
    connection: { host: now.host, port: 5432 },
    how: now.how,
    get pid() { return now.pid; },
    close: () => (closing ??= (async () => {
      await recovering;
      await leave(cluster, now);
    })()),
  };
}

async function prepare({ dataDirectory, secrets, durable = true, binaries }: ServerOptions): Promise<Cluster> {
  const base = await placeOf(dataDirectory, secrets.cluster);
  const installed = binaries ?? (await unpackBinaries(base));
  const data = path.join(base, String(installed.major));
  const cluster: Cluster = { binaries: installed, account: await accountOf(data), data, socket: socketFolder(secrets.cluster), durable };
  await initialise(cluster, secrets.superuser);
  return cluster;
}

/** Gets in, with patience for the moments in which another process starts or stops the server. */
async function enter(cluster: Cluster, options: ServerOptions): Promise<Entered> {
  let failure: unknown;
  for (let failures = 0, deadline = Date.now() + (options.patienceMs ?? 60_000); Date.now() < deadline && failures < 5; await pause(100)) {
    try {
      const entered = await tryToEnter(cluster, options);
      if (entered) return entered;
    } catch (error) {
      if (error instanceof Occupied) throw new AlreadyServed(error.pid, options.dataDirectory);
      if (!(error instanceof ClusterError)) throw error;
      failure = error;   // perhaps two started at once: then the other one's server answers next time
      failures++;
    }
  }
  if (failure) throw failure as Error;
  await endUnanswering(cluster, options.patienceMs);
  const entered = await tryToEnter(cluster, options);
  if (!entered) throw new ClusterError(`The database server of ${options.dataDirectory} neither answers nor ends. See ${path.dirname(cluster.data)}/start.log`);
  return entered;
}

async function tryToEnter(cluster: Cluster, { secrets, as, log, patienceMs }: ServerOptions): Promise<Entered | undefined> {
  let how: EmbeddedServer['how'] = 'attached';
  let postmaster = await postmasterOf(cluster.data);
  if (!postmaster) {
    await clearRemains(cluster);
    postmaster = await start(cluster);
    how = 'started';
  }
  if (!postmaster.ready) return undefined;
  const { pid, socket: host } = postmaster;
  const presence = await enterPresence({ host, port: 5432, user: SUPERUSER, password: secrets.superuser }, as, patienceMs && Math.min(patienceMs, 10_000));
  if (!presence) return undefined;
  log?.(`database server ${how}, process ${pid}`);
  return { how, pid, host, presence };
}

async function leave(cluster: Cluster, { presence, pid }: Entered): Promise<void> {
  if (await presence.leave()) {
    await stop(cluster.data, pid);
    await rm(cluster.socket, { recursive: true, force: true });
  }
  await presence.end();
}

/**
 * Before a start: processes of a server whose head was killed end on their own within moments; those that don't are
 * ended, for two servers on one cluster would destroy it. Then a lock file that names a stranger is only a leftover.
 */
async function clearRemains({ data, socket }: Cluster): Promise<void> {
  for (const [signal, seconds] of [[undefined, 5], ['SIGQUIT', 10], ['SIGKILL', 5]] as const) {
    for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await pause(50)) {
      if (await postmasterOf(data)) return;   // another process starts it in this moment
      const left = await processesOf(data);
      if (left.length === 0) {
        // The server trusts a lock file whose number belongs to any living process, a zombie included.
        for (const file of [path.join(data, 'postmaster.pid'), path.join(socket, '.s.PGSQL.5432.lock')]) await removeLeftover(file, data);
        return;
      }
      if (signal) for (const pid of left) { try { process.kill(pid, signal); } catch { /* it ended */ } }
    }
  }
}

/** Set aside, looked at, and only then forgotten: it could have become the file of a server that started just now. */
async function removeLeftover(file: string, data: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  if (!(await rename(file, aside).then(() => true, () => false))) return;
  if ((await processesOf(data)).length > 0) await rename(aside, file);
  else await rm(aside, { force: true });
}

/** An orphan that lives but lets nobody in for a minute is stopped, at last by force. */
async function endUnanswering(cluster: Cluster, patienceMs?: number): Promise<void> {
  const postmaster = await postmasterOf(cluster.data);
  if (postmaster) await stop(cluster.data, postmaster.pid, patienceMs);
}
