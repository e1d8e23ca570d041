import { z } from 'zod';
import { sum } from '../../kernel/decimal.ts';
import type { InputOf } from '../../kernel/operation.ts';
import type { Rows } from '../../kernel/passport.ts';
import type { Day } from '../../kernel/values.ts';
import { sectorKeys } from '../../activities/domain/sector-keys.ts';
import { many, type Queryable } from '../../platform/db/rows.ts';
import type { budgets } from '../domain/contract.ts';
import { SEEN } from '../domain/ledger/book.ts';
import { figureOf, originalFigure, type Frame, type Group } from './figures.ts';
import { publishersOf } from './parties.ts';
import { NO_RUN, type Seen } from './run.ts';
import { numbersOf } from './selection.ts';

const Num = z.coerce.number();
type Output = z.input<typeof budgets.output>;

/** How many plans a group has, each once a year: those that begin where neither place nor sector is held fast, else those that begin there. */
function counted({ place, sector }: InputOf<typeof budgets>): string {
  if (sector !== undefined && place === undefined && sectorKeys(sector).length > 1) return 'sum(facts)'; // at most: sums can't tell which sectors share a plan
  return `sum(${place === undefined ? (sector === undefined ? 'plans' : 'sector_firsts') : sector === undefined ? 'place_firsts' : 'facts'})`;
}

/** Plans of money by year; one level and one version of each, never together with spending. */
export async function budgetsOf(tx: Queryable, seen: Seen, filter: InputOf<typeof budgets>, today: Day): Promise<Output> {
  const { run } = seen;
  if (!run) return { currency: NO_RUN.currency, rows: [], unconverted: [], recounting: seen.recounting };
  const params: unknown[] = [run.id];
  const where = ['run_id = $1', 'counts'];
  const add = (value: unknown): string => `$${params.push(value)}`;
  if (filter.place !== undefined) where.push(`place = ${add(filter.place)}`);
  if (filter.sector !== undefined) where.push(`sector = any (${add(sectorKeys(filter.sector))}::text[])`);
  if (filter.year !== undefined) where.push(`year = ${add(filter.year)}`);
  if (filter.organisation !== undefined) where.push(`reporter = ${add((await numbersOf(tx, run, [filter.organisation]))[0] ?? -1)}`);
  const Row = z.object({ kind: z.enum(['budget', 'planned-disbursement']), year: z.number().nullable(), reporter: z.number(), grade: z.number(), readers: z.number(), rate: z.number(), currency: z.string(), converted: z.boolean(), cents: Num, amount: z.string(), plans: Num });
  const rows = await many(tx, Row,
    `select kind, year, reporter, grade, readers, rate, case when cents is null then currency else '' end as currency, cents is not null as converted, coalesce(sum(cents), 0) as cents, coalesce(sum(amount), 0)::text as amount, ${counted(filter)} as plans
     from funds_plans where ${where.join(' and ')} group by 1, 2, 3, 4, 5, 6, 7, 8`, params);
  const frame: Frame = { run, publishers: await publishersOf(tx, run, today), completeness: null, year: filter.year };
  const opens: Rows = { operation: 'activities.list', input: Object.fromEntries(Object.entries(filter).filter(([k, v]) => v !== undefined && k !== 'year')) };
  const group = (r: (typeof rows)[number], amount: number): Group => ({ reporter: r.reporter, seen: SEEN['not-a-flow'], grade: r.grade, readers: r.readers, amount, transactions: r.plans });
  const cells = new Map<string, typeof rows>();
  for (const r of rows) {
    const key = r.converted ? `year ${r.kind} ${r.year}` : `currency ${r.currency}`;
    cells.set(key, [...(cells.get(key) ?? []), r]);
  }
  const of = (what: 'year' | 'currency') => [...cells].filter(([key]) => key.startsWith(what)).map(([, all]) => all);
  return {
    currency: run.currency,
    rows: of('year').map((all) => ({
      kind: all[0]!.kind, year: all[0]!.year, budgets: all.reduce((t, r) => t + r.plans, 0),
      figure: figureOf({ ...frame, year: all[0]!.year ?? undefined }, all.reduce((t, r) => t + r.cents, 0), all.map((r) => group(r, r.cents)), all.map((r) => ({ rate: r.rate, amount: r.cents })), opens),
    })).sort((a, b) => (a.kind === b.kind ? (a.year ?? 0) - (b.year ?? 0) : a.kind < b.kind ? -1 : 1)),
    unconverted: of('currency').map((all) => ({ currency: all[0]!.currency, figure: originalFigure(frame, sum(all.map((r) => r.amount)), all[0]!.currency, all.map((r) => group(r, Number(r.amount))), opens) })),
    recounting: seen.recounting,
  };
}
