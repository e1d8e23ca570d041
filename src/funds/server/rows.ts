import { z } from 'zod';
import type { InputOf } from '../../kernel/operation.ts';
import type { Day } from '../../kernel/values.ts';
import { many, type Queryable } from '../../platform/db/rows.ts';
import type { Bucket, flows, FlowRow, MoneyFilter, RowsFilter } from '../domain/contract.ts';
import { SEEN, type SeenFrom } from '../domain/ledger/book.ts';
import { figureOf, type Frame, type Group, type RateGroup } from './figures.ts';
import { inputOf } from './overview.ts';
import { namesOf, publishersOf } from './parties.ts';
import { NO_RUN, type Run, type Seen } from './run.ts';
import { belongsTo, CLASS, partOf } from './measure.ts';
import { narrowed, selectionOf, type Selection } from './selection.ts';

const Num = z.coerce.number();
type Input = InputOf<typeof flows>;
type Output = z.input<typeof flows.output>;
export type Flow = z.input<typeof FlowRow>;

/** One transaction of a selection, its parts put together. */
const Row = z.object({
  transactionId: z.number(), versionId: z.number(), class: z.number(), cents: Num, own: Num, portion: Num, rate: z.number(), seen: z.number(), grade: z.number(),
  readers: z.number(), repeated: z.boolean(), provider: z.number(), receiver: z.number(), reporter: z.number(), type: z.string().nullable(),
  identifier: z.string(), title: z.string(), on: z.string().nullable(), amount: z.string().nullable(), currency: z.string().nullable(),
  batchId: z.number().nullable(), file: z.string().nullable(), line: z.number().nullable(),
});

/** The rows behind a total, largest part first. */
export async function flowsOf(tx: Queryable, { run, recounting }: Seen, input: Input, today: Day): Promise<Output> {
  const { after, limit, ...filter } = input;
  const opens = { operation: 'funds.flows', input: inputOf(filter) };
  if (!run) return { total: 0, sum: figureOf(frameOf(NO_RUN, new Map(), filter.year), 0, [], [], opens), flows: [], recounting };
  const s = await selectionOf(tx, run, filter);
  const frame = frameOf(run, await publishersOf(tx, run, today), filter.year);
  const parts = await partsOf(tx, s, filter);
  const Sum = z.object({ reporter: z.number(), seen: z.number(), grade: z.number(), readers: z.number(), rate: z.number(), cents: Num, transactions: Num });
  const groups = await many(tx, Sum, `select reporter, seen, grade, readers, rate, sum(portion) as cents, count(*) as transactions from (${parts.sql}) t group by 1, 2, 3, 4, 5`, parts.params);
  const sum = groups.reduce((t, g) => t + g.cents, 0);
  const rows = await many(tx, Row, listed(parts.sql, parts.params.length), [...parts.params, limit, after]);
  return {
    total: groups.reduce((t, g) => t + g.transactions, 0),
    sum: figureOf(frame, sum, groups.map(asGroup), groups.map(asRate), opens),
    flows: await shown(tx, frame, rows, filter),
    recounting,
  };
}

const frameOf = (run: Run, publishers: Frame['publishers'], year: number | undefined): Frame => ({ run, publishers, completeness: null, year });
const asGroup = (g: { reporter: number; seen: number; grade: number; readers: number; cents: number; transactions: number }): Group => ({ ...g, amount: g.cents });
const asRate = (g: { rate: number; cents: number }): RateGroup => ({ rate: g.rate, amount: g.cents });

/**
 * One row for each transaction (and class, where only a part of it counts) with the part that belongs to what is asked
 * for. Money without a rate is listed where its currency is asked for; its part is 0.
 */
export async function partsOf(tx: Queryable, s: Selection, filter: Omit<RowsFilter, keyof MoneyFilter>): Promise<{ sql: string; params: unknown[] }> {
  const { conditions, params } = await narrowed(tx, s, filter);
  const { currency, counting, bucket } = filter;
  const part = partOf({ bucket, counting }, 'coalesce(x.cents, 0)');
  const belongs = belongsTo({ bucket, counting });
  if (currency !== undefined) conditions.push(`x.currency = $${params.push(currency)}`);
  const withoutRate = currency !== undefined || filter.only.includes('unconverted');
  return {
    params,
    sql: `select x.transaction_id, x.version_id, x.class, x.rate, x.seen, x.grade, x.readers, x.repeated, x.provider, x.receiver, x.reporter, x.type, coalesce(sum(x.cents), 0) as cents, sum(x.own_cents) as own, sum(${part}) as portion
      from ${s.facts} x where ${[withoutRate ? `(${belongs} or x.cents is null)` : belongs, ...conditions].join(' and ')} group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12`,
  };
}

/** @param before parameters that `parts` takes; the next two are how many and after how many */
export function listed(parts: string, before: number, order = 'abs(t.portion) desc, t.transaction_id, t.class'): string {
  return `select t.*, v.identifier, v.title, m.on_day as on, m.amount::text as amount, m.currency, m.batch_id, f.name as file, m.line
    from (select * from (${parts}) t order by ${order} limit $${before + 1} offset $${before + 2}) t
    join funds_transactions m on m.id = t.transaction_id join activities_versions v on v.id = t.version_id left join intake_files f on f.id = v.file_id
    order by ${order}`;
}

export type ListedRow = z.infer<typeof Row>;
export const ListedRow = Row;

export async function shown(tx: Queryable, frame: Frame, rows: readonly ListedRow[], filter: { year?: number | undefined }): Promise<Flow[]> {
  const names = await namesOf(tx, frame.run, rows.flatMap((r) => [r.provider, r.receiver]));
  const end = (no: number) => {
    const party = names.get(no);
    return no === 0 || !party ? null : { key: party.key, name: party.name };
  };
  return rows.map((r) => {
    const group = { reporter: r.reporter, seen: r.seen, grade: r.grade, readers: r.readers, amount: r.portion || r.cents || 1, transactions: 1 };
    const figure = figureOf({ ...frame, year: filter.year ?? (r.on === null ? undefined : Number(r.on.slice(0, 4))) }, r.portion, [group], [{ rate: r.rate, amount: r.portion }], { operation: 'activities.show', input: { identifier: r.identifier, versionId: r.versionId } });
    return {
      transactionId: r.transactionId, identifier: r.identifier, title: r.title, type: r.type, on: r.on, provider: end(r.provider), receiver: end(r.receiver),
      published: r.amount === null || r.currency === null ? null : { amount: r.amount, currency: r.currency },
      figure, bucket: bucketOf(r), seen: words[r.seen]!, repeated: r.repeated, versionId: r.versionId, batchId: r.batchId, file: r.file, line: r.line,
    };
  });
}

const words = Object.fromEntries(Object.entries(SEEN).map(([word, n]) => [n, word])) as Record<number, SeenFrom>;

/** The one bucket in which most of a row stands. */
function bucketOf(r: ListedRow): Bucket {
  switch (r.class) {
    case CLASS.entered: return 'entered';
    case CLASS.direct: return 'direct';
    case CLASS.outside: return 'outside';
    case CLASS.otherLevel: return 'other-level';
    case CLASS.otherVersion: return 'other-version';
    case CLASS.conflict: return 'conflict-difference';
    default: return Math.abs(r.own) * 2 > Math.abs(r.cents) ? 'own-or-unrecorded' : 'passed-on';
  }
}
