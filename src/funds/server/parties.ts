import { z } from 'zod';
import { reliabilityOf, rhythmOf, type PublisherRecord } from '../../activities/domain/publisher-record.ts';
import { freshnessOf } from '../../kernel/freshness.ts';
import type { Freshness, Reliability } from '../../kernel/passport.ts';
import type { Day } from '../../kernel/values.ts';
import { many, type Queryable } from '../../platform/db/rows.ts';
import type { Run } from './run.ts';

/** A publisher as the passports of a run need it. */
export type Publisher = { key: string; name: string; latest: Day | null; reliability: Reliability; freshness: Freshness };

const Row = z.object({ no: z.number().int(), organisationKey: z.string(), name: z.string().nullable(), publisher: z.unknown() });

/** A run never changes, so what was read of it stays true; a few runs are kept. */
const kept = new Map<string, Map<number, Publisher>>();
const KEPT = 12;

/** The publishers of a run by their number, judged on the day `today`. */
export async function publishersOf(tx: Queryable, run: Run, today: Day): Promise<Map<number, Publisher>> {
  const key = `${run.scope} ${run.id} ${run.finishedAt} ${today}`;
  const known = kept.get(key);
  if (known) return known;
  const rows = await many(tx, Row, 'select no, organisation_key, name, publisher from funds_parties where run_id = $1 and reports', [run.id]);
  const found = new Map(rows.map((r) => {
    const record = r.publisher as PublisherRecord;
    return [r.no, {
      key: r.organisationKey, name: r.name ?? r.organisationKey, latest: record.latest, reliability: reliabilityOf(record).reliability,
      freshness: freshnessOf(record.latest, rhythmOf(record).rhythm, today).freshness,
    }] as const;
  }));
  kept.set(key, found);
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  return found;
}

/** Who is not named in a flow. */
export const UNNAMED = { key: '?', name: '?' };

/** Keys and names of organisations of a run by number. */
export async function namesOf(tx: Queryable, run: Run, numbers: readonly number[]): Promise<Map<number, { key: string; name: string; inside: boolean }>> {
  const rows = await many(tx, z.object({ no: z.number().int(), organisationKey: z.string(), name: z.string().nullable(), inside: z.boolean() }),
    'select no, organisation_key, name, inside from funds_parties where run_id = $1 and no = any($2::int[])', [run.id, [...new Set(numbers)]]);
  const found = new Map(rows.map((r) => [r.no, { key: r.organisationKey, name: r.name ?? r.organisationKey, inside: r.inside }]));
  return found.set(0, { ...UNNAMED, inside: false });
}
