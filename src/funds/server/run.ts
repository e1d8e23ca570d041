import { z } from 'zod';
import { maybe, one, type Queryable } from '../../platform/db/rows.ts';
import { AudienceChoice, type Actor } from '../../kernel/audience.ts';
import { REPORTING_CURRENCY } from '../domain/parameters.ts';

/** One rate that a run used, as its facts number it. */
const UsedRate = z.object({ from: z.string(), to: z.string(), rate: z.string(), on: z.string(), source: z.string(), own: z.boolean(), ofOtherYear: z.boolean() });

/** What a run knows beside its facts. */
export const RunSummary = z.object({
  rates: z.array(UsedRate),
  /** Who may read what a fact rests on, as facts number it. */
  readers: z.array(AudienceChoice),
  /** Organisations that fund each other, in the order in which the money goes round; by number. */
  cycles: z.array(z.array(z.number().int())),
  /** The activities of each circle, by identifier; `relation`: they name each other as parents. */
  circles: z.array(z.object({ kind: z.enum(['funding', 'relation']), activities: z.array(z.string()) })),
  transactions: z.number().int(),
  facts: z.number().int(),
  insideCount: z.number().int(),
  ms: z.record(z.string(), z.number()),
});
export type RunSummary = z.infer<typeof RunSummary>;

export const Run = z.object({ id: z.number().int(), scope: z.string(), generation: z.number().int(), currency: z.string(), finishedAt: z.string(), summary: RunSummary });
export type Run = z.infer<typeof Run>;

/**
 * Everybody's scope, or that of the reader's organisation with the circles that it belongs to: one who leaves a circle
 * has another scope at once. The same words as the function `funds_claim_scope()` of the database, which enforces it.
 */
export const PUBLIC = 'public';
export function scopeOf({ organisationId, circleIds }: Pick<Actor, 'organisationId' | 'circleIds'>): string {
  if (organisationId === null) return PUBLIC;
  const circles = [...circleIds].sort((a, b) => a - b);
  return `organisation:${organisationId}${circles.length > 0 ? `:circles:${circles.join(',')}` : ''}`;
}

/** Before anything was counted. */
export const NO_RUN: Run = { id: 0, scope: PUBLIC, generation: 0, currency: REPORTING_CURRENCY, finishedAt: '', summary: { rates: [], readers: [], cycles: [], circles: [], transactions: 0, facts: 0, insideCount: 0, ms: {} } };

/** What a reader sees: the run of their scope, and whether something has changed since it was counted. */
export type Seen = { run: Run | undefined; scope: string; recounting: boolean };

/**
 * The latest finished run of the reader's scope. An organisation that sees nothing beyond public rows and has no rates
 * of its own uses the public one; so does one whose scope was never counted, until it is.
 */
export async function seenBy(tx: Queryable, actor: Actor): Promise<Seen> {
  const scope = actor.organisationId !== null && (await seesMore(tx)) ? scopeOf(actor) : PUBLIC;
  const { number } = await one(tx, z.object({ number: z.number() }), 'select number from funds_generation where network_id = 1');
  const own = await latestRun(tx, scope);
  const run = own ?? (scope === PUBLIC ? undefined : await latestRun(tx, PUBLIC));
  return { run, scope, recounting: own === undefined ? number > 0 : own.generation < number };
}

async function seesMore(tx: Queryable): Promise<boolean> {
  const { rows } = await tx.query(`select exists (select from activities_versions where audience <> 'public')
    or exists (select from funds_rates where owner_id = (select claim_organisation()) and audience <> 'public') as more`);
  return rows[0]!['more'] as boolean;
}

export async function latestRun(tx: Queryable, scope: string): Promise<Run | undefined> {
  return maybe(tx, Run, 'select id, scope, generation, currency, finished_at, summary from funds_runs where scope = $1 and finished_at is not null order by id desc limit 1', [scope]);
}
