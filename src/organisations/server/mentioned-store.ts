import { z } from 'zod';
import { countedOrder } from '../../activities/domain/counted-version.ts';
import { publisherColumns } from '../../activities/domain/publisher-record.ts';
import { Audience } from '../../kernel/audience.ts';
import { many, maybe, one, type Queryable } from '../../platform/db/rows.ts';

/**
 * Organisations as the data speaks of them, among the rows that the reader may see. A name without identifier stands for
 * the one identifier that carries the same folded name; where two carry it, or none, it stands for itself.
 *
 * Whom a name stands for differs from reader to reader, so it is asked and not kept. It is asked once, and what follows
 * takes the answer as arrays: the planner knows how long they are, and nothing here searches a list once for each row,
 * whatever the planner believes of the tables (right after an import it knows nothing of them).
 */
type Tx = Queryable;

/** One name under which an organisation stands in the data: its key, or `name:…` for a name that stands for it alone. */
const Alias = z.object({ key: z.string(), alias: z.string() });
export type Alias = z.infer<typeof Alias>;

const aliases = 'unnest($1::text[], $2::text[]) a (key, alias)';
/** Who publishes here; distinct, so that it is hashed once however many activities there are. */
const reporters = '(select distinct reporting_key from activities_versions)';
const arrays = (of: readonly Alias[]) => [of.map((a) => a.key), of.map((a) => a.alias)];

/** Keys of organisations that fit a text (folded, and as it was typed), most mentioned first, and how many there are. */
export async function searchKeys(tx: Tx, { folded, typed, limit, after }: { folded: string; typed: string; limit: number; after: number }) {
  const like = (s: string) => `%${s.replace(/[\\%_]/g, '\\$&')}%`;
  return one(tx, z.object({ keys: z.array(z.string()), total: z.number().int() }),
    `with said as (
       select organisation_key, name_key, times, organisation_key like 'name:%' as by_name,
         case when organisation_key not like 'name:%' and name_key <> '' then organisation_key end as carrier
       from organisations_sightings),
     meant as (
       select case when by_name and min(carrier) over same = max(carrier) over same then min(carrier) over same else organisation_key end as key, name_key, times
       from said window same as (partition by case when by_name then substr(organisation_key, 6) else name_key end)),
     fitting as materialized (
       select key, sum(times) as times from meant group by key having $1 = '' or key ilike $3 or bool_or(name_key like $2))
     select (select count(*)::int from fitting) as total, array(select key from fitting order by times desc, key limit $4 offset $5) as keys`,
    [typed, folded === '' ? like(typed) : like(folded), like(typed), limit, after]);
}

/** The key under which an organisation is found, for any key that names it. */
export const keyOf = async (tx: Tx, key: string) =>
  (await maybe(tx, z.object({ key: z.string() }),
    `select coalesce(
       (select min(organisation_key) from organisations_sightings where $1 like 'name:%' and name_key = substr($1, 6) and organisation_key not like 'name:%'
        having count(distinct organisation_key) = 1), $1) as key
     where exists (select from organisations_sightings where organisation_key = $1)`, [key]))?.key;

/** Under which names in the data organisations stand, for keys that {@link searchKeys} or {@link keyOf} gave. */
export const aliasesOf = (tx: Tx, keys: readonly string[]) =>
  many(tx, Alias,
    `select key, key as alias from unnest($1::text[]) k (key)
     union all
     select k.key, 'name:' || own.name_key from unnest($1::text[]) k (key)
     cross join lateral (select distinct name_key from organisations_sightings where organisation_key = k.key and name_key <> '') own
     where k.key not like 'name:%' and not exists (
       select from organisations_sightings other where other.name_key = own.name_key and other.organisation_key <> k.key and other.organisation_key not like 'name:%')`, [keys]);

const NamesRow = z.object({
  key: z.string(), kind: z.string().nullable(), reports: z.boolean(),
  names: z.array(z.object({ name: z.string(), language: z.string().nullable(), times: z.number().int() })),
});

/** Under which names organisations are found, most common first. */
export const namesOf = (tx: Tx, of: readonly Alias[]) =>
  many(tx, NamesRow,
    `with said as materialized (
       select a.key, s.name, s.language, s.kind, s.times from ${aliases} join organisations_sightings s on s.organisation_key = a.alias),
     counted as (
       select key, name, language, sum(times)::int as times, row_number() over (partition by key order by sum(times) desc, name, language) as place
       from said where name is not null group by key, name, language),
     named as (
       select key, json_agg(json_build_object('name', name, 'language', language, 'times', times) order by place) as names from counted where place <= 30 group by key),
     kinds as (select key, mode() within group (order by kind) as kind from said group by key),
     reporting as (select key, bool_or(alias in ${reporters}) as reports from ${aliases} group by key)
     select key, kind, reports, coalesce(names, '[]') as names
     from kinds left join named using (key) left join reporting using (key)`, arrays(of));

const GroupRow = z.object({
  key: z.string(), role: z.string().nullable(), reportingKey: z.string(), reportingName: z.string().nullable(), count: z.number().int(), asOf: z.string().nullable(), unknownDays: z.number().int(), asOfLatest: z.string().nullable(),
  audience: Audience, circles: z.number().int(), circleId: z.number().int().nullable(), ended: z.number().int(), errors: z.number().int(), flows: z.number().int(), named: z.number().int(), several: z.number().int(),
  expected: z.number().int(), reported: z.number().int(),
});
export type GroupRow = z.infer<typeof GroupRow>;

/**
 * The versions that name any of the organisations, each once, with who is named (in which role) and whether another
 * version speaks of the same activity. A version does not count where another one of the same identifier does.
 */
const counted = (byRole: boolean) => `seen as materialized (
    select n.named, v.*, exists (select from activities_versions w where w.identifier = v.identifier and w.id <> v.id) as several
    from (select p.version_id, array_agg(distinct (a.key, ${byRole ? 'p.role' : 'null::text'})) as named
          from ${aliases} join activities_participations p on p.organisation_key = a.alias group by p.version_id) n
    join lateral (select id, identifier, reporting_key, reporting_name, as_of, audience, circle_id, status, errors, flows, flows_named from activities_versions where id = n.version_id) v on true),
  counted as (
    select * from seen where not several or id = (
      select v.id from activities_versions v join organisations_organisations o on o.id = v.owner_id where v.identifier = seen.identifier order by ${countedOrder} limit 1))`;
/** Who is named by a counted version, one row each. */
const named = 'unnest(v.named) n (key text, role text)';

/**
 * What the activities of organisations are, publisher by publisher (and role by role): enough for a figure over them.
 * And of the organisations with an identifier that these activities name: how many there are, how many of them report here.
 */
export const groupsOf = (tx: Tx, of: readonly Alias[], byRole: boolean) =>
  many(tx, GroupRow,
    `with ${counted(byRole)},
     beside as (
       select distinct n.key, p.organisation_key from counted v join activities_participations p on p.version_id = v.id cross join ${named}
       where p.organisation_key not like 'name:%'),
     reporters as (
       select key, count(*)::int as expected, (count(*) filter (where organisation_key in ${reporters}))::int as reported
       from beside group by key),
     groups as (
       select n.key, n.role, v.reporting_key, max(v.reporting_name) as reporting_name, count(*)::int as count, min(v.as_of) as as_of, (count(*) filter (where v.as_of is null))::int as unknown_days,
         max(v.as_of) as as_of_latest, max(v.audience) as audience, count(distinct v.circle_id)::int as circles, min(v.circle_id) as circle_id, (count(*) filter (where v.status in ('4', '5')))::int as ended,
         sum(v.errors)::int as errors, sum(v.flows)::int as flows, sum(v.flows_named)::int as named, (count(*) filter (where v.several))::int as several
       from counted v cross join ${named} group by n.key, n.role, v.reporting_key)
     select groups.*, coalesce(expected, 0) as expected, coalesce(reported, 0) as reported from groups left join reporters using (key) order by key, role, reporting_key`, arrays(of));

const PublisherRow = z.object({
  key: z.string(), activities: z.number(), expected: z.number(), given: z.number(), flawed: z.number(), flows: z.number(), named: z.number(), latest: z.string().nullable(), days: z.array(z.string()).nullable(), span: z.number().nullable(),
});

/** Records of publishers over everything of theirs that the reader may see. */
export const publishersOf = (tx: Tx, keys: readonly string[]) =>
  many(tx, PublisherRow, `select v.reporting_key as key, ${publisherColumns} from activities_versions v where v.reporting_key = any ($1) group by v.reporting_key`, [keys]);

/** Who stands beside an organisation in the most activities. */
export const partnersOf = (tx: Tx, of: readonly Alias[], limit: number) =>
  many(tx, z.object({ key: z.string(), name: z.string().nullable(), activities: z.number().int() }),
    `with ${counted(false)}, beside as (
       select p.organisation_key as alias, v.id, p.name from counted v join activities_participations p on p.version_id = v.id),
     meant as (
       select coalesce(carrier.key, alias) as key, names, ids
       from (select alias, array_agg(name) as names, array_agg(id) as ids from beside group by alias) b
       left join lateral (
         select min(s.organisation_key) as key from organisations_sightings s where alias like 'name:%' and s.name_key = substr(alias, 6) and s.organisation_key not like 'name:%'
         having count(distinct s.organisation_key) = 1) carrier on true)
     select key, mode() within group (order by name) as name, count(distinct id)::int as activities
     from meant cross join unnest(names, ids) u (name, id) where key <> all ($1) group by key order by activities desc, key limit $3`, [...arrays(of), limit]);
