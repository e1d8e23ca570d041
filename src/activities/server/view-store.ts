import { z } from 'zod';
import { Audience } from '../../kernel/audience.ts';
import { foldName } from '../../organisations/domain/fold.ts';
import { many, type Queryable } from '../../platform/db/rows.ts';
import { countedOrder } from '../domain/counted-version.ts';
import type { PictureFilter } from '../domain/contract.ts';
import { publisherColumns } from '../domain/publisher-record.ts';
import { sectorKeys } from '../domain/sector-keys.ts';

export type ActivityFilter = PictureFilter & { text?: string; status?: string | undefined; endingFrom?: string | undefined; endingBefore?: string | undefined };

/** Values of a statement that is put together piece by piece: `$1`, `$2` … as they come. */
export class Values {
  readonly list: unknown[] = [];
  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/**
 * Versions that do not count: of identifiers that stand in several sources, all but the first by the rule. Few
 * identifiers stand in several, so that the rule is asked of few rows.
 */
export const losers = `several as (select identifier, count(*)::integer as versions from activities_versions group by identifier having count(*) > 1),
  losers as (select id from (
    select v.id, row_number() over (partition by v.identifier order by ${countedOrder}) as place
    from activities_versions v join organisations_organisations o on o.id = v.owner_id where v.identifier in (select identifier from several)) r where place > 1)`;

/**
 * Keys under which an organisation is found: itself, and names without identifier that, among the rows the reader may
 * see, only this identifier carries.
 */
const keysOf = (key: string) => `select ${key} union
  select 'name:' || mine.name_key from organisations_sightings mine where mine.organisation_key = ${key} and mine.name_key <> ''
    and not exists (select from organisations_sightings other where other.name_key = mine.name_key and other.organisation_key <> ${key} and other.organisation_key not like 'name:%')`;

/** The conditions of a view on counted versions under `v`. */
export function conditions(filter: ActivityFilter, values: Values): string {
  const all = ['v.id not in (select id from losers)'];
  if (filter.place !== undefined) all.push(`v.places @> array[${values.add(filter.place)}::text]`);
  if (filter.sector !== undefined) all.push(`v.sectors && ${values.add(sectorKeys(filter.sector))}::text[]`);
  if (filter.organisation !== undefined) {
    all.push(`exists (select from activities_participations p where p.version_id = v.id and p.organisation_key in (${keysOf(`${values.add(filter.organisation)}::text`)}))`);
  }
  if (filter.year !== undefined) {
    const [first, last] = [values.add(`${filter.year}-01-01`), values.add(`${filter.year}-12-31`)];
    all.push(`coalesce(v.starts_on, v.ends_on) <= ${last}::date and coalesce(v.ends_on, 'infinity') >= ${first}::date`);
  }
  if (filter.status !== undefined) all.push(`v.status = ${values.add(filter.status)}`);
  if (filter.endingFrom !== undefined) all.push(`v.ends_on >= ${values.add(filter.endingFrom)}::date`);
  if (filter.endingBefore !== undefined) all.push(`v.ends_on < ${values.add(filter.endingBefore)}::date and not v.ends_for_sure`);
  const words = foldName(filter.text ?? '').split(' ').filter((w) => w !== '');
  if (words.length > 0) all.push(`v.search @@ to_tsquery('simple', ${values.add(words.map((w) => `'${w}':*`).join(' & '))})`);
  return all.join(' and ');
}

export const RowOfList = z.object({
  id: z.number(), identifier: z.string(), title: z.string(), titleLanguage: z.string().nullable(), reportingKey: z.string(), reportingName: z.string().nullable(), status: z.string().nullable(),
  startsOn: z.string().nullable(), endsOn: z.string().nullable(), endsForSure: z.boolean(), places: z.array(z.string()), sectors: z.array(z.string()), versions: z.number(), hierarchy: z.number().nullable(),
  illustrative: z.boolean(), currency: z.string().nullable(), spent: z.record(z.string(), z.string()), asOf: z.string().nullable(), audience: Audience, circleId: z.number().nullable(), batchId: z.number().nullable(),
  errors: z.number(), flows: z.number(), flowsNamed: z.number(), lastUpdatedOn: z.string().nullable(), elementsExpected: z.number(), elementsGiven: z.number(),
});
export type RowOfList = z.infer<typeof RowOfList>;

const listColumns = `v.id, v.identifier, v.title, v.title_language, v.reporting_key, v.reporting_name, v.status, v.starts_on, v.ends_on, v.ends_for_sure, v.places, v.sectors,
  coalesce((select s.versions from several s where s.identifier = v.identifier), 1) as versions, v.hierarchy, v.illustrative, v.currency,
  v.spent, v.as_of, v.audience, v.circle_id, v.batch_id, v.errors, v.flows, v.flows_named, v.last_updated_on, v.elements_expected, v.elements_given`;

const orders = {
  title: 'lower(v.title), v.id',
  ends: 'v.ends_on nulls last, v.id',
  starts: 'v.starts_on desc nulls last, v.id',
  spent: 'v.spent_order desc, v.id',
} as const;
export type Order = keyof typeof orders;

export function listPage(tx: Queryable, filter: ActivityFilter, order: Order, after: number, limit: number) {
  const values = new Values();
  const where = conditions(filter, values);
  // The page is chosen by narrow columns; titles and arrays are fetched for its rows only.
  return many(tx, RowOfList, `with ${losers}, page as (select v.id from activities_versions v where ${where} order by ${orders[order]} limit ${values.add(limit)} offset ${values.add(after)})
    select ${listColumns} from activities_versions v where v.id in (select id from page) order by ${orders[order]}`, values.list);
}

/** For a cursor: every activity of a view with where it comes from. */
export function exportQuery(filter: ActivityFilter): { text: string; values: unknown[] } {
  const values = new Values();
  const where = conditions(filter, values);
  return {
    text: `with ${losers} select ${listColumns}, o.name as owner, s.key as source, f.name as file, v.line, v.standard from activities_versions v
      join organisations_organisations o on o.id = v.owner_id left join intake_sources s on s.id = v.source_id left join intake_files f on f.id = v.file_id
      where ${where} order by v.identifier`,
    values: values.list,
  };
}
export const RowOfExport = RowOfList.extend({ owner: z.string(), source: z.string().nullable(), file: z.string().nullable(), line: z.number().nullable(), standard: z.string() });

/** What a view's activities are, publisher by publisher: enough for a figure over all of them. */
const GroupRow = z.object({
  reportingKey: z.string(), reportingName: z.string().nullable(), count: z.number(), asOf: z.string().nullable(), unknownDays: z.number(), asOfLatest: z.string().nullable(), audience: Audience, circles: z.number(), circleId: z.number().nullable(),
  ended: z.number(), errors: z.number(), flows: z.number(), named: z.number(), several: z.number(),
});
export type GroupRow = z.infer<typeof GroupRow>;

export function groupsOf(tx: Queryable, filter: ActivityFilter, more = 'true') {
  const values = new Values();
  const where = conditions(filter, values);
  return many(tx, GroupRow, `with ${losers} select v.reporting_key, max(v.reporting_name) as reporting_name, count(*) as count, min(v.as_of) as as_of, count(*) filter (where v.as_of is null) as unknown_days,
      max(v.as_of) as as_of_latest, max(v.audience) as audience, count(distinct v.circle_id) as circles, min(v.circle_id) as circle_id, count(*) filter (where v.status in ('4', '5')) as ended,
      sum(v.errors) as errors, sum(v.flows) as flows, sum(v.flows_named) as named, count(*) filter (where v.identifier in (select identifier from several)) as several
    from activities_versions v where ${where} and ${more} group by v.reporting_key order by v.reporting_key`, values.list);
}

const PublisherRow = z.object({
  key: z.string(), activities: z.number(), expected: z.number(), given: z.number(), flawed: z.number(), flows: z.number(), named: z.number(), latest: z.string().nullable(), days: z.array(z.string()).nullable(), span: z.number().nullable(),
});
export type PublisherRow = z.infer<typeof PublisherRow>;

/** Records of publishers over everything of theirs that the reader may see; of all of them where no keys are given. */
export const publishers = (tx: Queryable, keys: readonly string[] | null) =>
  many(tx, PublisherRow, `select v.reporting_key as key, ${publisherColumns} from activities_versions v where $1::text[] is null or v.reporting_key = any ($1) group by v.reporting_key`, [keys]);

/** Organisations that a view's activities name with an identifier, and those of them that report here themselves. */
export async function reporters(tx: Queryable, filter: ActivityFilter): Promise<{ expected: number; reported: number }> {
  const values = new Values();
  const where = conditions(filter, values);
  const { rows } = await tx.query(`with ${losers}, named as (
      select distinct p.organisation_key as key from activities_participations p join activities_versions v on v.id = p.version_id where ${where} and p.organisation_key not like 'name:%')
    select count(*)::integer as expected, (count(*) filter (where exists (select from activities_versions r where r.reporting_key = named.key)))::integer as reported from named`, values.list);
  return rows[0] as { expected: number; reported: number };
}

/** The same for single versions. */
export const reportersOf = (tx: Queryable, versionIds: readonly number[]) =>
  many(tx, z.object({ versionId: z.number(), expected: z.number(), reported: z.number() }),
    `select version_id, count(*) as expected, count(*) filter (where reports) as reported from (
       select distinct p.version_id, p.organisation_key, exists (select from activities_versions r where r.reporting_key = p.organisation_key) as reports
       from activities_participations p where p.version_id = any ($1) and p.organisation_key not like 'name:%') x group by version_id`, [versionIds]);
