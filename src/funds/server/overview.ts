import { z } from 'zod';
import { sum as decimalSum } from '../../kernel/decimal.ts';
import type { Figure } from '../../kernel/figure.ts';
import type { Completeness, Rows } from '../../kernel/passport.ts';
import type { Day } from '../../kernel/values.ts';
import { many, one, type Queryable } from '../../platform/db/rows.ts';
import type { Bucket, MoneyFilter, MoneyOverview } from '../domain/contract.ts';
import { bucketsAt } from '../domain/ledger/boundary.ts';
import { SEEN } from '../domain/ledger/book.ts';
import { figureOf, originalFigure, type Frame, type Group, type RateGroup } from './figures.ts';
import { namesOf, publishersOf, UNNAMED } from './parties.ts';
import { NO_RUN, type Run, type Seen } from './run.ts';
import { CLASS } from './measure.ts';
import { selectionOf, transactionsIn, type Selection } from './selection.ts';

const Num = z.coerce.number();
const Piece = z.object({
  class: z.number(), incoming: z.boolean(), owned: z.number().nullable(), repeated: z.boolean(), reporter: z.number().nullable(), seen: z.number().nullable(), grade: z.number().nullable(), readers: z.number().nullable(), currency: z.string().nullable(), rate: z.number().nullable(),
  cents: Num, own: Num, less: Num, more: Num, unconverted: Num, transactions: Num,
});
type Piece = z.infer<typeof Piece>;

/** Everything that an overview adds up, in one pass over the facts: by publisher and what is known, and by rate. */
const sums = (s: Selection): string => `
  select x.class, x.incoming, x.owned, x.repeated, x.reporter, x.seen, x.grade, x.readers, x.currency, x.rate,
    coalesce(sum(x.cents), 0) as cents, sum(x.own_cents) as own, sum(x.less_cents) as less, sum(x.more_cents) filter (where x.touches) as more,
    count(*) filter (where x.cents is null and x.amount is not null) as unconverted, ${transactionsIn(s)} as transactions
  from ${s.pieces} x
  group by grouping sets ((x.class, x.incoming, x.owned, x.repeated, x.reporter, x.seen, x.grade, x.readers), (x.class, x.incoming, x.repeated, x.currency, x.rate))`;

/** How much of a piece belongs to a figure. */
type Take = (p: Piece) => number;
const inside = (p: Piece): boolean => p.class === CLASS.left || p.class === CLASS.within;
const of = (...classes: number[]): Take => (p) => (classes.includes(p.class) ? p.cents : 0);
const takeOfBucket: Record<Bucket, Take> = {
  entered: of(CLASS.entered),
  direct: of(CLASS.direct),
  'own-or-unrecorded': (p) => (inside(p) ? p.own : 0),
  'passed-on': (p) => (inside(p) ? p.cents - p.own : p.class === CLASS.internal ? p.cents : 0),
  outside: of(CLASS.outside),
  'other-level': of(CLASS.otherLevel),
  'other-version': of(CLASS.otherVersion),
  'conflict-difference': of(CLASS.conflict),
};
/** Whether a piece has a part in a bucket, as `belongsTo` says in SQL; one that is partly own stands in two. */
const isIn: Record<Bucket, (p: Piece) => boolean> = {
  entered: (p) => p.class === CLASS.entered,
  direct: (p) => p.class === CLASS.direct,
  'own-or-unrecorded': (p) => inside(p) && p.owned !== 0,
  'passed-on': (p) => (inside(p) && p.owned !== 2) || p.class === CLASS.internal,
  outside: (p) => p.class === CLASS.outside,
  'other-level': (p) => p.class === CLASS.otherLevel,
  'other-version': (p) => p.class === CLASS.otherVersion,
  'conflict-difference': (p) => p.class === CLASS.conflict,
};
const entryOf: Take = (p) => takeOfBucket.entered(p) + takeOfBucket.direct(p) + takeOfBucket['own-or-unrecorded'](p);
const endOf: Take = of(CLASS.direct, CLASS.left);

export async function overviewOf(tx: Queryable, seen: Seen, filter: MoneyFilter, today: Day): Promise<MoneyOverview> {
  const { run } = seen;
  if (!run) return nothingCounted(seen, filter);
  const selection = await selectionOf(tx, run, filter);
  const all = await many(tx, Piece, sums(selection), selection.params);
  const [pieces, byRate] = [all.filter((p) => p.reporter !== null), all.filter((p) => p.reporter === null)];
  const frame: Frame = { run, publishers: await publishersOf(tx, run, today), completeness: await completenessOf(tx, selection, filter), year: filter.year };
  const input = inputOf(filter);
  const figure = (take: Take, more: Record<string, unknown>, range?: [number, number]): Figure =>
    figureOf(frame, sum(pieces, take), groupsOf(pieces, take), ratesOf(byRate, take), { operation: 'funds.flows', input: { ...input, ...more } }, range);
  const [entry, end] = [sum(pieces, entryOf), sum(pieces, endOf)];
  const rowsIn = (isOne: (p: Piece) => boolean): number => pieces.reduce((t, p) => t + (p.owned !== null && isOne(p) ? p.transactions : 0), 0);
  const flowOf = (...sides: number[]): Take => (p) => (p.class <= CLASS.within && sides.includes(p.seen ?? -1) ? p.cents : 0);
  return {
    currency: run.currency,
    naive: figure((p) => (p.incoming ? 0 : p.cents), { counting: 'naive' }),
    receiverOnly: figure((p) => (p.incoming ? p.cents : 0), { type: '1' }),
    entry: figure(entryOf, { counting: 'entry' }, [entry - sum(pieces, lessOfEntry), entry + sum(pieces, moreOfEntry)]),
    end: figure(endOf, { counting: 'end' }, [end - sum(pieces, lessOfEnd), end + sum(pieces, moreOfEnd)]),
    retained: figure((p) => entryOf(p) - endOf(p), { counting: 'retained' }),
    buckets: bucketsAt(selection.chosen === null ? 'default' : 'chosen').map((bucket) => ({ bucket, figure: figure(takeOfBucket[bucket], { bucket }), flows: rowsIn(isIn[bucket]) })),
    repeated: {
      naive: figure(again((p) => (p.incoming ? 0 : p.cents)), { counting: 'naive', only: ['repeated'] }),
      entry: figure(again(entryOf), { counting: 'entry', only: ['repeated'] }),
      end: figure(again(endOf), { counting: 'end', only: ['repeated'] }),
      transactions: rowsIn((p) => p.repeated && !p.incoming),
    },
    unconverted: all.some((p) => p.unconverted > 0) ? await unconvertedOf(tx, selection, frame, input) : [],
    boundary: await boundaryOf(tx, run, selection),
    traceable: {
      bothSides: figure(flowOf(SEEN['both-sides']), { seen: ['both-sides'], ...flowsAlone }),
      oneSided: figure(flowOf(SEEN['provider-only'], SEEN['receiver-only']), { seen: ['provider-only', 'receiver-only'], ...flowsAlone }),
      conflicting: figure(flowOf(SEEN.conflict), { seen: ['conflict'], ...flowsAlone }),
    },
    cycles: await cyclesOf(tx, run),
    circles: run.summary.circles,
    asOf: [...new Set(pieces.map((p) => p.reporter!))].reduce<Day | null>((latest, no) => later(latest, frame.publishers.get(no)?.latest ?? null), null),
    recounting: seen.recounting,
  };
}

const lessOfEntry: Take = (p) => (p.class <= CLASS.direct ? p.less : inside(p) ? p.less + p.more : 0);
const isAside = (p: Piece): boolean => p.class === CLASS.otherLevel || p.class === CLASS.otherVersion;
const moreOfEntry: Take = (p) => (p.class <= CLASS.direct || isAside(p) ? p.more : inside(p) ? p.less + p.more : 0);
const lessOfEnd: Take = (p) => (p.class === CLASS.direct || p.class === CLASS.left ? p.less : 0);
const moreOfEnd: Take = (p) => (p.class === CLASS.direct || p.class === CLASS.left || isAside(p) ? p.more : 0);

/** Where the words of an earlier row of the activity are said again. */
const again = (take: Take): Take => (p) => (p.repeated ? take(p) : 0);
const flowsAlone = { only: ['flow', 'counted'] };

const later = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a > b ? a : b);
const sum = (pieces: readonly Piece[], take: Take): number => pieces.reduce((t, p) => t + take(p), 0);
const groupsOf = (pieces: readonly Piece[], take: Take): Group[] => pieces.map((p) => ({ reporter: p.reporter!, seen: p.seen!, grade: p.grade!, readers: p.readers!, amount: take(p), transactions: p.transactions }));
const ratesOf = (pieces: readonly Piece[], take: Take): RateGroup[] => pieces.map((p) => ({ rate: p.rate!, amount: take(p) }));

/** The filters of a view as the input of an operation, without what is empty. */
export function inputOf(filter: MoneyFilter): Rows['input'] {
  return Object.fromEntries(Object.entries(filter).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0)));
}

/** Money of a currency without a rate stands beside every total, one figure a currency. */
async function unconvertedOf(tx: Queryable, s: Selection, frame: Frame, input: Rows['input']): Promise<MoneyOverview['unconverted']> {
  const Row = z.object({ currency: z.string(), reporter: z.number(), seen: z.number(), grade: z.number(), readers: z.number(), amount: z.string(), transactions: Num });
  const rows = await many(tx, Row,
    `select x.currency, x.reporter, x.seen, x.grade, x.readers, sum(x.amount)::text as amount, ${transactionsIn(s)} as transactions from ${s.pieces} x
     where x.cents is null and x.amount is not null and x.class <= ${CLASS.internal} group by 1, 2, 3, 4, 5 order by 1`, s.params);
  return [...new Set(rows.map((r) => r.currency))].map((currency) => {
    const of = rows.filter((r) => r.currency === currency);
    const groups = of.map((r) => ({ ...r, amount: Number(r.amount) }));
    return { currency, figure: originalFigure(frame, decimalSum(of.map((r) => r.amount)), currency, groups, { operation: 'funds.flows', input: { ...input, currency, only: ['unconverted'] } }) };
  });
}

/** Of the organisations that take part in the selected money, how many publish. */
async function completenessOf(tx: Queryable, s: Selection, filter: MoneyFilter): Promise<Completeness> {
  const taking = `select distinct x.provider as no from ${s.pieces} x where x.class <= ${CLASS.internal} union select distinct x.receiver from ${s.pieces} x where x.class <= ${CLASS.within}`;
  const all = Object.values(filter).every((v) => v === undefined || (Array.isArray(v) && v.length === 0));
  const sql = `select count(*)::int as expected, (count(*) filter (where p.reports))::int as reported from funds_parties p where p.run_id = $1`;
  return one(tx, z.object({ expected: z.number(), reported: z.number() }), all ? `${sql} and (p.inflow_cents <> 0 or p.outflow_cents <> 0)` : `${sql} and p.no in (${taking})`, all ? [s.run.id] : s.params);
}

const NAMED = 50;

async function boundaryOf(tx: Queryable, run: Run, s: Selection): Promise<MoneyOverview['boundary']> {
  const Party = z.object({ organisationKey: z.string(), name: z.string().nullable() });
  const rows = s.chosen === null
    ? await many(tx, Party, 'select organisation_key, name from funds_parties where run_id = $1 and inside order by outflow_cents desc, no limit $2', [run.id, NAMED])
    : await many(tx, Party, 'select organisation_key, name from funds_parties where run_id = $1 and no = any($2::int[]) order by outflow_cents desc, no', [run.id, s.chosen]);
  return { kind: s.chosen === null ? 'default' : 'chosen', organisations: s.chosen === null ? run.summary.insideCount : rows.length, named: rows.map((r) => ({ key: r.organisationKey, name: r.name ?? r.organisationKey })) };
}

async function cyclesOf(tx: Queryable, run: Run): Promise<MoneyOverview['cycles']> {
  if (run.summary.cycles.length === 0) return [];
  const names = await namesOf(tx, run, run.summary.cycles.flat());
  return run.summary.cycles.map((c) => c.map((no) => names.get(no) ?? UNNAMED).map(({ key, name }) => ({ key, name })));
}

/** Before anything was counted: zero of everything, and nothing behind it. */
function nothingCounted(seen: Seen, filter: MoneyFilter): MoneyOverview {
  const run = NO_RUN;
  const frame: Frame = { run, publishers: new Map(), completeness: null, year: filter.year };
  const zero = (more: Record<string, unknown> = {}) => figureOf(frame, 0, [], [], { operation: 'funds.flows', input: { ...inputOf(filter), ...more } });
  return {
    currency: run.currency, naive: zero({ counting: 'naive' }), receiverOnly: zero({ type: '1' }), entry: zero({ counting: 'entry' }), end: zero({ counting: 'end' }), retained: zero({ counting: 'retained' }),
    buckets: bucketsAt(filter.within.length === 0 ? 'default' : 'chosen').map((bucket) => ({ bucket, figure: zero({ bucket }), flows: 0 })), unconverted: [],
    repeated: { naive: zero(), entry: zero(), end: zero(), transactions: 0 },
    boundary: { kind: filter.within.length === 0 ? 'default' : 'chosen', organisations: 0, named: [] }, traceable: { bothSides: zero(), oneSided: zero(), conflicting: zero() },
    cycles: [], circles: [], asOf: null, recounting: seen.recounting,
  };
}
