import { z } from 'zod';
import { shortest, sum } from '../../kernel/decimal.ts';
import type { Figure } from '../../kernel/figure.ts';
import type { Completeness, Rows } from '../../kernel/passport.ts';
import type { Day } from '../../kernel/values.ts';
import { many, type Queryable } from '../../platform/db/rows.ts';
import type { InputOf } from '../../kernel/operation.ts';
import type { breakdown, byCurrency, Dimension } from '../domain/contract.ts';
import { KIND } from '../domain/ledger/book.ts';
import { figureOf, originalFigure, type Frame, type Group, type RateGroup } from './figures.ts';
import { inputOf } from './overview.ts';
import { namesOf, publishersOf } from './parties.ts';
import { NO_RUN, type Seen } from './run.ts';
import { belongsTo, partOf } from './measure.ts';
import { numbersOf, selectionOf, transactionsIn, type Selection } from './selection.ts';

const Num = z.coerce.number();

/** The column of each dimension; organisations as numbers, everything else as text. */
const columns: Record<Dimension, string> = {
  place: 'x.place', sector: 'x.sector', year: `coalesce(x.year::text, '?')`, organisation: 'x.provider::text', receiver: 'x.receiver::text', reporter: 'x.reporter::text',
  currency: 'x.currency', 'transaction-type': `coalesce(x.type, '?')`,
};
const areOrganisations: ReadonlySet<Dimension> = new Set(['organisation', 'receiver', 'reporter']);
/** The filter that opens the rows of one part. */
const filterOf: Record<Dimension, (key: string) => Record<string, unknown>> = {
  place: (place) => ({ place }), sector: (sector) => ({ sector }), year: (year) => (year === '?' ? { only: ['undated'] } : { year: Number(year) }),
  organisation: (provider) => ({ provider }), receiver: (receiver) => ({ receiver }), reporter: (reporter) => ({ reporter }),
  currency: (currency) => ({ currency, only: ['converted'] }), 'transaction-type': (type) => ({ type }),
};

type Part = { keys: string[]; cents: number; transactions: number; groups: Group[]; rates: RateGroup[] };
type Input = InputOf<typeof breakdown>;
type Output = z.input<typeof breakdown.output>;

/** The total split by one or two dimensions: parts are sums of facts, so that they add up to the cent. */
export async function breakdownOf(tx: Queryable, { run, recounting }: Seen, input: Input, today: Day): Promise<Output> {
  const { by, counting, limit, ...filter } = input;
  const rows: Rows = { operation: 'funds.flows', input: { ...inputOf(filter), counting } };
  if (!run) return { rows: [], total: figureOf({ run: NO_RUN, publishers: new Map(), completeness: null, year: filter.year }, 0, [], [], rows), recounting };
  const s = await selectionOf(tx, run, filter);
  const dimensions = by.slice(0, 2);
  const keys = dimensions.map((d, i) => `${columns[d]} as k${i}`).join(', ');
  const names = dimensions.map((_, i) => `k${i}`).join(', ');
  const part = partOf({ counting });
  const cut = { place: dimensions.includes('place'), sector: dimensions.includes('sector') };
  const Row = z.object({ k0: z.string(), k1: z.string().optional(), reporter: z.number().nullable(), seen: z.number().nullable(), grade: z.number().nullable(), rate: z.number().nullable(), readers: z.number().nullable(), cents: Num, transactions: Num });
  const found = await many(tx, Row,
    `select ${names}, x.reporter, x.seen, x.grade, x.readers, x.rate, sum(portion) as cents, ${transactionsIn(s, cut)} as transactions
     from (select x.*, ${keys}, ${part} as portion from ${s.pieces} x where ${belongsTo({ counting })}) x
     group by grouping sets ((${names}, x.reporter, x.seen, x.grade, x.readers), (${names}, x.rate))`, s.params);
  const parts = gathered(found);
  const taking = await takingPart(tx, s, names, keys, belongsTo({ counting }));
  const frame: Frame = { run, publishers: await publishersOf(tx, run, today), completeness: null, year: filter.year };
  const sorted = [...parts.values()].sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || (a.keys.join() < b.keys.join() ? -1 : 1));
  const shown = sorted.slice(0, limit);
  const partners = await namesOf(tx, run, shown.flatMap((p) => p.keys.flatMap((k, i) => (areOrganisations.has(dimensions[i]!) ? [Number(k)] : []))));
  const keyOf = (k: string, dimension: Dimension) => {
    if (!areOrganisations.has(dimension)) return { dimension, key: k, name: null };
    const { key, name } = partners.get(Number(k))!;
    return { dimension, key, name: key === '?' ? null : name };
  };
  const all = { groups: sorted.flatMap((p) => p.groups), rates: sorted.flatMap((p) => p.rates) };
  return {
    rows: shown.map((p) => {
      const named = p.keys.map((k, i) => keyOf(k, dimensions[i]!));
      const opens = named.map(({ dimension, key }) => filterOf[dimension](key));
      const holds = { ...Object.assign({}, ...opens) as Rows['input'], ...(opens.some((o) => o['only']) && { only: opens.flatMap((o) => o['only'] ?? []) }) };
      return { keys: named, flows: p.transactions, figure: figureOf({ ...frame, completeness: taking.get(JSON.stringify(p.keys)) ?? null }, p.cents, p.groups, p.rates, { ...rows, input: { ...rows.input, ...holds } }) };
    }),
    total: figureOf({ ...frame, completeness: taking.get('all') ?? null }, sorted.reduce((t, p) => t + p.cents, 0), all.groups, all.rates, rows),
    recounting,
  };
}

function gathered(found: readonly { k0: string; k1?: string | undefined; reporter: number | null; seen: number | null; grade: number | null; rate: number | null; readers: number | null; cents: number; transactions: number }[]): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const r of found) {
    const keys = r.k1 === undefined ? [r.k0] : [r.k0, r.k1];
    const id = JSON.stringify(keys);
    let p = parts.get(id);
    if (!p) parts.set(id, (p = { keys, cents: 0, transactions: 0, groups: [], rates: [] }));
    if (r.reporter === null) p.rates.push({ rate: r.rate!, amount: r.cents });
    else {
      p.cents += r.cents;
      p.transactions += r.transactions;
      p.groups.push({ reporter: r.reporter, seen: r.seen!, grade: r.grade!, readers: r.readers!, amount: r.cents, transactions: r.transactions });
    }
  }
  return parts;
}

/** For each part, and for all together: of the organisations that take part in its money, how many publish. */
async function takingPart(tx: Queryable, s: Selection, names: string, keys: string, belongs: string): Promise<Map<string, Completeness>> {
  const Row = z.object({ k0: z.string().nullable(), k1: z.string().nullable().optional(), expected: Num, reported: Num, together: z.number() });
  const rows = await many(tx, Row,
    `with picked as (select ${keys}, x.provider, case when x.kind = ${KIND.flow} then x.receiver else 0 end as receiver from ${s.pieces} x where ${belongs}),
       ends as (select ${names}, provider as no from picked union select ${names}, receiver from picked)
     select ${names}, grouping(k0) as together, count(distinct e.no) as expected, count(distinct e.no) filter (where p.reports) as reported
     from ends e join funds_parties p on p.run_id = $1 and p.no = e.no group by grouping sets ((${names}), ())`, s.params);
  return new Map(rows.map((r) => [r.together === 1 ? 'all' : JSON.stringify(r.k1 === undefined ? [r.k0] : [r.k0, r.k1]), { expected: r.expected, reported: r.reported }]));
}

/** The exact sum without zeros that splitting into parts added; unreadable amounts add nothing. */
const exactSum = (amounts: readonly (string | null)[]): string => shortest(sum(amounts.flatMap((a) => (a === null ? [] : [a]))));

type CurrencyInput = InputOf<typeof byCurrency>;
type CurrencyOutput = z.input<typeof byCurrency.output>;

/**
 * Exact decimals in the original currencies. Naive, by type: every transaction as published, whatever its type; without
 * types: disbursements and expenditures. Entry, end and retained: their parts of each amount.
 */
export async function byCurrencyOf(tx: Queryable, { run, recounting }: Seen, input: CurrencyInput, today: Day): Promise<CurrencyOutput> {
  const { by, counting, ...filter } = input;
  if (!run) return { rows: [], recounting };
  // What was published is no question of who stands inside; a slip of the pen is refused all the same.
  if (counting === 'naive') await numbersOf(tx, run, filter.within);
  const s = await selectionOf(tx, run, counting === 'naive' ? { ...filter, within: [] } : filter);
  const typed = by.includes('transaction-type');
  const type = typed ? 'x.type' : 'null::text as type';
  const count = transactionsIn(s);
  const Row = z.object({ currency: z.string(), type: z.string().nullable(), reporter: z.number(), seen: z.number(), grade: z.number(), readers: z.number(), amount: z.string().nullable(), transactions: Num });
  const found = counting === 'naive'
    ? await many(tx, Row,
        `select x.currency, ${type}, x.reporter, x.seen, x.grade, x.readers, sum(x.amount)::text as amount, coalesce(${count} filter (where not x.aside), 0) as transactions
         from (select f.* from ${s.sums} f where ${s.where}) x ${typed ? '' : `where x.type in ('3', '4')`} group by 1, 2, 3, 4, 5, 6`, s.params)
    : await many(tx, Row,
        `select x.currency, ${type}, x.reporter, x.seen, x.grade, x.readers, sum(portion)::text as amount, ${count} as transactions
         from (select x.*, ${partOf({ counting }, 'x.amount', 'x.own')} as portion from ${s.pieces} x where x.kind in (${KIND.flow}, ${KIND.expenditure})) x where portion <> 0 group by 1, 2, 3, 4, 5, 6`, s.params);
  const frame: Frame = { run, publishers: await publishersOf(tx, run, today), completeness: null, year: filter.year };
  const cells = new Map<string, typeof found>();
  for (const r of found) {
    const id = JSON.stringify([r.currency, r.type]);
    cells.set(id, [...(cells.get(id) ?? []), r]);
  }
  return { recounting, rows: [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, all]) => {
    const { currency, type: of } = all[0]!;
    const groups = all.map((r) => ({ reporter: r.reporter, seen: r.seen, grade: r.grade, readers: r.readers, amount: Number(r.amount ?? 0), transactions: r.transactions }));
    const figure: Figure = originalFigure(frame, exactSum(all.map((r) => r.amount)), currency, groups,
      { operation: 'funds.flows', input: { ...inputOf(filter), counting, ...(currency !== '?' && { currency }) } });
    return { currency, transactionType: of, figure, count: all.reduce((t, r) => t + r.transactions, 0) };
  }) };
}
