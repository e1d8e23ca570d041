import { z } from 'zod';
import { PictureFilter } from '../../activities/domain/contract.ts';
import { Figure } from '../../kernel/figure.ts';
import { operation } from '../../kernel/operation.ts';
import { Currency, Day, Decimal } from '../../kernel/values.ts';

/** Three ways to take the total, plus the sum as published. */
export const Counting = z.enum(['naive', 'entry', 'end', 'retained']);
export type Counting = z.infer<typeof Counting>;

/** A selection of money: the shared filters and the boundary (organisation keys; empty = the default boundary). */
export const MoneyFilter = PictureFilter.extend({
  within: z.union([z.string(), z.array(z.string())]).optional().transform((w) => (w === undefined ? [] : (Array.isArray(w) ? w : w.split(',')).map((k) => k.trim()).filter(Boolean))),
});
export type MoneyFilter = z.infer<typeof MoneyFilter>;

/** Buckets in which every euro of the naive sum (and of flows known only from receivers) falls exactly once. */
export const Bucket = z.enum(['entered', 'direct', 'own-or-unrecorded', 'passed-on', 'outside', 'other-level', 'other-version', 'conflict-difference']);
export type Bucket = z.infer<typeof Bucket>;

/** Of every answer about money. What is counted beside it from the records themselves may be ahead of it until then. */
const recounting = z.boolean().describe('something that the reader sees has changed since this was counted; it is being counted again');

export const MoneyOverview = z.object({
  currency: Currency,
  naive: Figure.describe('disbursements and expenditures as published, in the reporting currency'),
  receiverOnly: Figure.describe('flows known only from the receiver’s incoming funds'),
  entry: Figure, end: Figure, retained: Figure,
  buckets: z.array(z.object({ bucket: Bucket, figure: Figure, flows: z.number().int().describe('rows: as many as funds.flows lists for this bucket') }))
    .describe('at the default boundary without `outside`; at a chosen one without `direct`: what others pay each other is no part of its total'),
  repeated: z.object({ naive: Figure, entry: Figure, end: Figure, transactions: z.number().int() })
    .describe('of these totals, what one activity says again in the very same words and the other side does not report as often: counted, and perhaps the same money'),
  unconverted: z.array(z.object({ currency: z.string(), figure: Figure })).describe('no rate: stands beside the total, not in it'),
  boundary: z.object({ kind: z.enum(['default', 'chosen']), organisations: z.number().int(), named: z.array(z.object({ key: z.string(), name: z.string() })) }),
  traceable: z.object({ bothSides: Figure, oneSided: Figure, conflicting: Figure }),
  cycles: z.array(z.array(z.object({ key: z.string(), name: z.string() }))).describe('organisations whose activities fund each other in a circle, in the order in which the money goes round'),
  circles: z.array(z.object({ kind: z.enum(['funding', 'relation']), activities: z.array(z.string()) })).describe('the activities of each circle; relation: they name each other as parents'),
  asOf: z.string().nullable().describe('the latest day of which a publisher of the selection speaks'),
  recounting,
});
export type MoneyOverview = z.infer<typeof MoneyOverview>;

export const overview = operation({
  id: 'funds.overview', method: 'GET', path: '/funds/overview', permission: 'public',
  summary: 'One total that is not counted twice, its range and how it was counted', input: MoneyFilter, output: MoneyOverview,
});
export const Dimension = z.enum(['place', 'sector', 'year', 'organisation', 'receiver', 'reporter', 'currency', 'transaction-type']);
export type Dimension = z.infer<typeof Dimension>;

export const breakdown = operation({
  id: 'funds.breakdown', method: 'GET', path: '/funds/breakdown', permission: 'public',
  summary: 'The total split by one or two dimensions; parts add up to the cent',
  input: MoneyFilter.extend({ by: z.union([Dimension, z.array(Dimension)]).transform((b) => (Array.isArray(b) ? b : [b])), counting: Counting.default('entry'), limit: z.coerce.number().int().min(1).max(5000).default(500) }),
  output: z.object({ rows: z.array(z.object({ keys: z.array(z.object({ dimension: Dimension, key: z.string(), name: z.string().nullable() })), figure: Figure, flows: z.number().int() })), total: Figure, recounting }),
});
export const byCurrency = operation({
  id: 'funds.by-currency', method: 'GET', path: '/funds/by-currency', permission: 'public',
  summary: 'Exact decimals per currency (and transaction type), in the original currencies',
  input: MoneyFilter.extend({ by: z.union([z.enum(['currency', 'transaction-type']), z.array(z.enum(['currency', 'transaction-type']))]).transform((b) => (Array.isArray(b) ? b : [b])), counting: Counting.default('naive') }),
  output: z.object({ rows: z.array(z.object({ currency: z.string(), transactionType: z.string().nullable(), figure: Figure, count: z.number().int() })), recounting }),
});
/** From which sides a flow is known. */
export const Seen = z.enum(['both-sides', 'provider-only', 'receiver-only', 'conflict', 'not-a-flow']);
export const FlowRow = z.object({
  transactionId: z.number().int(),
  identifier: z.string(),
  title: z.string(),
  type: z.string().nullable(),
  on: Day.nullable(),
  provider: z.object({ key: z.string(), name: z.string() }).nullable(),
  receiver: z.object({ key: z.string(), name: z.string() }).nullable(),
  published: z.object({ amount: Decimal, currency: z.string() }).nullable(),
  figure: Figure.describe('in the reporting currency, the part that belongs to the selection'),
  bucket: Bucket,
  seen: Seen,
  repeated: z.boolean().describe('an earlier row of the same activity says the very same, and the other side does not report both'),
  versionId: z.number().int(),
  batchId: z.number().int().nullable(), file: z.string().nullable(), line: z.number().int().nullable(),
});
/** Rows behind a figure: the selection, the measure, and whatever else the figure holds fast. */
export const Only = z.enum(['flow', 'counted', 'converted', 'unconverted', 'undated', 'repeated']);
export const RowsFilter = MoneyFilter.extend({
  bucket: Bucket.optional(),
  counting: Counting.optional(),
  currency: z.string().max(3).optional().describe('as published; without `only=converted` also what has no rate'),
  type: z.string().max(3).optional().describe('transaction type, ? = unknown'),
  provider: z.string().max(300).optional().describe('organisation key, ? = not named'),
  receiver: z.string().max(300).optional().describe('organisation key, ? = not named'),
  reporter: z.string().max(300).optional().describe('organisation key'),
  seen: z.union([Seen, z.array(Seen)]).optional().transform((s) => (s === undefined ? [] : Array.isArray(s) ? s : [s])),
  only: z.union([Only, z.array(Only)]).optional().transform((o) => (o === undefined ? [] : Array.isArray(o) ? o : [o]))
    .describe('flow: between organisations; counted: what may stand in a total; converted, unconverted: with or without a rate; undated; repeated: in the words of an earlier row of its activity'),
});
export type RowsFilter = z.infer<typeof RowsFilter>;
export const flows = operation({
  id: 'funds.flows', method: 'GET', path: '/funds/flows', permission: 'public',
  summary: 'The rows behind a total', input: RowsFilter.extend({ after: z.coerce.number().int().default(0), limit: z.coerce.number().int().min(1).max(1000).default(100) }),
  output: z.object({ total: z.number().int(), sum: Figure, flows: z.array(FlowRow), recounting }),
});
export const chain = operation({
  id: 'funds.chain', method: 'GET', path: '/funds/chain', permission: 'public',
  summary: 'Largest flows between organisations with the boundary drawn (for the chain picture and its table)',
  input: MoneyFilter.extend({ limit: z.coerce.number().int().min(5).max(200).default(40) }),
  output: z.object({ parties: z.array(z.object({ key: z.string(), name: z.string(), inside: z.boolean() })), links: z.array(z.object({ from: z.string(), to: z.string(), figure: Figure })), recounting }),
});
export const exportMoney = operation({
  id: 'funds.export', method: 'GET', path: '/funds/export.csv', permission: 'public', produces: 'text/csv',
  summary: 'The rows of a view as a table, with rate, origin and passport columns', input: MoneyFilter, output: z.string(),
});
export const setRates = operation({
  id: 'funds.set-rates', method: 'POST', path: '/funds/rates', permission: 'funds:write', body: 'upload',
  summary: 'Bring exchange rates of my own (CSV: year or from/to, currency, units_per_usd): they win over the built-in ones',
  input: z.object({ source: z.string().max(300).optional(), audience: z.enum(['owner', 'public']).default('owner').describe('owner: my organisation’s totals alone; public: everybody’s, by an administrator') }),
  output: z.object({ rates: z.number().int(), problems: z.array(z.object({ line: z.number().int(), what: z.string() })) }),
});
export const listRates = operation({
  id: 'funds.rates', method: 'GET', path: '/funds/rates', permission: 'public',
  summary: 'Which rates are in use, from whom, of which day',
  input: z.object({ currency: z.string().max(3).optional() }),
  output: z.array(z.object({ currency: z.string(), from: Day, to: Day, perUsd: Decimal, source: z.string(), own: z.boolean() })),
});

export const BudgetYear = z.object({
  kind: z.enum(['budget', 'planned-disbursement']),
  year: z.number().int().nullable().describe('null: the budget names no period'),
  figure: Figure.describe('in the reporting currency, the part of each budget that falls into the year, by days'),
  budgets: z.number().int(),
});
export const budgets = operation({
  id: 'funds.budgets', method: 'GET', path: '/funds/budgets', permission: 'public',
  summary: 'Plans of money by year, pro rata by day; never added to spending', input: PictureFilter,
  output: z.object({ currency: Currency, rows: z.array(BudgetYear), unconverted: z.array(z.object({ currency: z.string(), figure: Figure })), recounting }),
});
