import { z } from 'zod';
import { countedOrder } from '../../activities/domain/counted-version.ts';
import { publisherColumns } from '../../activities/domain/publisher-record.ts';
import { Audience } from '../../kernel/audience.ts';
import { many, one, type Queryable } from '../../platform/db/rows.ts';

type Tx = Queryable;

/**
 * Organisations as the data speaks of them, among the rows that the reader may see. A name without identifier stands for
 * the one identifier that carries the same folded name; where two carry it, or none, it stands for itself.
 */
const mentioned = `sole as (
    select 'name:' || name_key as alias, min(organisation_key) as key from organisations_sightings
    where organisation_key not like 'name:%' and name_key <> '' group by name_key having count(distinct organisation_key) = 1),
  mentioned as (
    select coalesce(sole.key, s.organisation_key) as key, s.organisation_key as alias, s.name, s.name_key, s.language, s.kind, s.times
    from organisations_sightings s left join sole on sole.alias = s.organisation_key)`;

/** Versions that do not count: another one of the same identifier does. */
const losers = `losers as (select id from (
    select v.id, row_number() over (partition by v.identifier order by ${countedOrder}) as place
    from activities_versions v join organisations_organisations o on o.id = v.owner_id
    where v.identifier in (select identifier from activities_versions group by identifier having count(*) > 1)) r where place > 1)`;

/** For the keys of $1: which counted versions name each of them, in which role. */
const named = `named as (
    select distinct k.key, p.version_id, p.role from unnest($1::text[]) k (key)
    join lateral (select k.key as alias union select sole.alias from sole where sole.key = k.key) a on true
    join activities_participations p on p.organisation_key = a.alias where p.version_id not in (select id from losers))`;

/** Keys of organisations that fit a text (folded, and as it was typed), most mentioned first, and how many there are. */
export async function searchKeys(tx: Tx, { folded, typed, limit, after }: { folded: string; typed: string; limit: number; after: number }) {
  const like = (s: string) => `%${s.replace(/[\\%_]/g, '\\$&')}%`;
  return one(tx, z.object({ keys: z.array(z.string()), total: z.number().int() }),
    `with ${mentioned}, fitting as (select key, sum(times) as times from mentioned where key in (select key from mentioned where $1 = '' or name_key like $2 or key ilike $3) group by key)
     select (select count(*)::int from fitting) as total, array(select key from fitting order by times desc, key limit $4 offset $5) as keys`,
    [typed, folded === '' ? like(typed) : like(folded), like(typed), limit, after]);
}

/** The key under which an organisation is found, for any key that names it. */
export const keyOf = async (tx: Tx, key: string) =>
  (await many(tx, z.object({ key: z.string() }), `with ${mentioned} select distinct key from mentioned where alias = $1`, [key]))[0]?.key;

const NamesRow = z.object({
  key: z.string(), kind: z.string().nullable(), reports: z.boolean(),
  names: z.array(z.object({ name: z.string(), language: z.string().nullable(), times: z.number().int() })),
});

/** Under which names organisations are found, most common first. */
export const namesOf = (tx: Tx, keys: readonly string[]) =>
  many(tx, NamesRow,
    `with ${mentioned}, counted as (
       select key, name, language, sum(times)::int as times, row_number() over (partition by key order by sum(times) desc, name, language) as place
       from mentioned where key = any ($1) and name is not null group by key, name, language)
     select m.key, mode() within group (order by m.kind) as kind,
       exists (select from activities_versions v where v.reporting_key in (select alias from mentioned a where a.key = m.key)) as reports,
       coalesce((select json_agg(json_build_object('name', c.name, 'language', c.language, 'times', c.times) order by c.place) from counted c where c.key = m.key and c.place <= 30), '[]') as names
     from mentioned m where m.key = any ($1) group by m.key`, [keys]);

const GroupRow = z.object({
  key: z.string(), role: z.string().nullable(), reportingKey: z.string(), reportingName: z.string().nullable(), count: z.number().int(), asOf: z.string().nullable(), unknownDays: z.number().int(), asOfLatest: z.string().nullable(),
  audience: Audience, circles: z.number().int(), circleId: z.number().int().nullable(), ended: z.number().int(), errors: z.number().int(), flows: z.number().int(), named: z.number().int(), several: z.number().int(),
});
export type GroupRow = z.infer<typeof GroupRow>;

/** What the activities of organisations are, publisher by publisher (and role by role): enough for a figure over them. */
export const groupsOf = (tx: Tx, keys: readonly string[], byRole: boolean) =>
  many(tx, GroupRow,
    `with ${mentioned}, ${losers}, ${named}, one as (select distinct key, version_id, ${byRole ? 'role' : 'null::text as role'} from named)
     select one.key, one.role, v.reporting_key, max(v.reporting_name) as reporting_name, count(*)::int as count, min(v.as_of) as as_of, (count(*) filter (where v.as_of is null))::int as unknown_days,
       max(v.as_of) as as_of_latest, max(v.audience) as audience, count(distinct v.circle_id)::int as circles, min(v.circle_id) as circle_id, (count(*) filter (where v.status in ('4', '5')))::int as ended,
       sum(v.errors)::int as errors, sum(v.flows)::int as flows, sum(v.flows_named)::int as named,
       (count(*) filter (where exists (select from activities_versions w where w.identifier = v.identifier and w.id <> v.id)))::int as several
     from one join activities_versions v on v.id = one.version_id group by one.key, one.role, v.reporting_key order by one.key, one.role, v.reporting_key`, [keys]);

/** Of the organisations with an identifier that these organisations' activities name: how many there are, and how many of them report here. */
export const reportersOf = (tx: Tx, keys: readonly string[]) =>
  many(tx, z.object({ key: z.string(), expected: z.number().int(), reported: z.number().int() }),
    `with ${mentioned}, ${losers}, ${named}, beside as (
       select distinct n.key, p.organisation_key from named n join activities_participations p on p.version_id = n.version_id where p.organisation_key not like 'name:%')
     select key, count(*)::int as expected, (count(*) filter (where exists (select from activities_versions v where v.reporting_key = beside.organisation_key)))::int as reported
     from beside group by key`, [keys]);

const PublisherRow = z.object({
  key: z.string(), activities: z.number(), expected: z.number(), given: z.number(), flawed: z.number(), flows: z.number(), named: z.number(), latest: z.string().nullable(), days: z.array(z.string()).nullable(), span: z.number().nullable(),
});

/** Records of publishers over everything of theirs that the reader may see. */
export const publishersOf = (tx: Tx, keys: readonly string[]) =>
  many(tx, PublisherRow, `select v.reporting_key as key, ${publisherColumns} from activities_versions v where v.reporting_key = any ($1) group by v.reporting_key`, [keys]);

/** Who stands beside an organisation in the most activities. */
export const partnersOf = (tx: Tx, key: string, limit: number) =>
  many(tx, z.object({ key: z.string(), name: z.string().nullable(), activities: z.number().int() }),
    `with ${mentioned}, ${losers}, ${named}
     select coalesce(sole.key, p.organisation_key) as key, mode() within group (order by p.name) as name, count(distinct p.version_id)::int as activities
     from (select distinct version_id from named) n join activities_participations p on p.version_id = n.version_id left join sole on sole.alias = p.organisation_key
     where coalesce(sole.key, p.organisation_key) <> all ($1) group by 1 order by 3 desc, 1 limit $2`, [[key], limit]);
