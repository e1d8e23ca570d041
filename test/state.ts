import { createHash } from 'node:crypto';
import type pg from 'pg';
import { appliers } from '../src/appliers.ts';

/** Registers that say that something happened; they are shared tables too and are not the picture. */
const registers = ['intake_sources', 'intake_files'];

/**
 * One value for everything that is in the picture: all rows of all shared tables (those that keep history), without the
 * time at which they were recorded. Signed in as a superuser: nothing is hidden from it.
 */
export async function stateOf(db: pg.Client): Promise<string> {
  const { rows: tables } = await db.query<{ name: string }>(
    `select t.relname as name from pg_class t join pg_class h on h.relname = t.relname || '_history' and h.relnamespace = t.relnamespace
     where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace order by 1`);
  const hash = createHash('sha256');
  for (const { name } of tables) {
    if (registers.includes(name)) continue;
    const { rows } = await db.query<{ row: string }>(`select (to_jsonb(t) - 'recorded_at')::text as row from ${name} t order by 1`);
    hash.update(`${name} ${rows.length}\n${rows.map((r) => r.row).join('\n')}\n`);
  }
  return hash.digest('hex');
}

/** How many rows of a table there are, for everybody together. */
export async function countOf(db: pg.Client, table: string, where = 'true'): Promise<number> {
  return Number((await db.query<{ n: string }>(`select count(*) as n from ${table} where ${where}`)).rows[0]!.n);
}

/**
 * Rows whose record is not there, by table: none, ever. No foreign key says so (migrations/0012), the transaction of an
 * import, an undo or an erasure does.
 */
export async function orphans(db: pg.Client): Promise<Record<string, number>> {
  const { name, tables } = { name: appliers.records.name, tables: appliers.appliers.flatMap((a) => a.tables).filter((t) => t.column !== null && t.name !== appliers.records.name) };
  const counts = await Promise.all(tables.map(async (t) => [t.name, await countOf(db, `${t.name} t`, `not exists (select from ${name} v where v.id = t.${t.column!})`)] as const));
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}
