import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { InputOf, OutputOf } from '../../kernel/operation.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/http/handle.ts';
import { many, type Queryable } from '../../platform/db/rows.ts';
import { annualRatesSource } from '../domain/annual-rates.ts';
import type { listRates, setRates } from '../domain/contract.ts';
import { builtInRates } from '../domain/convert.ts';
import { readRates, type RateLine } from '../domain/rates-file.ts';
import { scopeOf } from './run.ts';
import { RECOUNT } from './scope.ts';

/** More than any table of daily rates of all currencies over forty years would be a mistake. */
const MOST_LINES = 3_000_000;
/** A file of rates is read as a whole: daily rates of ten currencies over forty years are 4 MB. */
const MOST_MEGABYTES = 20;

const unreadable = (details: unknown) => new Problem('funds.rates-unreadable', 'These rates could not be read. Bring a CSV with year, currency and units_per_usd.', details);

/** Takes in the rates of the reader's organisation; they replace those that it brought before for the same readers. */
export async function bringRates(ctx: Ctx, input: InputOf<typeof setRates>): Promise<OutputOf<typeof setRates>> {
  if (input.audience === 'public' && ctx.actor.role !== 'administrator') throw new Problem('access.denied', 'Only an administrator sets rates for everybody.');
  let read: { name: string; content: string } | undefined;
  for await (const file of ctx.files) read ??= { name: file.name, content: await contentOf(file.bytes) };
  if (!read) throw unreadable([]);
  const { rates, problems } = readRates(linesOf(read.content));
  if (rates.length === 0) throw unreadable(problems.slice(0, 100));
  await ctx.tx.query(`delete from funds_rates where owner_id = claim_organisation() and audience = $1::audience`, [input.audience]);
  await insertRates(ctx.tx, rates, input.source?.trim() || read.name, input.audience);
  await ctx.tx.query('update funds_generation set number = number + 1 where network_id = 1');
  await ctx.enqueue(RECOUNT, {}, { key: RECOUNT, as: { kind: 'nobody' } });
  if (ctx.actor.organisationId !== null) {
    await ctx.enqueue(RECOUNT, {}, { key: `${RECOUNT}:${scopeOf(ctx.actor)}`, as: { kind: 'organisation', organisationId: ctx.actor.organisationId } });
  }
  ctx.audit({ rates: rates.length, problems: problems.length, audience: input.audience });
  return { rates: rates.length, problems: problems.slice(0, 1000) };
}

async function contentOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let left = MOST_MEGABYTES * 1_000_000;
  for await (const piece of bytes) {
    left -= piece.length;
    if (left < 0) throw new Problem('request.too-large', `A file of rates may have ${MOST_MEGABYTES} MB at most. Leave out years and currencies that you do not need.`, { mostBytes: MOST_MEGABYTES * 1_000_000 });
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}

function linesOf(content: string): string[][] {
  try {
    const separator = (content.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',';
    return parse(content, { bom: true, delimiter: separator, relax_column_count: true, skip_empty_lines: false, to: MOST_LINES }) as string[][];
  } catch (error) {
    throw unreadable([{ line: (error as { lines?: number }).lines ?? 1, what: (error as Error).message }]);
  }
}

async function insertRates(tx: Queryable, rates: readonly RateLine[], source: string, audience: string): Promise<void> {
  const column = <T>(of: (r: RateLine) => T): T[] => rates.map(of);
  await tx.query(
    `insert into funds_rates (owner_id, audience, source, from_day, to_day, currency, per_usd)
     select claim_organisation(), $1::audience, $2, f, t, c, p from unnest($3::date[], $4::date[], $5::text[], $6::numeric[]) as r (f, t, c, p)`,
    [audience, source.slice(0, 300), column((r) => r.from), column((r) => r.to), column((r) => r.currency), column((r) => r.perUsd)]);
}

/** Rates in use by the reader: those of people's own files, and the built-in annual averages. */
export async function ratesOf(tx: Queryable, input: InputOf<typeof listRates>): Promise<OutputOf<typeof listRates>> {
  const Row = z.object({ currency: z.string(), fromDay: z.string(), toDay: z.string(), perUsd: z.string(), source: z.string() });
  const currency = input.currency?.toUpperCase();
  const own = await many(tx, Row,
    `select currency, from_day, to_day, per_usd::text, source from funds_rates
     where (owner_id = (select claim_organisation()) or audience = 'public') and ($1::text is null or currency = $1) order by currency, from_day desc, id desc limit 20000`, [currency ?? null]);
  const builtIn = [...builtInRates()].filter((r) => currency === undefined || r.currency === currency);
  return [
    ...own.map((r) => ({ currency: r.currency, from: r.fromDay, to: r.toDay, perUsd: r.perUsd, source: r.source, own: true })),
    ...builtIn.sort((a, b) => (a.currency === b.currency ? b.year - a.year : a.currency < b.currency ? -1 : 1)).map((r) => ({ currency: r.currency, from: `${r.year}-01-01`, to: `${r.year}-12-31`, perUsd: r.perUsd, source: annualRatesSource, own: false })),
  ];
}
