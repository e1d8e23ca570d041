import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { socketFolder } from '../../src/platform/db/place.ts';
import { processesOf } from '../../src/platform/db/postmaster.ts';
import { readSecrets } from '../../src/platform/db/secrets.ts';

const program = fileURLToPath(new URL('visitor.ts', import.meta.url));

export type Visit = {
  child: ChildProcess;
  how?: 'started' | 'attached';
  server?: number;
  refused?: string;
  message?: string;
};

/** A data directory of a test's own, the processes that visit it, and nothing left afterwards. */
export class Scene {
  readonly dataDirectory = mkdtempSync(path.join(os.tmpdir(), 'tessera-scene-'));
  private readonly children: ChildProcess[] = [];

  /** Where the cluster lies when the folder can be reached by the database's user. */
  readonly cluster = path.join(this.dataDirectory, 'postgres', '18');

  constructor() {
    chmodSync(this.dataDirectory, 0o755);   // as an ordinary folder is; temporary ones are closed to others
  }

  /** Starts a visitor and waits for its first words. */
  async visit(as: 'serve' | 'guest', patienceMs?: number, account?: { uid: number; gid: number }): Promise<Visit> {
    const child = spawn(process.execPath, ['--import', 'tsx', program, this.dataDirectory, as, ...(patienceMs ? [String(patienceMs)] : [])], { stdio: ['ignore', 'pipe', 'inherit'], ...account });
    this.children.push(child);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, ...(JSON.parse(line.toString()) as Omit<Visit, 'child'>) };
  }

  /** Signs in as superuser, asks one question. */
  async ask<R extends pg.QueryResultRow = { answer: string }>(sql: string): Promise<R> {
    const secrets = await readSecrets(this.dataDirectory);
    const client = new pg.Client({ host: socketFolder(secrets.cluster), user: 'postgres', password: secrets.superuser, database: 'postgres' });
    await client.connect();
    try {
      const result = await client.query<R>(sql);
      return result.rows[0]!;
    } finally {
      await client.end();
    }
  }

  /** Server processes that live (without those that only wait to be buried). */
  alive = () => processesOf(this.cluster);

  async dispose(): Promise<void> {
    for (const child of this.children) if (child.exitCode === null && child.signalCode === null) await ended(child, 'SIGKILL');
    for (const pid of await this.alive()) { try { process.kill(pid, 'SIGKILL'); } catch { /* it ended by itself */ } }
    await until(async () => (await this.alive()).length === 0);
    const { cluster } = await readSecrets(this.dataDirectory);
    await Promise.all([this.dataDirectory, socketFolder(cluster), `/var/lib/tessera-${cluster}`].map((f) => rm(f, { recursive: true, force: true })));
  }
}

/** Sends the signal and waits for the end. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit');
  child.kill(signal);
  return ((await exit) as [number | null])[0];
}

/** Waits for something that is about to happen; fails when it does not. */
export async function until(holds: () => Promise<boolean>, seconds = 15): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await pause(50)) if (await holds()) return;
  throw new Error('it did not happen in time');
}

/** The user that a process runs as. */
export const userOf = (pid: number): number => Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
