import { z } from 'zod';
import type { InputOf, OutputOf } from '../../kernel/operation.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/http/handle.ts';
import { many, type Queryable } from '../../platform/db/rows.ts';
import { annualRatesSource } from '../domain/annual-rates.ts';
import type { listRates, setRates } from '../domain/contract.ts';
import { builtInRates } from '../domain/convert.ts';
import { noHeadings, ratesReader, type RateLine, type RatesProblem } from '../domain/rates-file.ts';
import { ratesLines, unreadable } from './rates-lines.ts';
import { scopeOf } from './run.ts';
import { RECOUNT } from './scope.ts';

/** Rates that are written at once. */
const PORTION = 5000;
/** Problems that are told one by one. */
const TOLD = 1000;

/** Takes in the rates of the reader's organisation; they replace those that it brought before for the same readers. */
export async function bringRates(ctx: Ctx, input: InputOf<typeof setRates>): Promise<OutputOf<typeof setRates>> {
  if (input.audience === 'public' && ctx.actor.role !== 'administrator') throw new Problem('access.denied', 'Only an administrator sets rates for everybody.');
  await ctx.tx.query(`delete from funds_rates where owner_id = claim_organisation() and audience = $1::audience`, [input.audience]);
  let read: Read | undefined;
  for await (const file of ctx.files) read ??= await readInto(ctx.tx, file.bytes, input.source?.trim() || file.name, input.audience);
  if (!read || read.rates === 0) throw unreadable(read?.told.slice(0, 100) ?? []);   // and the rates from before stay
  await ctx.tx.query('update funds_generation set number = number + 1 where network_id = 1');
  await ctx.enqueue(RECOUNT, {}, { key: RECOUNT, as: { kind: 'nobody' } });
  if (ctx.actor.organisationId !== null) {
    await ctx.enqueue(RECOUNT, {}, { key: `${RECOUNT}:${scopeOf(ctx.actor)}`, as: { kind: 'organisation', organisationId: ctx.actor.organisationId } });
  }
  ctx.audit({ rates: read.rates, problems: read.problems, audience: input.audience });
  return { rates: read.rates, problems: read.told };
}

type Read = { rates: number; problems: number; told: RatesProblem[] };

/** Writes the rates of a file portion by portion while it comes in. */
async function readInto(tx: Queryable, bytes: AsyncIterable<Uint8Array>, source: string, audience: string): Promise<Read> {
  const reader = ratesReader();
  const read: Read = { rates: 0, problems: 0, told: [] };
  let portion: RateLine[] = [];
  const write = async () => {
    if (portion.length > 0) await insertRates(tx, portion, source, audience);
    read.rates += portion.length;
    portion = [];
  };
  let empty = true;
  for await (const cells of ratesLines(bytes)) {
    empty = false;
    const said = reader(cells);
    if (said === null) continue;
    if ('perUsd' in said) {
      if (portion.push(said) === PORTION) await write();
    } else if (++read.problems <= TOLD) read.told.push(said);
  }
  await write();
  return empty ? { ...read, told: [noHeadings] } : read;
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
