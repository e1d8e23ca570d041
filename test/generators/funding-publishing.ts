import type { Activity, Flow, PublishedActivity, PublishedEnd, PublishedFile, PublishedTransaction, World } from './funding-model.ts';
import { amountText } from './seeded.ts';

type Really = PublishedTransaction['really'];

/**
 * What the publishers of this world write: one file for each organisation that reports anything, plus the files with
 * copies. Nothing is drawn here: the same world is always published the same way.
 */
export function publish(world: World): PublishedFile[] {
  const byId = new Map(world.activities.map((a) => [a.id, a]));
  const nameOf = new Map(world.organisations.map((o) => [o.ref, o.name]));
  const rows = new Map<string, PublishedTransaction[]>(world.activities.map((a) => [a.id, []]));
  const sums = new Map<string, { parent: Activity; flow: Flow; cents: bigint; on: string }>();
  const implied = new Set(world.implied);

  const end = (ref: string, activity: string | null): PublishedEnd => ({ organisation: ref, name: nameOf.get(ref) ?? ref, activity });
  const self = (activity: Activity): PublishedEnd | null => (implied.has(activity.organisation) ? null : end(activity.organisation, activity.id));
  const put = (activity: Activity, row: PublishedTransaction) => rows.get(activity.id)!.push(row);

  /** Writes a row under its activity and, where parents repeat it, under each of them. */
  const write = (activityId: string, really: Really, row: (by: Activity) => Omit<PublishedTransaction, 'really'>) => {
    let by = byId.get(activityId)!;
    put(by, { ...row(by), really });
    while (by.parent !== null && by.repeatedBy === 'rows') {
      by = byId.get(by.parent)!;
      put(by, { ...row(by), really: really === 'counted' ? 'repeated-by-parent' : really });
    }
  };

  for (const flow of world.flows) {
    const other = flow.namesActivities;
    if (flow.seen !== 'receiver') {
      const receiver = flow.to === null ? null : end(flow.to, other ? flow.toActivity : null);
      write(flow.fromActivity!, 'counted', (by) => ({ type: '3', on: flow.on, amount: amountText(flow.cents, flow.no), currency: flow.currency, provider: self(by), receiver }));
      const from = byId.get(flow.fromActivity!)!;
      if (from.parent !== null && from.repeatedBy === 'sum') {
        const key = [from.parent, flow.to, flow.toActivity, flow.currency, flow.on.slice(0, 4)].join(' ');
        const sum = sums.get(key);
        if (sum) Object.assign(sum, { cents: sum.cents + flow.cents, on: sum.on > flow.on ? sum.on : flow.on });
        else sums.set(key, { parent: byId.get(from.parent)!, flow, cents: flow.cents, on: flow.on });
      }
    }
    if (flow.seen !== 'provider') {
      const provider = flow.from === null ? null : end(flow.from, other ? flow.fromActivity : null);
      const cents = flow.receiverCents ?? flow.cents;
      write(flow.toActivity!, 'receivers-side', (by) => ({ type: '1', on: flow.receiverOn, amount: amountText(cents, flow.no + 1), currency: flow.currency, provider, receiver: self(by) }));
    }
  }
  for (const { parent, flow, cents, on } of sums.values()) {
    const receiver = flow.to === null ? null : end(flow.to, flow.namesActivities ? flow.toActivity : null);
    put(parent, { type: '3', on, amount: amountText(cents, 1), currency: flow.currency, provider: self(parent), receiver, really: 'repeated-by-parent' });
  }
  for (const s of world.spendings) {
    const receiver = s.contractor === null ? null : end(s.contractor, null);
    write(s.activity, 'counted', (by) => ({ type: '4', on: s.on, amount: amountText(s.cents, s.no), currency: s.currency, provider: self(by), receiver }));
    const by = byId.get(s.activity)!;
    if (by.parent !== null && by.repeatedBy === 'sum') {
      const parent = byId.get(by.parent)!;
      put(parent, { type: '4', on: s.on, amount: amountText(s.cents, 1), currency: s.currency, provider: self(parent), receiver, really: 'repeated-by-parent' });
    }
  }
  for (const c of world.commitments) {
    const receiver = c.to === null ? null : end(c.to, null);
    write(c.activity, 'commitment', (by) => ({ type: '2', on: c.on, amount: amountText(c.cents, 0), currency: c.currency, provider: self(by), receiver }));
  }
  return files(world, byId, nameOf, rows);
}

function depth(activity: Activity, byId: Map<string, Activity>): number {
  return activity.parent === null ? 1 : 1 + depth(byId.get(activity.parent)!, byId);
}

function files(world: World, byId: Map<string, Activity>, nameOf: Map<string, string>, rows: Map<string, PublishedTransaction[]>): PublishedFile[] {
  const written = new Map<string, PublishedActivity>();
  for (const a of world.activities) {
    // Publishers write the relation at the child, at the parent, or at both: either must do.
    const way = (id: string) => Array.from(id).reduce((n, c) => n + c.charCodeAt(0), 0) % 3;
    const related: PublishedActivity['related'] = [];
    if (a.parent !== null && way(a.parent) !== 1) related.push({ type: '1', identifier: a.parent });
    if (way(a.id) !== 2) for (const child of world.activities) if (child.parent === a.id) related.push({ type: '2', identifier: child.id });
    written.set(a.id, {
      identifier: a.id,
      reporter: { ref: a.organisation, name: nameOf.get(a.organisation)! },
      lastUpdatedOn: '2024-06-30',
      hierarchy: depth(a, byId),
      related,
      transactions: rows.get(a.id)!,
    });
  }
  const result: PublishedFile[] = [];
  for (const o of world.organisations) {
    const own = world.activities.filter((a) => a.organisation === o.ref).map((a) => written.get(a.id)!);
    // An activity without any row and without relatives was never published: its organisation keeps silent.
    const shown = own.filter((a) => a.transactions.length > 0 || a.related.length > 0);
    if (shown.length > 0) result.push({ name: `${o.ref.toLowerCase()}.xml`, publisher: o.ref, activities: shown });
  }
  const copies = new Map<string, PublishedActivity[]>();
  for (const copy of world.copies) {
    const original = written.get(copy.activity)!;
    const kept = copy.older && original.transactions.length > 1 ? original.transactions.slice(0, -1) : original.transactions;
    const transactions = kept.map((t): PublishedTransaction => ({ ...t, really: t.really === 'counted' ? 'copy' : t.really }));
    copies.set(copy.file, [...(copies.get(copy.file) ?? []), { ...original, lastUpdatedOn: copy.older ? '2022-01-31' : '2023-12-31', transactions }]);
  }
  for (const [name, activities] of copies) result.push({ name, publisher: 'XX-REGISTER', activities });
  return result;
}
