import type { Queryable } from '../../platform/db/rows.ts';
import type { ActivityFilter } from './view-store.ts';
import { conditions, losers, Values } from './view-store.ts';

/** How many organisations and places a view's activities name. */
export async function breadthOf(tx: Queryable, filter: ActivityFilter): Promise<{ organisations: number; places: number }> {
  const values = new Values();
  const where = conditions(filter, values);
  const { rows } = await tx.query(`with ${losers}, view as (select v.id, v.places from activities_versions v where ${where})
    select (select count(distinct p.organisation_key) from activities_participations p where p.version_id in (select id from view))::integer as organisations,
      (select count(distinct place) from view, unnest(places) as place)::integer as places`, values.list);
  return rows[0] as { organisations: number; places: number };
}
