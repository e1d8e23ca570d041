import type pg from 'pg';
import type { Actor } from '../../src/kernel/audience.ts';
import { castNames, type Seeded } from '../cast.ts';

/** Who tries: the cast, and the server itself before anybody is signed in and while it counts. */
export type Trier = { name: string; actor: Actor; purpose: string };

export function triers(s: Seeded): Trier[] {
  const nobody: Actor = { accountId: null, organisationId: null, role: null, circleIds: [] };
  return [
    ...castNames.map((name) => ({ name: name as string, actor: s.actors[name], purpose: '' })),
    { name: 'signing in', actor: nobody, purpose: 'sign-in' },
    { name: 'counting for all', actor: nobody, purpose: 'job' },
    { name: 'counting for Gamma', actor: { accountId: null, organisationId: s.organisations.Gamma, role: 'reader', circleIds: [s.circles.valley] }, purpose: 'job' },
  ];
}

/**
 * Statements that are tried, by what they are called, each undone at once. `look` answers labels of visible rows, the
 * others how many rows they touched; `past` is counted before and after, for tables that keep history.
 */
export type Attempts = { look: string; past?: string | undefined; tries: Record<string, string>; unreferenced?: Record<string, string> };
/** What came of it: labels, or for each try a number of rows (and of past versions that it made), `refused`, or an error. */
export type Outcome = { look: string[] } & Record<string, string | string[]>;

export async function installProbe(db: pg.Client): Promise<void> {
  await db.query(`
    create function attempt(sql text, past text) returns text language plpgsql as $$
    declare n bigint; before bigint := 0; after bigint := 0;
    begin
      begin
        if past is not null then execute past into before; end if;
        execute sql;
        get diagnostics n = row_count;
        if past is not null then execute past into after; end if;
        raise exception using errcode = 'TS001', message = n || case when after > before then ', past ' || (after - before) else '' end;
      exception
        when sqlstate 'TS001' then return sqlerrm;
        when insufficient_privilege then return 'refused';
        when others then return sqlstate || ' ' || sqlerrm;
      end;
    end $$;
    create function looked(sql text) returns text[] language plpgsql as $$
    declare found text[];
    begin
      execute 'select coalesce(array_agg(label order by label), ''{}'') from (' || sql || ') x (label)' into found;
      return found;
    exception when insufficient_privilege then return array['refused'];
    end $$;
    grant execute on function attempt(text, text), looked(text) to tessera_app`);
}

/** Lets one trier try everything as the application's role; `first` changes a policy for this one transaction. */
async function tryAll(db: pg.Client, { actor, purpose }: Trier, { look, past, tries, unreferenced }: Attempts, first: string): Promise<Outcome> {
  const claims: Record<string, string> = {
    'app.account': String(actor.accountId ?? ''), 'app.organisation': String(actor.organisationId ?? ''), 'app.role': actor.role ?? '', 'app.circles': actor.circleIds.join(','), 'app.purpose': purpose, 'app.batch': '',
  };
  const begin = (more: string) => `begin; ${first}; ${more} ${Object.entries(claims).map(([k, v]) => `select set_config('${k}', '${v}', true);`).join(' ')} set local role tessera_app`;
  const run = async (named: Record<string, string>, counted: string | undefined) => {
    const { rows } = await db.query<{ what: string; came: string }>(`select what, attempt(sql, $3) as came from unnest($1::text[], $2::text[]) t (what, sql)`, [Object.keys(named), Object.values(named), counted ?? null]);
    return Object.fromEntries(rows.map((r) => [r.what, r.came]));
  };
  try {
    await db.query(begin(''));
    const { rows: [seen] } = await db.query<{ found: string[] }>('select looked($1) as found', [look]);
    const outcome = { look: seen!.found, ...(await run(tries, past)) };
    await db.query('rollback');
    if (!unreferenced) return outcome;
    // Whether a row may be removed is the policy's question; that others refer to it is not.
    await db.query(begin('set local session_replication_role = replica;'));
    return { ...outcome, ...(await run(unreferenced, undefined)) };
  } finally {
    await db.query('rollback');
  }
}

/** Whether a change is noticed by anybody; asks no further than the first who does. */
export async function noticed(db: pg.Client, who: readonly Trier[], attempts: Attempts, before: Record<string, Outcome>, change: string): Promise<boolean> {
  for (const t of who) if (JSON.stringify(await tryAll(db, t, attempts, change)) !== JSON.stringify(before[t.name])) return true;
  return false;
}

/** The whole cast at one table. */
export async function probe(db: pg.Client, who: readonly Trier[], attempts: Attempts, first = 'select 1'): Promise<Record<string, Outcome>> {
  const all: Record<string, Outcome> = {};
  for (const t of who) all[t.name] = await tryAll(db, t, attempts, first);
  return all;
}
