import { readTables } from './build.ts';

/**
 * What the demonstration's tables say really happened, added up by the rules of docs/methods/money.md: only rows whose
 * `counts` is `yes` or `only-from-receiver` are payments. Independent of the ledger: it reads the label, not the reports.
 */
export type DemonstrationTotals = {
  currency: string;
  naive: number;
  receiverOnly: number;
  entered: number;
  direct: number;
  own: number;
  passedOn: number;
  otherLevel: number;
  otherVersion: number;
  entry: number;
  end: number;
  retained: number;
  inside: string[];
};

const cents = (text: string) => Math.round(Number(text) * 100);

export function demonstrationTotals(folder: string): DemonstrationTotals[] {
  const { payments } = readTables(folder);
  const labelled = payments.filter((p) => !['kept-out', 'unreadable'].includes(p['counts']!));
  return [...new Set(labelled.map((p) => p['currency']!))].map((currency) => totals(currency, labelled.filter((p) => p['currency'] === currency)));
}

function totals(currency: string, rows: Record<string, string>[]): DemonstrationTotals {
  const sum = (of: Record<string, string>[]) => of.reduce((n, p) => n + cents(p['amount']!), 0);
  const label = (...labels: string[]) => rows.filter((p) => labels.includes(p['counts']!));
  const outgoing = rows.filter((p) => p['type'] === '3' || p['type'] === '4');
  const real = label('yes', 'only-from-receiver');
  const spendings = real.filter((p) => p['type'] === '4');
  const flows = real.filter((p) => p['type'] !== '4');
  const between = flows.filter((p) => p['provider'] !== p['receiver']);

  const came = new Map<string, number>();
  const went = new Map<string, number>();
  const put = (into: Map<string, number>, key: string, amount: number) => into.set(key, (into.get(key) ?? 0) + amount);
  for (const p of between) {
    if (p['receiver']) put(came, p['receiver'], cents(p['amount']!));
    put(went, p['provider']!, cents(p['amount']!));
  }
  for (const p of spendings) put(went, p['provider']!, cents(p['amount']!));
  const inside = [...came.keys()].filter((ref) => went.has(ref)).sort();
  const isIn = (ref: string | undefined) => ref !== undefined && inside.includes(ref);

  const entered = sum(between.filter((p) => isIn(p['receiver']) && !isIn(p['provider'])));
  const left = sum(between.filter((p) => isIn(p['provider']) && !isIn(p['receiver'])));
  const direct = sum(between.filter((p) => !isIn(p['provider']) && !isIn(p['receiver']))) + sum(spendings.filter((p) => !isIn(p['provider'])));
  const within = sum(flows) - entered - left - sum(between.filter((p) => !isIn(p['provider']) && !isIn(p['receiver'])));
  const spentInside = sum(spendings.filter((p) => isIn(p['provider'])));
  const own = inside.reduce((n, ref) => n + Math.max(0, (went.get(ref) ?? 0) - (came.get(ref) ?? 0)), 0);
  const entry = entered + direct + own;
  const end = spentInside + left + direct;
  return {
    currency, naive: sum(outgoing), receiverOnly: sum(label('only-from-receiver')), entered, direct, own, passedOn: within + left + spentInside - own,
    otherLevel: sum(label('repeated-by-parent').filter((p) => outgoing.includes(p))), otherVersion: sum(label('other-version')), entry, end, retained: entry - end, inside,
  };
}
