import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { ROOT } from '../compiled.ts';

export const MIGRATIONS = path.join(ROOT, 'migrations');

const LOCK = 7_355_608_001;

/** Only one process at a time changes roles and schema of a database; others wait. */
export const lockSchema = (owner: pg.Client) => owner.query('select pg_advisory_lock($1)', [LOCK]);

export type Migration = { name: string; sql: string; checksum: string };
export type Migrated = { applied: string[]; schema: number };

/** An applied file was changed, lost or overtaken: going on would make two histories of one schema. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** `NNNN-<slice>-<what>.sql` in order; numbers must be unique. */
export async function readMigrations(directory = MIGRATIONS): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((n) => n.endsWith('.sql')).sort();
  const seen = new Map<string, string>();
  for (const name of names) {
    if (!/^\d{4}-[a-z-]+\.sql$/.test(name)) throw new MigrationError(`migrations/${name}: call it NNNN-<slice>-<what>.sql`);
    const number = name.slice(0, 4);
    if (seen.has(number)) throw new MigrationError(`migrations/${name} has the number of ${seen.get(number)}: give it the next free one`);
    seen.set(number, name);
  }
  return Promise.all(names.map(async (name) => {
    const sql = await readFile(path.join(directory, name), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql.replace(/\r\n/g, '\n')).digest('hex') };
  }));
}

/** One value for a whole set of files: the test template is named by it. */
export const checksumOf = (migrations: readonly Migration[]) =>
  createHash('sha256').update(migrations.map((m) => `${m.name} ${m.checksum}\n`).join('')).digest('hex');

/** The first number of `server_version_num`: 150004 → 15. */
export async function checkServerVersion(client: Pick<pg.ClientBase, 'query'>): Promise<number> {
  const { rows: [row] } = await client.query<{ v: string; text: string }>(
    `select current_setting('server_version_num') as v, current_setting('server_version') as text`);
  const major = Math.floor(Number(row!.v) / 10000);
  if (major < 15) throw new MigrationError(`This is PostgreSQL ${row!.text}; Tessera needs 15 or later. Upgrade the server, or leave DATABASE_URL empty for the embedded one.`);
  return major;
}

/**
 * Brings the database to the newest schema as its owner: our files, each in one transaction, and the job queue's schema
 * as the jobs role. Refuses when an applied file was edited. Two runners wait for each other.
 */
export async function migrate(owner: pg.Client, jobs: pg.ClientConfig, directory = MIGRATIONS): Promise<Migrated> {
  const migrations = await readMigrations(directory);
  await lockSchema(owner);
  try {
    await owner.query(`create table if not exists platform_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now(), ms integer not null)`);
    await owner.query('alter table platform_migrations enable row level security');   // nobody but the owner has a right on it
    const { rows } = await owner.query<{ name: string; checksum: string }>('select name, checksum from platform_migrations order by name');
    const pending = outstanding(migrations, rows);
    await installQueue(owner, jobs);
    for (const m of pending) await apply(owner, m);
    return { applied: pending.map((m) => m.name), schema: migrations.length };
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

function outstanding(migrations: readonly Migration[], applied: readonly { name: string; checksum: string }[]): Migration[] {
  const files = new Map(migrations.map((m) => [m.name, m]));
  for (const row of applied) {
    const file = files.get(row.name);
    if (!file) throw new MigrationError(`The database was made by a newer or another Tessera: it has ${row.name}, this one does not. Start the version that made it, or a newer one.`);
    if (file.checksum !== row.checksum) throw new MigrationError(`migrations/${row.name} was changed after it was applied. Put the file back and write the change as a new migration.`);
  }
  const done = new Set(applied.map((row) => row.name));
  const last = applied.at(-1)?.name ?? '';
  const pending = migrations.filter((m) => !done.has(m.name));
  const late = pending.find((m) => m.name < last);
  if (late) throw new MigrationError(`migrations/${late.name} comes before ${last}, which is applied already. Give it a later number.`);
  return pending;
}

async function apply(owner: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const started = performance.now();
  try {
    await owner.query('begin');
    await owner.query(sql);
    await owner.query('insert into platform_migrations (name, checksum, ms) values ($1, $2, $3)', [name, checksum, Math.round(performance.now() - started)]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => {});
    const e = error as Error & { position?: string };
    const line = e.position ? `:${sql.slice(0, Number(e.position)).split('\n').length}` : '';
    throw new MigrationError(`migrations/${name}${line}: ${e.message}`, { cause: error });
  }
}

/**
 * The job queue's own schema. It belongs to the jobs role and is made by it; only for the making does that role get the
 * right to create in the database.
 */
async function installQueue(owner: pg.Client, jobs: pg.ClientConfig): Promise<void> {
  const { rows: [there] } = await owner.query(`select from pg_namespace where nspname = 'graphile_worker'`);
  const database = pg.escapeIdentifier(owner.database!);
  const role = pg.escapeIdentifier(jobs.user!);
  if (!there) await owner.query(`grant create on database ${database} to ${role}`);
  const pool = new pg.Pool({ ...jobs, max: 1 });
  const heard = () => {};   // a connection that breaks fails the next statement; the queue insists on listeners
  pool.on('error', heard).on('connect', (client) => { client.on('error', heard); });
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) });
  } finally {
    await pool.end();
    if (!there) await owner.query(`revoke create on database ${database} from ${role}`);
  }
}
