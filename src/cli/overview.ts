import type { z } from 'zod';
import { breakdown, byCurrency, overview, type Counting, type Dimension } from '../funds/domain/contract.ts';
import type { Figure } from '../kernel/figure.ts';
import { WrongUsage } from './failure.ts';
import { inWords as named, kosovoNote, nameOf } from './names.ts';
import { grouped, table } from './table.ts';
import type { Voice } from './voice.ts';
import type { Runner } from './world.ts';

export type OverviewOptions = { by?: string; counting?: Counting; place?: string; sector?: string; organisation?: string; year?: number; within?: string };

const dimensions = ['place', 'sector', 'year', 'organisation', 'receiver', 'reporter', 'currency', 'transaction-type'] as const satisfies readonly Dimension[];

/** `place,year` → the dimensions, or what is wrong with them. */
export function dimensionsOf(by: string): Dimension[] {
  const wanted = by.split(',').map((b) => b.trim()).filter(Boolean);
  const unknown = wanted.filter((w) => !(dimensions as readonly string[]).includes(w));
  if (unknown.length > 0) throw new WrongUsage(`--by does not know ${unknown.join(', ')}. It knows ${dimensions.join(', ')}.`);
  const money = wanted.filter((w) => w === 'currency' || w === 'transaction-type');
  if (money.length > 0 && money.length < wanted.length) throw new WrongUsage('--by currency and transaction-type give original currencies; the other dimensions are converted to one. Ask for them apart.');
  if (wanted.length === 0 || wanted.length > 2) throw new WrongUsage('--by takes one or two dimensions, such as place or place,year.');
  return wanted as Dimension[];
}

export function filtersOf({ place, sector, organisation, year, within }: OverviewOptions) {
  return { ...(place && { place }), ...(sector && { sector }), ...(organisation && { organisation }), ...(year !== undefined && { year }), ...(within && { within }) };
}

export async function showOverview(runner: Runner, voice: Voice, options: OverviewOptions): Promise<void> {
  if (options.by === undefined) return showTotals(runner, voice, options);
  const by = dimensionsOf(options.by);
  if (by.includes('currency') || by.includes('transaction-type')) return showOriginals(runner, voice, options, by as ('currency' | 'transaction-type')[]);
  return showParts(runner, voice, options, by);
}

const currencyOf = (f: Figure) => (f.unit.kind === 'money' ? f.unit.currency : null);
const grade = (f: Figure) => `${f.passport.grade} of 5`;
const range = (f: Figure) => (f.low !== undefined && f.high !== undefined && f.low !== f.high ? `${grouped(f.low)} to ${grouped(f.high)}` : '');

/** What a figure says to a program: the number, its range and what its passport is worth. */
const spoken = (f: Figure) => ({
  value: f.value, ...(f.low !== undefined && { low: f.low, high: f.high }), currency: currencyOf(f),
  grade: f.passport.grade, freshness: f.passport.freshness, asOf: f.passport.asOf, sources: f.passport.sourceCount,
});

/** Exact decimals of the original currencies, added up in the database. */
async function showOriginals(runner: Runner, voice: Voice, options: OverviewOptions, by: ('currency' | 'transaction-type')[]): Promise<void> {
  const { rows } = await runner.run(byCurrency, { ...filtersOf(options), by, counting: options.counting ?? 'naive' });
  const plain = rows.map((r) => ({ currency: r.currency, transactionType: r.transactionType, value: r.figure.value, count: r.count }));
  voice.rows(plain, [
    { title: 'currency', of: (r) => r.currency },
    ...(by.includes('transaction-type') ? [{ title: 'type', of: (r: (typeof plain)[number]) => named('transaction-type', r.transactionType ?? '?') }] : []),
    { title: 'amount', of: (r) => grouped(r.value), right: true },
    { title: 'rows', of: (r) => r.count, right: true },
  ], 'No money in this selection.');
}

async function showParts(runner: Runner, voice: Voice, options: OverviewOptions, by: Dimension[]): Promise<void> {
  const counting = options.counting ?? 'entry';
  const { rows, total } = await runner.run(breakdown, { ...filtersOf(options), by, counting });
  const plain = rows.map((r) => ({
    ...Object.fromEntries(r.keys.flatMap((k) => {
      const name = nameOf(k.dimension, k.key, k.name);
      return [[k.dimension, k.key], ...(name === null ? [] : [[`${k.dimension}Name`, name]])];
    })),
    ...spoken(r.figure), flows: r.flows,
  }));
  for (const row of plain) voice.object(row);
  if (rows.length === 0) return voice.say('No money in this selection.');
  voice.say(table([...rows, { keys: [], figure: total, flows: null }], [
    ...by.map((dimension, i) => ({
      title: dimension,
      of: (r: { keys: (typeof rows)[number]['keys'] }) => {
        const key = r.keys.find((k) => k.dimension === dimension);
        if (!key) return i === 0 ? 'together' : '';
        return named(dimension, key.key, key.name);
      },
    })),
    { title: `${counting}, ${currencyOf(total) ?? ''}`, of: (r) => grouped(r.figure.value), right: true },
    { title: 'rows', of: (r) => r.flows ?? '', right: true },
    { title: 'confidence', of: (r) => grade(r.figure) },
  ]));
  if (rows.some((r) => r.keys.some((k) => k.dimension === 'place' && k.key === 'XK'))) voice.say(`\n${kosovoNote}`);
}

type Overview = z.output<typeof overview.output>;
const countings = ['entry', 'end', 'retained', 'naive'] as const;
const inWords: Record<string, string> = {
  entry: 'entered the chain', end: 'spent at the end, or left the boundary', retained: 'kept inside', naive: 'naive: all disbursements and expenditures',
  entered: 'entered', direct: 'direct: never passed through the boundary', 'own-or-unrecorded': 'own or unrecorded source', 'passed-on': 'passed on or spent inside', outside: 'outside the chosen group: no part of its total',
  'other-level': 'child of a counted parent', 'other-version': 'other version of the same identifier', 'conflict-difference': 'difference of conflicting reports',
};

async function showTotals(runner: Runner, voice: Voice, options: OverviewOptions): Promise<void> {
  const o = await runner.run(overview, filtersOf(options));
  const wanted = options.counting ? [options.counting] : countings;
  for (const counting of wanted) voice.object({ kind: 'total', counting, ...spoken(o[counting]) });
  if (!options.counting) {
    voice.object({ kind: 'receiver-only', ...spoken(o.receiverOnly) });
    for (const b of o.buckets) voice.object({ kind: 'bucket', bucket: b.bucket, ...spoken(b.figure), flows: b.flows });
    for (const u of o.unconverted) voice.object({ kind: 'unconverted', ...spoken(u.figure), currency: u.currency });
    voice.object({ kind: 'boundary', boundary: o.boundary.kind, organisations: o.boundary.organisations });
    for (const cycle of o.cycles) voice.object({ kind: 'cycle', organisations: cycle.map((c) => c.key) });
  }
  voice.say(table(wanted.map((c) => ({ counting: c, figure: o[c] })), [
    { title: `in ${o.currency}`, of: (r) => r.counting },
    { title: 'amount', of: (r) => grouped(r.figure.value), right: true },
    { title: 'range', of: (r) => range(r.figure) },
    { title: 'confidence', of: (r) => grade(r.figure) },
    { title: 'what it is', of: (r) => inWords[r.counting] },
  ]));
  if (!options.counting) sayHow(voice, o);
  if (o.recounting) voice.note('A recount is under way: these totals are from before the last change.');
}

function sayHow(voice: Voice, o: Overview): void {
  const together = o.buckets.map((b) => ({ name: inWords[b.bucket] ?? b.bucket, figure: b.figure, flows: b.flows as number | string }));
  voice.say(`\nHow it was counted: naive and known only from receivers (${grouped(o.receiverOnly.value)}), each euro once\n`);
  voice.say(table(together, [
    { title: 'bucket', of: (r) => r.name },
    { title: 'amount', of: (r) => grouped(r.figure.value), right: true },
    { title: 'rows', of: (r) => r.flows, right: true },
  ]));
  const members = o.boundary.named.map((n) => n.name).slice(0, 8).join(', ');
  voice.say(`\nBoundary: ${o.boundary.kind}, ${o.boundary.organisations} organisation(s)${members ? `: ${members}` : ''}`);
  for (const u of o.unconverted) voice.say(`Not in the total, because no rate is known: ${grouped(u.figure.value)} ${u.currency}`);
  for (const cycle of o.cycles) voice.say(`Funds each other: ${cycle.map((c) => c.name).join(' → ')}`);
}
