import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import type { TestProject } from 'vitest/node';
import { databaseAccount } from '../src/platform/db/account.ts';
import { unpackBinaries, type Binaries } from '../src/platform/db/binaries.ts';
import { initialise, start, stop, SUPERUSER } from '../src/platform/db/cluster.ts';
import { postmasterOf } from '../src/platform/db/postmaster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the test server listens and how its superuser signs in. */
    server: pg.ClientConfig;
    /** The first number of its version. */
    serverMajor: number;
  }
}

const PREFIX = 'tessera-test-run-';
export const debianPrograms = '/usr/lib/postgresql/15/bin';

/** Programs that all test runs of this machine share: unpacked once. */
export async function testBinaries(): Promise<Binaries> {
  const folder = path.join(os.tmpdir(), `tessera-test-programs-${process.getuid?.() ?? 0}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  return unpackBinaries(folder);
}

/** The programs that this run tests with: those that are packaged, unless others are named. */
export const programsOfRun = (): Promise<Binaries> => (process.env.TESSERA_TEST_SERVER ? namedBinaries(process.env.TESSERA_TEST_SERVER) : testBinaries());

/** `debian`, or a folder with `initdb` and `postgres`. */
async function namedBinaries(named: string): Promise<Binaries> {
  const folder = named === 'debian' ? debianPrograms : named;
  const { stdout } = await promisify(execFile)(path.join(folder, 'postgres'), ['--version']);
  return { initdb: path.join(folder, 'initdb'), postgres: path.join(folder, 'postgres'), major: Number(/ (\d+)/.exec(stdout)![1]) };
}

/** A run that was killed could not end its server: the next one does. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? 0);
    if (pid === 0 || existsSync(`/proc/${pid}`) || !existsSync('/proc')) continue;
    const folder = path.join(os.tmpdir(), name);
    const postmaster = await postmasterOf(path.join(folder, 'data'));
    if (postmaster) await stop(path.join(folder, 'data'), postmaster.pid);
    await rm(folder, { recursive: true, force: true });
  }
}

/** One server for the whole test run: in memory as far as possible, no fsync, nothing of it stays. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const binaries = await programsOfRun();
  await removeAbandoned();
  const folder = mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  await chmod(folder, 0o755);
  const password = 'test-only-test-only';
  const cluster = { binaries, account: databaseAccount(), data: path.join(folder, 'data'), socket: path.join(folder, 's'), durable: false };
  await initialise(cluster, password);
  const postmaster = await start(cluster);
  project.provide('server', { host: postmaster.socket, port: 5432, user: SUPERUSER, password });
  project.provide('serverMajor', binaries.major);
  return async () => {
    await stop(cluster.data, postmaster.pid);
    await rm(folder, { recursive: true, force: true });
  };
}
