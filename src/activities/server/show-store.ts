import { z } from 'zod';
import { ReportedBudget, ReportedTransaction } from '../../funds/domain/model.ts';
import { many, type Queryable } from '../../platform/db/rows.ts';
import { full } from '../domain/lean.ts';
import { countedOrder } from '../domain/counted-version.ts';
import { RowOfList, losers } from './view-store.ts';

const Version = RowOfList.extend({
  source: z.string(), owner: z.string(), fileId: z.number().nullable(), file: z.string().nullable(), line: z.number().nullable(), standard: z.string(), warnings: z.number(), advice: z.number(), transactions: z.number(),
});
export type Version = z.infer<typeof Version>;

/** All versions of an identifier that the reader may see, the counted one first. */
export const versionsOf = (tx: Queryable, identifier: string) =>
  many(tx, Version, `select v.id, v.identifier, v.title, v.title_language, v.reporting_key, v.reporting_name, v.status, v.starts_on, v.ends_on, v.ends_for_sure, v.places, v.sectors,
      count(*) over () as versions, v.hierarchy, v.illustrative, v.currency, v.spent, v.as_of, v.audience, v.circle_id, v.batch_id, v.errors, v.flows, v.flows_named, v.last_updated_on, v.elements_expected, v.elements_given,
      coalesce(s.key, '') as source, o.name as owner, v.file_id, f.name as file, v.line, v.standard, v.warnings, v.advice, v.transactions
    from activities_versions v join organisations_organisations o on o.id = v.owner_id left join intake_sources s on s.id = v.source_id left join intake_files f on f.id = v.file_id
    where v.identifier = $1 order by ${countedOrder}`, [identifier]);

export async function contentOf(tx: Queryable, versionId: number): Promise<unknown> {
  const { rows } = await tx.query('select content from activities_versions where id = $1', [versionId]);
  return JSON.parse(rows[0]!.content as string);
}

/** What a version reports of money, every field as published; transactions by day, each with the id of its row. */
export async function reportedOf(tx: Queryable, versionId: number): Promise<{ transactions: (ReportedTransaction & { id: number })[]; budgets: ReportedBudget[] }> {
  const { rows } = await tx.query('select content from funds_reported where version_id = $1', [versionId]);
  const { transactions, budgets } = full(Reported, rows[0] === undefined ? {} : JSON.parse(rows[0].content as string));
  const ids = await many(tx, z.object({ id: z.number(), place: z.number() }),
    'select id, row_number() over (order by id)::integer - 1 as place from funds_transactions where version_id = $1 order by on_day nulls last, line, id', [versionId]);
  return { transactions: ids.map(({ id, place }) => ({ ...transactions[place]!, id })), budgets };
}
const Reported = z.object({ transactions: z.array(ReportedTransaction), budgets: z.array(ReportedBudget) });

/** Sums by type and currency, exact, of what has an amount. */
export const sumsOf = (tx: Queryable, versionId: number) =>
  many(tx, z.object({ type: z.string(), currency: z.string(), sum: z.string() }),
    `select coalesce(type, '?') as type, currency, sum(amount)::text as sum from funds_transactions where version_id = $1 and amount is not null and currency is not null group by 1, 2 order by 1, 2`, [versionId]);

/** Contact persons; row-level security gives none to strangers. Null content: erased. */
export const contactsOf = (tx: Queryable, versionId: number) =>
  many(tx, z.object({ content: z.record(z.string(), z.unknown()).nullable(), erasedAt: z.string().nullable() }), 'select content, erased_at from activities_contacts where version_id = $1 order by no', [versionId]);

/** Relations that this version names, and those by which counted versions of other activities name this identifier. */
export const familyOf = (tx: Queryable, versionId: number, identifier: string) =>
  many(tx, z.object({ type: z.string(), identifier: z.string(), title: z.string().nullable() }), `with ${losers}, named as (
      select type, identifier from activities_relations where version_id = $1
      union
      select case r.type when '1' then '2' when '2' then '1' else r.type end, v.identifier from activities_relations r join activities_versions v on v.id = r.version_id
      where r.identifier = $2 and v.identifier <> $2 and v.id not in (select id from losers))
    select n.type, n.identifier, (select v.title from activities_versions v where v.identifier = n.identifier and v.id not in (select id from losers) limit 1) as title from named n order by n.type, n.identifier limit 500`,
    [versionId, identifier]);
