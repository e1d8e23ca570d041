import type pg from 'pg';
import type { Audience } from '../../src/kernel/audience.ts';
import type { Seeded } from '../cast.ts';

/** A row by whom it belongs to and for whom it is; each shared table gets one of each. */
export type Combo = { label: string; owner: keyof Seeded['organisations']; audience: Audience; circle: keyof Seeded['circles'] | null };
const combo = (owner: Combo['owner'], audience: Audience, circle: Combo['circle'] = null): Combo => ({ label: `${owner} ${circle ?? audience}`, owner, audience, circle });
export const combos: readonly Combo[] = [
  combo('Alpha', 'public'), combo('Alpha', 'network'), combo('Alpha', 'circle', 'valley'), combo('Alpha', 'owner'),
  combo('Beta', 'public'), combo('Beta', 'network'), combo('Beta', 'circle', 'nobody'), combo('Beta', 'owner'),
  combo('Gamma', 'circle', 'valley'),
];
export const scopesOf = (s: Seeded) => ['public', `organisation:${s.organisations.Alpha}:circles:${s.circles.valley}`, `organisation:${s.organisations.Gamma}:circles:${s.circles.valley}`];

type Column = { name: string; type: string; filled: boolean; references: string | null; key: boolean; oneOf: string | null };
export type TableShape = { name: string; columns: Column[] };

/** Tables of the application with their columns, those first that others refer to. History twins are made by triggers. */
export async function tableShapes(db: pg.Client): Promise<TableShape[]> {
  const { rows } = await db.query<{ table: string; name: string; type: string; filled: boolean; references: string | null; key: boolean; oneOf: string | null }>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      (not a.attnotnull or a.atthasdef or a.attidentity <> '' or a.attgenerated <> '') as filled,
      (select f.confrelid::regclass::text from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.conkey = array[a.attnum] limit 1) as references,
      exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey::int2[])) as key,
      (select substring(pg_get_constraintdef(k.oid) from 'ANY \\(ARRAY\\[''([^'']+)''') from pg_constraint k where k.contype = 'c' and k.conrelid = c.oid and k.conkey = array[a.attnum] limit 1) as "oneOf"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'platform_migrations' order by c.relname, a.attnum`);
  const shapes = [...new Set(rows.map((r) => r.table))].map((name) => ({ name, columns: rows.filter((r) => r.table === name) }));
  const sorted: TableShape[] = [];
  for (let left = shapes; left.length > 0;) {
    const ready = left.filter((t) => t.columns.every((c) => !c.references || c.references === t.name || sorted.some((s) => s.name === c.references)));
    sorted.push(...ready);
    left = left.filter((t) => !ready.includes(t));
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${left.map((t) => t.name).join(', ')}`);
  }
  return sorted;
}

let unique = 1000;
const filler: Record<string, () => unknown> = {
  text: () => `x${++unique}`, integer: () => ++unique, bigint: () => ++unique, smallint: () => (++unique) % 30_000, numeric: () => 1, boolean: () => false,
  date: () => '2026-01-02', jsonb: () => '{}', bytea: () => Buffer.from('x'), tsvector: () => 'x', 'text[]': () => '{}', 'timestamp with time zone': () => '2026-01-02T03:04:05Z',
};

export type Parents = Map<string, Record<string, unknown>>;

/** Values for one new row of a table that belongs to a combo (or to a scope of the ledger). */
export function valuesFor(t: TableShape, s: Seeded, parents: Parents, about: Partial<Combo> & { label: string; scope?: string }): Record<string, unknown> {
  const given: Record<string, unknown> = {
    ...(about.owner && { owner_id: s.organisations[about.owner], audience: about.audience, circle_id: about.circle ? s.circles[about.circle] : null }),
    ...(about.scope && { scope: about.scope }),
  };
  const values: Record<string, unknown> = {};
  for (const c of t.columns) {
    if (c.name in given) values[c.name] = given[c.name];
    else if (c.references && c.references !== t.name && (!c.filled || c.key)) values[c.name] = parents.get(`${c.references} ${about.label}`)?.id;
    else if (!c.filled && c.oneOf) values[c.name] = c.oneOf;   // the first of the words that a check allows
    else if (!c.filled) values[c.name] = (filler[c.type] ?? (() => { throw new Error(`${t.name}.${c.name}: no value for ${c.type}`); }))();
  }
  return values;
}

export function insertSql(table: string, values: Record<string, unknown>): string {
  const text = (v: unknown) => (v === null || v === undefined ? 'null' : Buffer.isBuffer(v) ? `'\\x${v.toString('hex')}'` : typeof v === 'string' ? `'${v.replaceAll("'", "''")}'` : `${v as number | boolean}`);
  return `insert into ${table} (${Object.keys(values).join(', ')}) values (${Object.values(values).map(text).join(', ')})`;
}

/** The combos that a table can hold: contact persons are never public. */
export const combosOf = (table: string) => combos.filter((c) => table !== 'activities_contacts' || c.audience !== 'public');

export const isShared = (t: TableShape) => ['owner_id', 'audience', 'circle_id'].every((n) => t.columns.some((c) => c.name === n));
export const isOwners = (t: TableShape) => !isShared(t) && t.columns.some((c) => c.name === 'owner_id');
export const isScoped = (t: TableShape) => t.columns.some((c) => c.name === 'scope');
export const isHistory = (t: TableShape) => t.name.endsWith('_history');

/** One row of each kind in every table of records, and one past version of each. */
export async function seedRows(db: pg.Client, s: Seeded, shapes: readonly TableShape[]): Promise<Parents> {
  const parents: Parents = new Map();
  const add = async (t: TableShape, about: Parameters<typeof valuesFor>[3]) => {
    const { rows } = await db.query<Record<string, unknown>>(`${insertSql(t.name, valuesFor(t, s, parents, about))} returning *`);
    parents.set(`${t.name} ${about.label}`, rows[0]!);
  };
  for (const t of shapes.filter((x) => !isHistory(x))) {
    if (isShared(t) || isOwners(t)) for (const c of combosOf(t.name)) await add(t, c);
    else if (isScoped(t)) for (const scope of scopesOf(s)) await add(t, { label: scope, scope });
  }
  // In a later transaction, so that what was there before is a past version.
  for (const t of shapes.filter(isHistory)) await db.query(`update ${t.name.replace(/_history$/, '')} set recorded_at = recorded_at`);
  return parents;
}
