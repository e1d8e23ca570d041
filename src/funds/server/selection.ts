import { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import { sectorKeys } from '../../activities/domain/sector-keys.ts';
import { many, type Queryable } from '../../platform/db/rows.ts';
import type { MoneyFilter, RowsFilter } from '../domain/contract.ts';
import { KIND, SEEN } from '../domain/ledger/book.ts';
import { ASIDE } from '../domain/ledger/facts.ts';
import { CLASS } from './measure.ts';
import type { Run } from './run.ts';

/** Facts that a reader asks for, as SQL. Parameters 1 … n belong to `where` and `pieces`. */
export type Selection = {
  run: Run;
  /** A table expression: sums of facts (`funds_sums`) within the filters, with their class at the boundary. */
  pieces: string;
  /** The table of the sums before `where`; where it holds several sectors fast, single facts, for sums can't tell which of them share a transaction. */
  sums: string;
  /** The same of single facts (`funds_facts`). */
  facts: string;
  /** The filters alone, on either table as `f`. */
  where: string;
  params: unknown[];
  /** Numbers of the chosen organisations; null: the default boundary. */
  chosen: number[] | null;
  /** Which of the two that cut transactions into parts are held fast by the filters. */
  fixed: { place: boolean; sector: boolean };
};

const KEYS = { no: z.number().int(), organisationKey: z.string() };

/** Turns the filters of a view into SQL over one run's facts. Keys that nobody is known by are refused. */
export async function selectionOf(tx: Queryable, run: Run, filter: MoneyFilter): Promise<Selection> {
  const params: unknown[] = [run.id];
  const conditions = ['f.run_id = $1'];
  const add = (value: unknown): string => `$${params.push(value)}`;
  if (filter.place !== undefined) conditions.push(`f.place = ${add(filter.place)}`);
  const sectors = filter.sector === undefined ? [] : sectorKeys(filter.sector);
  if (filter.sector !== undefined) conditions.push(`f.sector = any (${add(sectors)}::text[])`);
  if (filter.year !== undefined) conditions.push(`f.year = ${add(filter.year)}`);
  if (filter.organisation !== undefined) {
    const [no] = await numbersOf(tx, run, [filter.organisation]);
    const n = add(no ?? -1);
    conditions.push(`(f.provider = ${n} or f.receiver = ${n} or f.reporter = ${n})`);
  }
  const chosen = filter.within.length === 0 ? null : await numbersOf(tx, run, filter.within);
  const boundary = chosen === null ? defaultBoundary : chosenBoundary(add(chosen));
  const where = conditions.join(' and ');
  const fixed = { place: filter.place !== undefined, sector: filter.sector !== undefined };
  const sums = sectors.length > 1 ? unsummed : 'funds_sums';
  return { run, params, where, chosen, fixed, sums, pieces: piecesSql(sums, where, boundary), facts: piecesSql('funds_facts', where, boundary) };
}

/** Who stands inside, and what becomes of money that never touches those who do. */
type Boundary = { from: string; to: string; beside: number };
const defaultBoundary: Boundary = { from: '(f.inside & 1) <> 0', to: '(f.inside & 2) <> 0', beside: CLASS.direct };
/** Whoever chose a boundary asks what came to this group: what others pay each other is no part of it (docs/decisions/0012). */
const chosenBoundary = (list: string): Boundary => ({ from: `f.provider = any(${list}::int[])`, to: `f.receiver = any(${list}::int[])`, beside: CLASS.outside });

/** Facts in the columns of sums. */
const unsummed = `(select s.*, s.part >= ${ASIDE} as aside from funds_facts s)`;

/**
 * Pieces of money with their class. Spending (types 3, 4) and incoming funds (type 1) only; of incoming funds only what
 * is known from the receiver alone, and what it reports above the provider.
 */
function piecesSql(table: string, where: string, { from, to, beside }: Boundary): string {
  const { flow, expenditure, internal } = KIND;
  const isChosen = beside === CLASS.outside;
  return `(select f.*, f.type = '1' as incoming, ${isChosen ? `(${from} or ${to})` : 'true'} as touches, case f.kind
      when ${flow} then case when ${from} then case when ${to} then ${CLASS.within} else ${CLASS.left} end when ${to} then ${CLASS.entered} else ${beside} end
      when ${expenditure} then case when ${from} then ${CLASS.left} else ${beside} end
      when ${internal} then ${isChosen ? `case when ${from} then ${CLASS.internal} else ${CLASS.outside} end` : CLASS.internal}
      when ${KIND['other-level']} then ${CLASS.otherLevel} when ${KIND['other-version']} then ${CLASS.otherVersion} else ${CLASS.conflict} end as class
    from ${table} f
    where ${where} and (f.type in ('3', '4') and f.kind in (${flow}, ${expenditure}, ${internal}, ${KIND['other-level']}, ${KIND['other-version']})
      or f.type = '1' and f.kind in (${flow}, ${internal}, ${KIND['conflict-difference']})))`;
}

/** What a list of rows asks for beside the selection, as conditions on `x`; their parameters are put after those that are there. */
export async function narrowed(tx: Queryable, s: Selection, filter: Pick<RowsFilter, 'provider' | 'receiver' | 'reporter' | 'type' | 'seen' | 'only'>): Promise<{ conditions: string[]; params: unknown[] }> {
  const params = [...s.params];
  const conditions = filter.only.map((o) => onlySql[o]);
  for (const side of ['provider', 'receiver', 'reporter'] as const) {
    const key = filter[side];
    if (key !== undefined) conditions.push(`x.${side} = $${params.push(key === NOT_NAMED ? 0 : ((await numbersOf(tx, s.run, [key]))[0] ?? -1))}`);
  }
  if (filter.type !== undefined) conditions.push(`coalesce(x.type, '?') = $${params.push(filter.type)}`);
  if (filter.seen.length > 0) conditions.push(`x.seen = any($${params.push(filter.seen.map((word) => SEEN[word]))}::int[])`);
  return { conditions, params };
}

const onlySql: Record<RowsFilter['only'][number], string> = {
  flow: `x.kind = ${KIND.flow}`,
  counted: `x.class <= ${CLASS.within}`,
  converted: 'x.cents is not null',
  unconverted: `x.cents is null and x.amount is not null and x.class <= ${CLASS.internal}`,
  undated: 'x.year is null',
  repeated: 'x.repeated',
};

/**
 * How many transactions a group of sums (`x`) has, each once: those that begin where neither place nor sector is held
 * fast, by a filter or by the group itself; else those that begin at the place, in the sector, or all.
 */
export function transactionsIn(s: Selection, by: { place?: boolean; sector?: boolean } = {}): string {
  if (s.sums === unsummed) return 'count(distinct (x.transaction_id, x.aside))';
  const [place, sector] = [s.fixed.place || by.place, s.fixed.sector || by.sector];
  return `sum(x.${place ? (sector ? 'facts' : 'place_firsts') : sector ? 'sector_firsts' : 'transactions'})`;
}

/** Numbers of organisations in a run, by key, none for who takes no part in it; unknown keys are refused. A key made from a name also finds the one identifier that carries it. */
export async function numbersOf(tx: Queryable, run: Run, keys: readonly string[]): Promise<number[]> {
  await refuseUnknown(tx, run, keys);
  const wanted = keys.map(asKey);
  const rows = await many(tx, z.object(KEYS),
    `select p.no, p.organisation_key from funds_parties p where p.run_id = $1 and p.organisation_key = any (
       select coalesce(s.key, k.key) from unnest($2::text[]) as k (key) left join lateral (
         select min(organisation_key) as key from organisations_sightings
         where k.key like 'name:%' and name_key = substr(k.key, 6) and organisation_key not like 'name:%' having count(distinct organisation_key) = 1) s on true
       union select unnest($2::text[]))`, [run.id, wanted]);
  return rows.map((r) => r.no);
}

/** What stands for money whose organisation nobody named. */
const NOT_NAMED = '?';

/**
 * Refuses keys that nobody is known by, so that a slip of the pen is not answered with a total of nothing. An organisation
 * that is known but takes no part in this run's money is no mistake.
 */
async function refuseUnknown(tx: Queryable, run: Run, keys: readonly string[]): Promise<void> {
  const rows = await many(tx, z.object({ key: z.string() }),
    `select k.given as key from unnest($2::text[], $3::text[]) with ordinality as k (key, given, place)
     where not exists (select from funds_parties p where p.run_id = $1 and p.organisation_key = k.key)
       and not exists (select from organisations_sightings s where s.organisation_key = k.key)
       and not exists (select from organisations_sightings s where k.key like 'name:%' and s.name_key = substr(k.key, 6))
       and not exists (select from organisations_organisations o where o.identifier = k.key) and k.key <> '${NOT_NAMED}' order by k.place`, [run.id, keys.map(asKey), keys]);
  const unknown = rows.map((r) => r.key);
  if (unknown.length > 0) throw new Problem('funds.organisation-unknown', `No organisation here is known as ${unknown.join(', ')}.`, { unknown });
}

const asKey = (k: string): string => (k.startsWith('name:') ? k : k.toUpperCase());
