import type { z } from 'zod';
import type { breakdown, budgets as planned, byCurrency, chain, Dimension, flows, FlowRow, MoneyFilter, overview } from '../../../src/funds/domain/contract.ts';
import { activities, budgets, inside, RATES, nameOf, rows, shares, type DemoRow } from './demo-data.ts';
import { euros } from './passports.ts';

type Filter = z.output<typeof MoneyFilter>;
type Part = { row: DemoRow; eur: number; keys: Record<string, string> };

const byIdentifier = new Map(activities.map((a) => [a.identifier, a]));
const money = (parts: Part[]) => parts.reduce((s, p) => s + p.eur, 0);

/** Rows of a selection, split by country and sector as their activities say. */
export function parts(filter: Filter): Part[] {
  return rows.flatMap((row): Part[] => {
    const activity = byIdentifier.get(row.activity);
    const year = row.on?.slice(0, 4) ?? '';
    if (filter.year !== undefined && String(filter.year) !== year) return [];
    if (filter.organisation !== undefined && row.provider !== filter.organisation && row.receiver !== filter.organisation) return [];
    const places = shares(activity?.['countries']);
    const sectors = shares(activity?.['sectors']);
    return (places.length > 0 ? places : [{ code: '', share: 1 }]).flatMap((place) =>
      (sectors.length > 0 ? sectors : [{ code: '', share: 1 }]).flatMap((sector): Part[] => {
        if (filter.place !== undefined && filter.place !== place.code) return [];
        if (filter.sector !== undefined && filter.sector !== sector.code && filter.sector !== `1:${sector.code}`) return [];
        return [{
          row, eur: row.eur * place.share * sector.share,
          keys: { place: place.code, sector: sector.code === '' ? '' : `1:${sector.code}`, year, organisation: row.provider ?? '', receiver: row.receiver ?? '', reporter: activity?.['reporter'] ?? '', currency: row.currency, 'transaction-type': row.type },
        }];
      }),
    );
  });
}

const counted = new Set(['entered', 'direct', 'own-or-unrecorded']);
const inCounting = (counting: string | undefined) => (p: Part) =>
  counting === 'naive' ? p.row.naive : counting === 'end' ? p.row.bucket === 'direct' || (p.row.bucket === 'passed-on' && p.row.type === '4') : counting === undefined ? p.row.bucket !== null : p.row.bucket !== null && counted.has(p.row.bucket);

export function fakeOverview(filter: Filter): z.input<typeof overview.output> {
  const all = parts(filter);
  const bucket = (b: string) => all.filter((p) => p.row.bucket === b);
  const entry = money(all.filter(inCounting('entry')));
  const end = money(all.filter(inCounting('end')));
  const chosen = filter.within.length > 0;
  const buckets = ['entered', 'direct', 'own-or-unrecorded', 'passed-on', 'other-level', 'other-version', 'conflict-difference'] as const;
  const conflict = { conflicts: 1, freshness: 'due' as const };
  const around = chosen ? filter.within : [...inside];
  return {
    currency: 'EUR',
    naive: euros(money(all.filter((p) => p.row.naive)), { method: { kind: 'derived', name: 'funds-naive@1' } }, { counting: 'naive' }),
    receiverOnly: euros(money(all.filter((p) => p.row.receiverOnly)), {}, {}),
    entry: { ...euros(entry, conflict, { ...filter, counting: 'entry' }), low: (entry * 0.987).toFixed(2), high: (entry * 1.0).toFixed(2) },
    end: euros(end, {}, { counting: 'end' }), retained: euros(entry - end, { estimatedShare: 0.6 }, { counting: 'retained' }),
    buckets: buckets.map((b) => ({ bucket: b, figure: euros(money(bucket(b)), {}, { bucket: b }), flows: new Set(bucket(b).map((p) => p.row.id)).size })),
    repeated: { naive: euros(41_000, {}, { counting: 'naive', only: ['repeated'] }), entry: euros(41_000, {}, { counting: 'entry', only: ['repeated'] }), end: euros(0, {}, { counting: 'end', only: ['repeated'] }), transactions: 1 },
    unconverted: [{ currency: 'XDR', figure: { ...euros(120_000), unit: { kind: 'money', currency: 'XDR' } } }],
    boundary: { kind: chosen ? 'chosen' : 'default', organisations: around.length, named: around.map((key) => ({ key, name: nameOf(key) })) },
    traceable: { bothSides: euros(entry * 0.61), oneSided: euros(entry * 0.33), conflicting: euros(600_000, { conflicts: 1 }) },
    cycles: [[{ key: 'XX-DEMO-RDA', name: nameOf('XX-DEMO-RDA') }, { key: 'XX-DEMO-NET', name: nameOf('XX-DEMO-NET') }]],
    circles: [{ kind: 'relation', activities: ['XX-DEMO-EXT-200', 'XX-DEMO-EXT-201'] }],
    asOf: '2026-06-30', recounting: false,
  };
}

export function fakeBreakdown(input: z.output<typeof breakdown.input>): z.input<typeof breakdown.output> {
  const all = parts(input).filter(inCounting(input.counting));
  const groups = new Map<string, Part[]>();
  for (const p of all) {
    const key = input.by.map((d) => p.keys[d] ?? '').join('\u0000');
    groups.set(key, [...(groups.get(key) ?? []), p]);
  }
  const named = (dimension: Dimension, key: string) => (key === '' ? null : dimension === 'organisation' || dimension === 'receiver' || dimension === 'reporter' ? nameOf(key) : null);
  const found = [...groups].map(([key, group]) => ({
    keys: key.split('\u0000').map((k, i) => ({ dimension: input.by[i]!, key: k, name: named(input.by[i]!, k) })),
    figure: euros(money(group), group.length % 7 === 0 ? { freshness: 'overdue', grade: 2 } : { grade: group.length > 20 ? 4 : 3 }, { counting: input.counting }),
    flows: new Set(group.map((p) => p.row.id)).size,
  }));
  found.sort((a, b) => Number(b.figure.value) - Number(a.figure.value));
  return { rows: found.slice(0, input.limit), total: euros(money(all)), recounting: false };
}

export function fakeByCurrency(input: z.output<typeof byCurrency.input>): z.input<typeof byCurrency.output> {
  const groups = new Map<string, Part[]>();
  for (const p of parts(input)) {
    const key = `${p.row.type}|${p.row.currency}`;
    groups.set(key, [...(groups.get(key) ?? []), p]);
  }
  return {
    recounting: false,
    rows: [...groups].map(([key, group]) => {
      const [transactionType = '', currency = ''] = key.split('|');
      return { currency, transactionType, figure: { ...euros(group.reduce((s, p) => s + (Number(p.row.amount) * (p.row.eur === 0 ? 1 : p.eur / p.row.eur) || 0), 0)), unit: { kind: 'money' as const, currency: /^[A-Z]{3}$/.test(currency) ? currency : 'XXX' } }, count: new Set(group.map((p) => p.row.id)).size };
    }),
  };
}

export function fakeFlows(input: z.output<typeof flows.input>): z.input<typeof flows.output> {
  const all = parts(input).filter((p) => (input.bucket === undefined ? inCounting(input.counting)(p) : p.row.bucket === input.bucket) && (input.currency === undefined || p.row.currency === input.currency));
  const ids = [...new Set(all.map((p) => p.row.id))];
  const page = ids.slice(input.after, input.after + input.limit).map((id): z.input<typeof FlowRow> => {
    const mine = all.filter((p) => p.row.id === id);
    const { row } = mine[0]!;
    const end = (ref: string | null) => (ref === null ? null : { key: ref, name: nameOf(ref) });
    return {
      transactionId: id, identifier: row.activity, title: byIdentifier.get(row.activity)?.['title'] ?? '', type: row.type, on: row.on, provider: end(row.provider), receiver: end(row.receiver),
      published: { amount: row.amount, currency: row.currency }, figure: euros(money(mine), row.currency === 'EUR' ? { rates: [], rateCount: 0 } : {}), bucket: row.bucket ?? 'passed-on',
      seen: row.type === '4' ? 'not-a-flow' : row.receiverOnly ? 'receiver-only' : id % 3 === 0 ? 'provider-only' : 'both-sides', repeated: false, versionId: 1, batchId: 1, file: row.file, line: 120 + (id % 900),
    };
  });
  return { total: ids.length, sum: euros(money(all)), flows: page, recounting: false };
}

export function fakeChain(input: z.output<typeof chain.input>): z.input<typeof chain.output> {
  const pairs = new Map<string, Part[]>();
  for (const p of parts(input)) {
    if (p.row.bucket === null || p.row.provider === null || p.row.receiver === null || p.row.type === '4' || ['other-level', 'other-version'].includes(p.row.bucket)) continue;
    const key = `${p.row.provider}|${p.row.receiver}`;
    pairs.set(key, [...(pairs.get(key) ?? []), p]);
  }
  const links = [...pairs].map(([key, group]) => ({ from: key.split('|')[0]!, to: key.split('|')[1]!, figure: euros(money(group)) })).filter((l) => l.from !== l.to);
  links.sort((a, b) => Number(b.figure.value) - Number(a.figure.value));
  const shown = links.slice(0, input.limit);
  return { parties: [...new Set(shown.flatMap((l) => [l.from, l.to]))].map((key) => ({ key, name: nameOf(key), inside: inside.has(key) })), links: shown, recounting: false };
}

export const fakeRates = () =>
  Object.entries({ MKD: 61.5, CHF: 0.97, EUR: 0.92 }).flatMap(([currency, perUsd]) =>
    [2023, 2024, 2025].map((y) => ({ currency, from: `${y}-01-01`, to: `${y}-12-31`, perUsd: (perUsd * 0.92).toFixed(6), source: 'World Bank, official exchange rate, yearly mean', own: currency === 'CHF' && y === 2025 })),
  );

export function fakeBudgets(): z.input<typeof planned.output> {
  const years = [...new Set(budgets.map((b) => b['from']!.slice(0, 4)))].sort();
  return {
    currency: 'EUR', unconverted: [], recounting: false,
    rows: years.flatMap((y) => (['budget', 'planned-disbursement'] as const).flatMap((kind) => {
      const mine = budgets.filter((b) => b['kind'] === kind && b['from']!.startsWith(y));
      return mine.length === 0 ? [] : [{ kind, year: Number(y), figure: euros(mine.reduce((s, b) => s + Number(b['amount']) * (RATES[b['currency']!] ?? 0), 0)), budgets: mine.length }];
    })),
  };
}
