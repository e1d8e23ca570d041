import { fileURLToPath } from 'node:url';
import { readTables } from '../../../demo/build.ts';
import { demonstrationTotals } from '../../../demo/truth.ts';
import type { Bucket } from '../../../src/funds/domain/contract.ts';

/** The demonstration's tables as the fake API answers from them. */
type Raw = Record<string, string>;
export type Shared = { code: string; share: number };
export type DemoActivity = Raw & { identifier: string };
export type DemoRow = {
  id: number; file: string; activity: string; type: string; on: string | null; amount: string; currency: string; eur: number;
  provider: string | null; receiver: string | null; providerActivity: string | null; receiverActivity: string | null;
  text: string; label: string; bucket: Bucket | null; naive: boolean; receiverOnly: boolean;
};

const folder = fileURLToPath(new URL('../../../demo', import.meta.url));
const tables = readTables(folder);

export const RATES: Record<string, number> = { EUR: 1, MKD: 1 / 61.5, CHF: 1 / 0.97 };
export const organisations = new Map(tables.organisations.map((o) => [o['ref']!, o]));
export const nameOf = (ref: string): string => organisations.get(ref)?.['name'] ?? ref;
export const results = tables.results as Raw[];
export const budgets = tables.budgets as Raw[];
export const placesByKey = new Map((tables.places as Raw[]).map((p) => [p['key']!, p]));

/** Each identifier with its versions, the one that counts first. */
export const versions = new Map<string, DemoActivity[]>();
for (const a of tables.activities as DemoActivity[]) {
  if (!a.identifier) continue;
  const all = versions.get(a.identifier) ?? [];
  if (a['file'] === 'regional-aid-register.xml') all.push(a);
  else all.unshift(a);
  versions.set(a.identifier, all);
}
export const activities: DemoActivity[] = [...versions.values()].map((v) => v[0]!);

/** `AL:16;BA:17` → shares that add up to 1. */
export function shares(text: string | undefined): Shared[] {
  const parts = (text ?? '').split(';').filter(Boolean).map((p) => ({ code: p.split(':')[0]!, weight: Number(p.split(':')[1] ?? 100) }));
  const all = parts.reduce((s, p) => s + p.weight, 0);
  return parts.map((p) => ({ code: p.code, share: p.weight / all }));
}

export const inside = new Set(demonstrationTotals(folder).flatMap((t) => t.inside));

function bucketOf(p: Raw): Bucket | null {
  const label = p['counts'];
  const outgoing = p['type'] === '3' || p['type'] === '4';
  if (label === 'repeated-by-parent') return outgoing ? 'other-level' : null;
  if (label === 'other-version') return outgoing ? 'other-version' : null;
  if (label !== 'yes' && label !== 'only-from-receiver') return null;
  const from = inside.has(p['provider'] ?? '');
  const to = inside.has(p['receiver'] ?? '');
  if (p['type'] === '4') return from ? 'passed-on' : 'direct';
  if (from) return 'passed-on';
  return to ? 'entered' : 'direct';
}

export const rows: DemoRow[] = (tables.payments as Raw[]).map((p, i) => {
  const outgoing = p['type'] === '3' || p['type'] === '4';
  const readable = !['kept-out', 'unreadable', 'plan'].includes(p['counts']!);
  return {
    id: 1000 + i, file: p['file']!, activity: p['activity']!, type: p['type']!, on: p['date'] || null, amount: p['amount']!, currency: p['currency']!,
    eur: Math.round(Number(p['amount']) * (RATES[p['currency']!] ?? 0) * 100) / 100,
    provider: p['provider'] || null, receiver: p['receiver'] || null, providerActivity: p['provider_activity'] || null, receiverActivity: p['receiver_activity'] || null,
    text: p['text'] ?? '', label: p['counts']!, bucket: bucketOf(p), naive: outgoing && readable, receiverOnly: p['counts'] === 'only-from-receiver',
  };
});

/** What towns and associations spent above their recorded income stands in a bucket of its own: here their last expenditure. */
for (const ref of ['XX-DEMO-TN1', 'XX-DEMO-TN3', 'XX-DEMO-TN5']) {
  const spent = rows.findLast((r) => r.provider === ref && r.type === '4' && r.bucket === 'passed-on');
  if (spent !== undefined) spent.bucket = 'own-or-unrecorded';
}
