import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { appendFile, chmod, chown, lstat, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SystemAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { postmasterOf, processesOf, type Postmaster } from './postmaster.ts';

/** One database cluster on disk and how to run it. */
export type Cluster = {
  binaries: Binaries;
  account: SystemAccount;
  /** PGDATA; its parent folder exists. */
  data: string;
  /** Folder of the unix socket: short, private to the account. */
  socket: string;
  /** Tests give durability up for speed; nobody else may. */
  durable: boolean;
};

export const SUPERUSER = 'postgres';

/** The server could not start; the message carries what it said. */
export class ClusterError extends Error {
  override name = 'ClusterError';
}

/** Makes the cluster when there is none: checksums, UTF-8, passwords only. A crash in between leaves nothing behind that counts. */
export async function initialise(cluster: Cluster, password: string): Promise<void> {
  if (existsSync(path.join(cluster.data, 'PG_VERSION'))) return checkMajor(cluster);
  const draft = `${cluster.data}.${randomBytes(4).toString('hex')}.new`;
  const passwordFile = `${draft}.password`;
  await privateFolder(draft, cluster.account);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (cluster.account) await chown(passwordFile, cluster.account.uid, cluster.account.gid);
  try {
    const locales = process.platform === 'darwin' ? ['en_US.UTF-8', 'C'] : ['C.UTF-8', 'en_US.UTF-8', 'C'];
    for (const [i, locale] of locales.entries()) {
      const { code, output } = await run(cluster.binaries.initdb, [
        '-D', draft, '-U', SUPERUSER, '--pwfile', passwordFile, '--auth=scram-sha-256', '--data-checksums', '--encoding=UTF8',
        ...localeFlags(cluster.binaries.major, locale), ...(cluster.durable ? [] : ['--no-sync']),
      ], cluster.account);
      if (code === 0) break;
      if (i === locales.length - 1 || !/locale/.test(output)) throw new ClusterError(`The database could not be made in ${cluster.data}: ${output.trim()}`);
    }
    await appendFile(path.join(draft, 'postgresql.conf'), `\ninclude_if_exists 'tessera.conf'\n`);
    await rename(draft, cluster.data);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(path.join(cluster.data, 'PG_VERSION'))) throw error;   // else another process made it meanwhile
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Sorting by code point and case rules of Unicode that never change with the machine's libraries; since 17 built in. */
function localeFlags(major: number, locale: string): string[] {
  return major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`] : [`--locale=${locale}`];
}

async function checkMajor(cluster: Cluster): Promise<void> {
  const major = Number.parseInt(await readFile(path.join(cluster.data, 'PG_VERSION'), 'utf8'), 10);
  if (major !== cluster.binaries.major) {
    throw new ClusterError(`${cluster.data} was made by PostgreSQL ${major}, this Tessera brings ${cluster.binaries.major}. Export with the version that made it and import the export here.`);
  }
}

/** Starts the server and waits until it takes connections. */
export async function start(cluster: Cluster): Promise<Postmaster> {
  await privateFolder(cluster.socket, cluster.account);
  await writeFile(path.join(cluster.data, 'tessera.conf'), settings(cluster));
  const log = path.join(path.dirname(cluster.data), 'start.log');
  const out = await open(log, 'w', 0o600);
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.data, '-k', cluster.socket, '-c', 'listen_addresses='], {
    cwd: path.dirname(cluster.data), env: environment(), detached: true, stdio: ['ignore', out.fd, out.fd], ...cluster.account,
  });
  let ended: string | undefined;
  child.once('exit', (code, signal) => { ended = `ended with ${signal ?? code}`; });
  child.once('error', (error) => { ended = cannotRun(error, cluster.account).message; });
  child.unref();
  await out.close();
  for (const deadline = Date.now() + 120_000; Date.now() < deadline;) {
    if (ended) throw new ClusterError(`The database server ${ended}: ${await lastWords(cluster.data, log)}`);
    const postmaster = await postmasterOf(cluster.data);
    if (postmaster?.ready && postmaster.pid === child.pid) return postmaster;
    await pause(10);
  }
  child.kill('SIGQUIT');
  throw new ClusterError(`The database server did not become ready in two minutes; see ${log}`);
}

/** Why it ended: the first log is written until the server opens its own. */
async function lastWords(data: string, startLog: string): Promise<string> {
  const folder = path.join(data, 'log');
  const own = (await readdir(folder).catch(() => [])).map((name) => path.join(folder, name));
  const newest = own.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  const lines = (await Promise.all([startLog, newest ?? startLog].map((f) => readFile(f, 'utf8').catch(() => '')))).join('\n').trim().split('\n');
  const reasons = lines.filter((l) => /FATAL|PANIC|ERROR|HINT|error while loading/.test(l));
  return (reasons.length ? reasons : lines).slice(-3).join(' ');
}

/**
 * Fast shutdown: open transactions are undone, everything committed is on disk. Waits for the end of every process: the
 * head takes its lock file away before it ends, and the one that writes the log ends after it.
 */
export async function stop(data: string, pid: number, patienceMs = 60_000): Promise<void> {
  const all = await processesOf(data);
  for (const [signal, ms] of [['SIGINT', patienceMs], ['SIGQUIT', patienceMs / 3], ['SIGKILL', 5000]] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return gone(data, all);
    }
    for (const deadline = Date.now() + ms; Date.now() < deadline; await pause(10)) {
      const now = await postmasterOf(data);
      if (now?.pid !== pid) return gone(data, all);
    }
  }
}

/** Waits up to ten seconds until none of these processes stands in the folder; those of a server started meanwhile don't count. */
async function gone(data: string, pids: readonly number[]): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await pause(10)) {
    const left = new Set(await processesOf(data));
    if (!pids.some((pid) => left.has(pid))) return;
  }
}

/** A folder that only the account may enter; somebody else's folder of that name is refused. */
export async function privateFolder(folder: string, account: SystemAccount): Promise<void> {
  const owner = account?.uid ?? process.getuid?.() ?? 0;
  try {
    await mkdir(folder, { mode: 0o700 });
    if (account) await chown(folder, account.uid, account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const found = await lstat(folder);
    if (!found.isDirectory() || found.uid !== owner) {
      throw new ClusterError(`${folder} belongs to somebody else. Remove it, or set TMPDIR to another folder.`);
    }
    if (found.mode & 0o077) await chmod(folder, 0o700);
  }
}

/** Settings for a small machine; passwords, personal data and statements never reach the server's log. */
function settings({ durable, account }: Cluster): string {
  const small = os.totalmem() < 4 * 2 ** 30;
  return `# Written by Tessera at every start. Put your own settings into postgresql.auto.conf (ALTER SYSTEM), they win.
unix_socket_permissions = 0700
max_connections = 60
shared_buffers = ${small ? '128MB' : '256MB'}
work_mem = ${small ? '8MB' : '16MB'}
maintenance_work_mem = ${small ? '64MB' : '256MB'}
effective_cache_size = ${Math.max(256, Math.floor(os.totalmem() / 2 ** 21))}MB
max_wal_size = 2GB
min_wal_size = 80MB
wal_compression = on
checkpoint_timeout = 15min
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_error_verbosity = terse
log_min_error_statement = panic
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_checkpoints = off
logging_collector = ${durable ? 'on' : 'off'}
log_directory = 'log'
log_filename = 'postgres-%a.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
log_rotation_size = 0
${durable ? 'fsync = on\nfull_page_writes = on\nsynchronous_commit = on' : 'fsync = off\nfull_page_writes = off\nautovacuum = off'}
# runs as ${account ? `uid ${account.uid}` : 'the user who runs Node'}
`;
}

/** Nothing of our environment reaches the server: no PGDATA, no secrets, no LD_LIBRARY_PATH. */
const environment = () => ({ PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: '', LANG: 'C', TZ: 'UTC' });

function cannotRun(error: NodeJS.ErrnoException, account: SystemAccount): ClusterError {
  const why = error.code === 'EPERM' || error.code === 'EINVAL' ? `this machine does not let Node run a program as user ${account?.uid}`
    : error.code === 'ENOENT' ? 'it needs the GNU C library, which this system does not have' : error.message;
  return new ClusterError(`The packaged PostgreSQL can't be run here: ${why}. Set DATABASE_URL to a PostgreSQL server instead.`, { cause: error });
}

function run(program: string, args: string[], account: SystemAccount): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: '/', env: environment(), stdio: ['ignore', 'pipe', 'pipe'], ...account });
    let output = '';
    child.stdout.on('data', (d: Buffer) => { output += d.toString(); });
    child.stderr.on('data', (d: Buffer) => { output += d.toString(); });
    child.once('error', (error) => reject(cannotRun(error, account)));
    child.once('close', (code) => resolve({ code, output }));
  });
}
