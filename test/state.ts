import { createHash } from 'node:crypto';
import type pg from 'pg';

/** Registers that say that something happened; everything else is the picture itself. */
const registers = ['access_audit', 'intake_batches', 'intake_sources', 'intake_files', 'intake_chunks', 'intake_problems', 'platform_migrations', 'funds_generation', 'access_sessions'];
/** Computed from the picture by jobs that run when they run. */
const derived = ['funds_runs', 'funds_facts', 'funds_parties', 'funds_plans'];

/**
 * One value for everything that is in the picture: all rows of all tables that imports may write, without the time at
 * which they were recorded. Signed in as a superuser: nothing is hidden from it.
 */
export async function stateOf(db: pg.Client): Promise<string> {
  const { rows: tables } = await db.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like '%\\_history' order by relname`);
  const hash = createHash('sha256');
  for (const { name } of tables) {
    if (registers.includes(name) || derived.includes(name)) continue;
    const { rows } = await db.query<{ row: string }>(`select (to_jsonb(t) - 'recorded_at')::text as row from ${name} t order by 1`);
    hash.update(`${name} ${rows.length}\n${rows.map((r) => r.row).join('\n')}\n`);
  }
  return hash.digest('hex');
}

/** How many rows of a table there are, for everybody together. */
export async function countOf(db: pg.Client, table: string, where = 'true'): Promise<number> {
  return Number((await db.query<{ n: string }>(`select count(*) as n from ${table} where ${where}`)).rows[0]!.n);
}
