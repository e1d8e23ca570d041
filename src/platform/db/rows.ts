import pg from 'pg';
import type { z } from 'zod';

/** Anything that runs SQL: a transaction, a client, a pool. */
export type Queryable = {
  query(sql: string, params?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;
};

const OID = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, interval: 1186 } as const;
const ARRAY = { int8: 1016, timestamp: 1115, date: 1182, timestamptz: 1185, numeric: 1231 } as const;

const asText = (value: string) => value;
/** A whole number when JavaScript can hold it exactly, else its digits. */
const wholeNumber = (value: string) => {
  const n = Number(value);
  return Number.isSafeInteger(n) ? n : value;
};
/**
 * `2026-01-02 03:04:05.6789+00` → `2026-01-02T03:04:05.678900Z`: microseconds are kept, views as of a moment need them,
 * and always six digits, so that instants compare as texts.
 */
const instant = (value: string) => {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(value);
  return parts ? `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(6, '0')}Z` : value;   // 'infinity'
};

const listOf = (parse: (value: string) => unknown) => (value: string) =>
  (pg.types as unknown as { arrayParser: { create(v: string, p: (x: string) => unknown): { parse(): unknown[] } } })
    .arrayParser.create(value, (x) => (x === null ? null : parse(x))).parse();

const parsers = new Map<number, (value: string) => unknown>([
  [OID.int8, wholeNumber], [OID.date, asText], [OID.timestamp, asText], [OID.timestamptz, instant], [OID.interval, asText],
  [ARRAY.int8, listOf(wholeNumber)], [ARRAY.date, listOf(asText)], [ARRAY.timestamp, listOf(asText)],
  [ARRAY.timestamptz, listOf(instant)], [ARRAY.numeric, listOf(asText)],
]);

/** How columns are read: exact decimals and days stay text, instants are ISO 8601 in UTC. Give it to every client. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: string) =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

const camel = (column: string) => column.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase());
const named = new Map<string, string>();
/** A row under the names of the model; for rows that are streamed and not read through `many`. */
export function camelRow(row: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const column of Object.keys(row)) {
    let key = named.get(column);
    if (key === undefined) named.set(column, (key = camel(column)));
    out[key] = row[column];
  }
  return out;
}

/** All rows, each read through the model's schema (`snake_case` columns become `camelCase` keys). */
export async function many<S extends z.ZodType>(tx: Queryable, schema: S, sql: string, params: readonly unknown[] = []): Promise<z.output<S>[]> {
  const { rows } = await tx.query(sql, params);
  return rows.map((row) => schema.parse(camelRow(row)));
}

/** The first row, or undefined when there is none. */
export async function maybe<S extends z.ZodType>(tx: Queryable, schema: S, sql: string, params: readonly unknown[] = []): Promise<z.output<S> | undefined> {
  const { rows } = await tx.query(sql, params);
  return rows[0] === undefined ? undefined : schema.parse(camelRow(rows[0]));
}

/** Exactly one row: anything else is a mistake of the caller, not of the person who asks. */
export async function one<S extends z.ZodType>(tx: Queryable, schema: S, sql: string, params: readonly unknown[] = []): Promise<z.output<S>> {
  const { rows } = await tx.query(sql, params);
  if (rows.length !== 1) throw new Error(`expected one row, got ${rows.length}`);
  return schema.parse(camelRow(rows[0]!));
}
