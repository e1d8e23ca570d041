import { mkdtempSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { databaseAccount } from '../../src/platform/db/account.ts';
import { initialise, start, stop, SUPERUSER } from '../../src/platform/db/cluster.ts';
import { processesOf } from '../../src/platform/db/postmaster.ts';
import { programsOfRun } from '../server.ts';

const PASSWORD = 'crash-only-crash-only';

/** A database that the product knows by its DATABASE_URL and does not look after, on the programs of the test run. */
export async function outsideDatabase() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tessera-crash-outside-'));
  await chmod(folder, 0o755);
  const cluster = { binaries: await programsOfRun(), account: databaseAccount(), data: path.join(folder, 'data'), socket: path.join(folder, 's'), durable: true };
  await initialise(cluster, PASSWORD);
  let { pid } = await start(cluster);
  const admin = new pg.Client({ host: cluster.socket, user: SUPERUSER, password: PASSWORD, database: 'postgres' });
  await admin.connect();
  await admin.query(`create role town login createrole password '${PASSWORD}'`);
  await admin.query('create database town owner town');
  await admin.end();
  return {
    url: `postgres://town:${PASSWORD}@localhost/town?host=${encodeURIComponent(cluster.socket)}`,
    processes: () => processesOf(cluster.data),
    /** Starts it again after it was killed. */
    async revive() {
      for (let i = 0; i < 500 && (await processesOf(cluster.data)).length > 0; i++) await pause(20);
      ({ pid } = await start(cluster));
    },
    async close() {
      await stop(cluster.data, pid);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
