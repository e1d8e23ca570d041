import { createHmac } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Config } from '../config.ts';
import { checkServerVersion, lockSchema, migrate, type Migrated } from './migrate.ts';
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
  /** The embedded server went away under `serve` and does not come back. */
  onLost?: (error: Error) => void;
};

/** Opens the database that the configuration names: starts or joins the server, prepares roles, migrates, signs in. */
export async function openDatabase(config: Config, options: OpenOptions): Promise<Database> {
  const secrets = await readSecrets(config.dataDirectory);
  const server = config.databaseUrl ? undefined : await openServer({ dataDirectory: config.dataDirectory, secrets, as: options.as, log: options.log, onLost: options.onLost });
  try {
    const owner = server ? await embeddedOwner(server, secrets) : urlConnection(config.databaseUrl!);
    const opened = await prepareDatabase(owner, server ? { app: secrets.app, jobs: secrets.jobs } : derivedPasswords(owner, secrets), config.dataDirectory);
    const app = makePool({
      connection: opened.app, max: config.databaseConnections, timeoutMs: config.requestTimeoutMs,
      applicationName: 'tessera app', onSlow: options.onSlow,
    });
    let closing: Promise<void> | undefined;
    return {
      app, appConnection: opened.app, jobsConnection: opened.jobs, migrated: opened.migrated, server, secrets,
      close: () => (closing ??= app.end().then(() => server?.close())),
    };
  } catch (error) {
    await server?.close();
    throw error;
  }
}

/** Roles, schema, and the proof that both logins work. `owner` may be any role that owns the database. */
export async function prepareDatabase(owner: pg.ClientConfig, passwords: { app: string; jobs: string }, dataDirectory: string) {
  const client = new pg.Client({ ...owner, options: '-c timezone=UTC', types: columnTypes, application_name: 'tessera migrations' });
  await connectOwner(client);
  try {
    await checkServerVersion(client);
    await requireOwnership(client);
    const database = client.database!;
    const logins: Logins = { app: { role: appRoleOf(database), password: passwords.app }, jobs: { role: jobsRoleOf(database), password: passwords.jobs } };
    const app: pg.ClientConfig = { ...owner, database, user: logins.app.role, password: logins.app.password };
    const jobs: pg.ClientConfig = { ...owner, database, user: logins.jobs.role, password: logins.jobs.password };
    await lockSchema(client);   // processes that start at once prepare one after the other; the lock ends with the session
    try {
      await prepareRoles(client, logins);
      if (!(await signsIn(app) && await signsIn(jobs))) await renewPasswords(client, logins);
    } catch (error) {
      if (error instanceof RolesMissing) throw await tellAdministrator(error, database, dataDirectory);
      throw error;
    }
    return { app, jobs, migrated: await migrate(client, jobs) };
  } finally {
    await client.end();
  }
}

async function connectOwner(client: pg.Client): Promise<void> {
  client.on('error', () => {});   // the next statement fails and says why
  try {
    await client.connect();
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    const hint = code === '28P01' || code === '28000' ? 'Check role and password' : code === '3D000' ? 'Create the database, or check its name' : 'Check that the server runs and can be reached';
    throw new Error(`DATABASE_URL: can't sign in to "${client.database}" at ${client.host}:${client.port} as "${client.user}" (${message || code}). ${hint}.`, { cause: error });
  }
}

/** The role must own the database: it makes tables, extensions and the queue's schema, and gives rights on them. */
async function requireOwnership(client: pg.Client): Promise<void> {
  const { rows: [row] } = await client.query<{ me: string; owns: boolean }>(
    `select current_user::text as me, pg_has_role(datdba, 'usage') as owns from pg_database where datname = current_database()`);
  if (row!.owns) return;
  const [database, me] = [client.database!, row!.me].map((s) => pg.escapeIdentifier(s));
  throw new Error(`DATABASE_URL: the role ${me} does not own the database ${database}. Let an administrator run: alter database ${database} owner to ${me};`);
}

/** The statements hold passwords, so they go into a file that only the owner of the data directory can read. */
async function tellAdministrator(error: RolesMissing, database: string, dataDirectory: string): Promise<Error> {
  const file = path.join(dataDirectory, 'roles.sql');
  const sql = error.statements();
  await mkdir(dataDirectory, { recursive: true });
  await writeFile(file, sql, { mode: 0o600 });
  return new Error(`${error.message} Let an administrator of the server run ${file} in the database "${database}" (psql -f), then start again. It says:\n${sql.replace(/password '[^']*'/g, "password '…'")}`, { cause: error });
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
