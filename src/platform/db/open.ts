import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Config } from '../config.ts';
import { migrate, type Migrated } from './migrate.ts';
import { makePool, type Pool, type SlowQuery } from './pool.ts';
import { appRoleOf, jobsRoleOf, prepareRoles, renewPasswords, RolesMissing, type Logins } from './roles.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { columnTypes } from './rows.ts';
import { SUPERUSER } from './cluster.ts';
import { openServer, type EmbeddedServer } from './supervisor.ts';

const DATABASE = 'tessera';
const OWNER = 'tessera_owner';

/** An open, migrated database. */
export type Database = {
  /** Signed in as the application: row-level security holds. `app.transaction(actor, fn)` is the way to data. */
  app: Pool;
  /** How a worker thread or a job signs in as the application by itself. */
  appConnection: pg.ClientConfig;
  /** How the job queue signs in: its role owns the schema `graphile_worker` and nothing else. */
  jobsConnection: pg.ClientConfig;
  /** What this start changed. */
  migrated: Migrated;
  /** The embedded server, when there is one. */
  server: EmbeddedServer | undefined;
  secrets: Secrets;
  close(): Promise<void>;
};

export type OpenOptions = {
  /** `serve` is one a data directory; commands come as guests beside it or without it. */
  as: 'serve' | 'guest';
  onSlow?: SlowQuery;
  log?: (message: string) => void;
};

/** Opens the database that the configuration names: starts or joins the server, prepares roles, migrates, signs in. */
export async function openDatabase(config: Config, options: OpenOptions): Promise<Database> {
  const secrets = await readSecrets(config.dataDirectory);
  const server = config.databaseUrl ? undefined : await openServer({ dataDirectory: config.dataDirectory, secrets, as: options.as, log: options.log });
  try {
    const owner = server ? await embeddedOwner(server, secrets) : urlConnection(config.databaseUrl!);
    const opened = await prepareDatabase(owner, server ? { app: secrets.app, jobs: secrets.jobs } : derivedPasswords(owner, secrets), config.dataDirectory);
    const app = makePool({
      connection: opened.app, max: config.databaseConnections, timeoutMs: config.requestTimeoutMs,
      applicationName: 'tessera app', onSlow: options.onSlow,
    });
    return {
      app, appConnection: opened.app, jobsConnection: opened.jobs, migrated: opened.migrated, server, secrets,
      async close() {
        await app.end();
        await server?.close();
      },
    };
  } catch (error) {
    await server?.close();
    throw error;
  }
}

/** Roles, schema, and the proof that both logins work. `owner` may be any role that owns the database. */
export async function prepareDatabase(owner: pg.ClientConfig, passwords: { app: string; jobs: string }, dataDirectory: string) {
  const client = new pg.Client({ ...owner, options: '-c timezone=UTC', types: columnTypes, application_name: 'tessera migrations' });
  await client.connect();
  try {
    const database = client.database!;
    const logins: Logins = { app: { role: appRoleOf(database), password: passwords.app }, jobs: { role: jobsRoleOf(database), password: passwords.jobs } };
    await prepareRoles(client, logins).catch(async (error: unknown) => {
      if (!(error instanceof RolesMissing)) throw error;
      const file = path.join(dataDirectory, 'roles.sql');
      await writeFile(file, error.sql, { mode: 0o600 });
      throw new Error(`${error.message} Let an administrator of the server run ${file} (psql -f) in the database "${database}", then start again. It says:\n${error.sql.replace(/password '[^']*'/g, "password '…'")}`, { cause: error });
    });
    const app: pg.ClientConfig = { ...owner, database, user: logins.app.role, password: logins.app.password };
    const jobs: pg.ClientConfig = { ...owner, database, user: logins.jobs.role, password: logins.jobs.password };
    if (!(await signsIn(app) && await signsIn(jobs))) await renewPasswords(client, logins);
    const migrated = await migrate(client, jobs);
    return { app, jobs, migrated };
  } finally {
    await client.end();
  }
}

async function signsIn(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(connection);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (['28P01', '28000'].includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** In the embedded server a role that is not superuser owns the database, as it would be with a rented one. */
async function embeddedOwner(server: EmbeddedServer, secrets: Secrets): Promise<pg.ClientConfig> {
  const owner = { ...server.connection, user: OWNER, password: secrets.owner, database: DATABASE };
  const admin = new pg.Client({ ...server.connection, user: SUPERUSER, password: secrets.superuser, database: 'postgres' });
  await admin.connect();
  try {
    const { rows: [found] } = await admin.query<{ role: boolean; database: boolean }>(
      'select to_regrole($1) is not null as role, exists (select from pg_database where datname = $2) as database', [OWNER, DATABASE]);
    const quiet = (e: { code?: string }) => { if (!['42710', '42P04', '23505'].includes(e.code ?? '')) throw e; };   // another process made it in this moment
    if (!found!.role) await admin.query(`create role ${OWNER} login createrole password ${pg.escapeLiteral(secrets.owner)}`).catch(quiet);
    if (!found!.database) {
      await admin.query(`create database ${DATABASE} owner ${OWNER}`).catch(quiet);
      await admin.query(`revoke all on database ${DATABASE} from public`);
    }
    return owner;
  } finally {
    await admin.end();
  }
}

function urlConnection(url: string): pg.ClientConfig {
  const client = new pg.Client({ connectionString: url });
  return { host: client.host, port: client.port, user: client.user, password: client.password as string | undefined, database: client.database, ssl: client.ssl as pg.ClientConfig['ssl'] };
}

/** Several hosts that share one database and one DATABASE_URL agree on the logins' passwords without telling each other. */
function derivedPasswords(owner: pg.ClientConfig, secrets: Secrets): { app: string; jobs: string } {
  const key = typeof owner.password === 'string' && owner.password !== '' ? owner.password : undefined;
  const derive = (role: string) => (key ? createHmac('sha256', key).update(`tessera ${owner.database} ${role}`).digest('base64url') : undefined);
  return { app: derive('app') ?? secrets.app, jobs: derive('jobs') ?? secrets.jobs };
}
