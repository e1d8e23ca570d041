import type { Flow, World } from './funding-model.ts';
import { moveToChildren } from './funding-world.ts';
import { daysAfter, seeded } from './seeded.ts';

/** A copy that can be changed without touching the world it was made from. */
function copied(world: World): World {
  return {
    ...world,
    organisations: [...world.organisations],
    activities: world.activities.map((a) => ({ ...a })),
    flows: world.flows.map((f) => ({ ...f })),
    spendings: world.spendings.map((s) => ({ ...s })),
  };
}

const nextNo = (world: World) => Math.max(0, ...world.flows.map((f) => f.no), ...world.spendings.map((s) => s.no)) + 1;
const pairOf = (f: Flow) => `${f.from} ${f.to}`;

/**
 * Puts a new organisation between one provider and one of its receivers: all payments of the pair now pass through it
 * unchanged. Entry and end must stay what they were. Null: no pair is fit for it (a pair whose reports differ is not:
 * which word counts would then be told twice).
 */
export function insertIntermediary(world: World, seed: number): World | null {
  const chance = seeded(seed);
  const pairs = new Map<string, Flow[]>();
  for (const f of world.flows) if (f.from !== null && f.from !== f.to) pairs.set(pairOf(f), [...(pairs.get(pairOf(f)) ?? []), f]);
  const fit = [...pairs].filter(([, flows]) => flows.every((f) => f.receiverCents === null) && flows.reduce((sum, f) => sum + f.cents, 0n) > 0n).map(([pair]) => pair);
  if (fit.length === 0) return null;
  const pair = chance.pick(fit);
  const changed = copied(world);
  const ref = `XX-NET-I${world.organisations.length + 1}`;
  const activity = `${ref}-1`;
  changed.organisations.push({ ref, name: `inserted ${ref}`, kind: 'intermediary' });
  changed.activities.push({ id: activity, organisation: ref, parent: null, repeatedBy: null });
  const firstSeen = chance.pick(['both', 'provider'] as const);
  const secondSeen = chance.pick(['both', 'receiver'] as const);
  let no = nextNo(world);
  changed.flows = changed.flows.flatMap((f) => {
    if (pairOf(f) !== pair) return [f];
    const first: Flow = { ...f, to: ref, toActivity: activity, seen: firstSeen };
    const second: Flow = { ...f, no: no++, from: ref, fromActivity: activity, on: daysAfter(f.on, 14), receiverOn: daysAfter(f.on, 21), seen: f.to === null ? 'provider' : secondSeen };
    return [first, second];
  });
  // The commitment to the old receiver is nobody's payment; it stays as it was published.
  return changed;
}

/** May this organisation be left out, so that its providers pay its receivers directly? */
function removable(world: World, ref: string): boolean {
  const incoming = world.flows.filter((f) => f.to === ref);
  const outgoing = world.flows.filter((f) => f.from === ref);
  const activities = world.activities.filter((a) => a.organisation === ref);
  const sum = (flows: Flow[]) => flows.reduce((s, f) => s + f.cents, 0n);
  const providers = new Set(incoming.map((f) => f.from));
  return (
    incoming.length > 0 && outgoing.length > 0 && sum(incoming) === sum(outgoing) &&
    new Set([...incoming, ...outgoing].map((f) => f.currency)).size === 1 &&
    [...incoming, ...outgoing].every((f) => f.cents > 0n && f.receiverCents === null) &&
    !outgoing.some((f) => providers.has(f.to)) && !providers.has(null) &&
    !world.spendings.some((s) => s.organisation === ref) &&
    !activities.some((a) => a.parent !== null || world.activities.some((b) => b.parent === a.id) || world.copies.some((c) => c.activity === a.id)) &&
    // A direct payment that would stand beside reports of the same pair, or beside unnamed receivers, could not be told from them.
    !incoming.some((i) => outgoing.some((o) => world.flows.some((f) => (f.from === i.from && f.to === o.to) || (o.to === null && f.from === i.from && f.seen === 'receiver'))))
  );
}

/** Leaves out an organisation that only passed money on. Null: this world has none. */
export function removeIntermediary(world: World, seed: number): World | null {
  const chance = seeded(seed);
  const fit = world.organisations.filter((o) => removable(world, o.ref));
  if (fit.length === 0) return null;
  const { ref } = chance.pick(fit);
  const changed = copied(world);
  const incoming = changed.flows.filter((f) => f.to === ref).sort((a, b) => (a.on < b.on ? -1 : 1));
  const outgoing = changed.flows.filter((f) => f.from === ref).sort((a, b) => (a.on < b.on ? -1 : 1));
  const direct: Flow[] = [];
  let no = nextNo(world);
  const left = incoming.map((f) => f.cents);
  let at = 0;
  for (const out of outgoing) {
    for (let wanted = out.cents; wanted > 0n; ) {
      const part = left[at]! < wanted ? left[at]! : wanted;
      const source = incoming[at]!;
      direct.push({ ...out, no: no++, from: source.from, fromActivity: source.fromActivity, cents: part, seen: out.to === null ? 'provider' : 'both', receiverOn: daysAfter(out.on, 3), namesActivities: true });
      wanted -= part;
      left[at]! -= part;
      if (left[at] === 0n) at++;
    }
  }
  const gone = new Set(changed.activities.filter((a) => a.organisation === ref).map((a) => a.id));
  changed.flows = [...changed.flows.filter((f) => f.from !== ref && f.to !== ref), ...direct];
  changed.organisations = changed.organisations.filter((o) => o.ref !== ref);
  changed.activities = changed.activities.filter((a) => a.organisation !== ref);
  changed.commitments = changed.commitments.filter((c) => !gone.has(c.activity));
  changed.implied = changed.implied.filter((o) => o !== ref);
  return changed;
}

/**
 * Publishes the money of one activity at two levels: its rows move to new children, and it repeats them as their
 * parent. Done twice on the same branch it makes three levels. Null: no activity reports anything.
 */
export function publishParentAndChildren(world: World, seed: number): World | null {
  const chance = seeded(seed);
  const reports = (id: string) => world.spendings.some((s) => s.activity === id) || world.flows.some((f) => f.fromActivity === id && f.seen !== 'receiver');
  const fit = world.activities.filter((a) => reports(a.id) && a.repeatedBy !== 'sum' && !world.activities.some((b) => b.parent === a.id) && !world.copies.some((c) => c.activity === a.id));
  if (fit.length === 0) return null;
  const changed = copied(world);
  const parent = chance.pick(fit);
  const children = Array.from({ length: chance.int(1, 3) }, (_, i) => `${parent.id}-C${i + 1}`);
  for (const id of children) changed.activities.push({ id, organisation: parent.organisation, parent: parent.id, repeatedBy: 'rows' });
  moveToChildren(changed, parent.id, () => chance.pick(children));
  return changed;
}
