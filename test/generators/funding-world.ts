import type { Activity, Flow, Organisation, Seen, Trait, World } from './funding-model.ts';
import { daysAfter, seeded, type Chance } from './seeded.ts';

export type Size = { funders: number; intermediaries: number; spenders: number };

/**
 * Draws a world. Reports are kept free of accidents that nobody could tell apart (two one-sided reports of similar
 * amounts between the same organisations within a year): all flows of a pair of organisations are seen from the same
 * side, their amounts lie more than 12 % apart. Where the world has such twins they are planted, with a known truth.
 */
export function drawWorld(seed: number, size: Size, wanted: ReadonlySet<Trait>): World {
  return new Drawing(seeded(seed), seed, wanted).world(size);
}

class Drawing {
  private organisations: Organisation[] = [];
  private activities: Activity[] = [];
  private flows: Flow[] = [];
  private spendings: World['spendings'] = [];
  private commitments: World['commitments'] = [];
  private copies: World['copies'] = [];
  private no = 0;
  private taken = new Set<string>();
  private currencies: string[];

  constructor(
    private chance: Chance,
    private seed: number,
    private wanted: ReadonlySet<Trait>,
  ) {
    this.currencies = wanted.has('several-currencies') && chance.happens(0.5) ? ['EUR', 'EUR', 'USD', 'CHF'] : ['EUR'];
  }

  world(size: Size): World {
    const funders = this.people('funder', size.funders);
    const middle = this.people('intermediary', size.intermediaries);
    const spenders = this.people('spender', size.spenders);
    for (const [i, m] of middle.entries()) {
      for (const from of this.some([...funders, ...middle.slice(0, i)])) this.payments(from, m);
    }
    for (const s of spenders) for (const from of this.some([...middle, ...(this.chance.happens(0.3) ? funders : [])])) this.payments(from, s);
    if (this.has('cycle', 0.4) && middle.length > 1) {
      const [a, b] = this.chance.shuffled(middle) as [Organisation, Organisation];
      this.payments(a, b);
      this.payments(b, a);
    }
    for (const m of middle) this.spend(m, this.chance.happens(0.4));
    for (const s of spenders) if (this.chance.happens(0.85)) this.spend(s, false);
    for (const f of funders) if (this.chance.happens(0.2)) this.spend(f, false);
    this.plant(funders, middle, spenders);
    return {
      seed: this.seed, organisations: this.organisations, activities: this.activities, flows: this.flows, spendings: this.spendings,
      commitments: this.commitments, copies: this.copies,
      implied: this.wanted.has('implied-end') ? this.organisations.filter(() => this.chance.happens(0.3)).map((o) => o.ref) : [],
    };
  }

  private has(trait: Trait, probability: number): boolean {
    return this.wanted.has(trait) && this.chance.happens(probability);
  }

  private people(kind: Organisation['kind'], count: number): Organisation[] {
    const made = Array.from({ length: count }, (_, i) => this.organisation(kind, `${kind.slice(0, 1).toUpperCase()}${i + 1}`));
    return made;
  }

  private organisation(kind: Organisation['kind'], short: string): Organisation {
    const made: Organisation = { ref: `XX-NET-${short}`, name: `${kind} ${short}`, kind };
    this.organisations.push(made);
    for (let i = 1; i <= (this.chance.happens(0.5) ? 1 : 2); i++) this.activity(made);
    return made;
  }

  private activity(of: Organisation, parent: Activity | null = null, repeatedBy: Activity['repeatedBy'] = null): Activity {
    const number = this.activities.filter((a) => a.organisation === of.ref).length + 1;
    const made: Activity = { id: `${of.ref}-${number}`, organisation: of.ref, parent: parent?.id ?? null, repeatedBy };
    this.activities.push(made);
    return made;
  }

  private activityOf(ref: string): string {
    return this.chance.pick(this.activities.filter((a) => a.organisation === ref && a.parent === null)).id;
  }

  private some<T>(from: readonly T[]): T[] {
    return from.length === 0 ? [] : this.chance.shuffled(from).slice(0, this.chance.int(1, Math.min(3, from.length)));
  }

  private seen(): Seen {
    return this.has('one-sided', 0.45) ? this.chance.pick(['provider', 'receiver'] as const) : 'both';
  }

  private flow(from: string | null, to: string | null, more: Partial<Flow>): Flow {
    const on = more.on ?? this.chance.day(2019, 2023);
    const made: Flow = {
      no: ++this.no, from, to,
      fromActivity: from === null ? null : this.activityOf(from), toActivity: to === null ? null : this.activityOf(to),
      cents: 0n, currency: 'EUR', on, seen: 'both', receiverCents: null, receiverOn: daysAfter(on, this.chance.int(0, 20)), namesActivities: true,
      ...more,
    };
    this.flows.push(made);
    return made;
  }

  private cents(): bigint {
    return BigInt(this.chance.int(1_000, 900_000)) * (this.chance.happens(0.6) ? 100n : 1n);
  }

  /** One to four payments of one pair, once. */
  private payments(from: Organisation, to: Organisation): void {
    const pair = `${from.ref} ${to.ref}`;
    if (this.taken.has(pair) || from.ref === to.ref) return;
    const purse = this.purse(from);
    if (purse.cents !== null && purse.cents < 1_000n) return;
    this.taken.add(pair);
    const shared = {
      seen: this.seen(), currency: purse.currency, namesActivities: !this.has('organisations-only', 0.2),
      fromActivity: this.activityOf(from.ref), toActivity: this.activityOf(to.ref),
    };
    const conflict = shared.seen === 'both' && this.has('conflict', 0.05) && this.flows.filter((f) => f.receiverCents !== null).length < 3;
    const amounts: bigint[] = [];
    for (let i = conflict ? 1 : this.chance.int(1, 4); i > 0; i--) {
      const left = purse.cents === null ? null : purse.cents - amounts.reduce((a, b) => a + b, 0n);
      const cents = left === null ? this.cents() : (left * BigInt(this.chance.int(10, 90))) / 100n;
      if (cents < 100n || amounts.some((a) => near(a, cents))) continue;
      amounts.push(cents);
      const made = this.flow(from.ref, to.ref, { ...shared, cents });
      if (conflict) Object.assign(made, { receiverCents: (cents * BigInt(this.chance.pick([60, 75, 88, 115, 130]))) / 100n, namesActivities: true });
      else if (shared.seen === 'both' && this.has('small-difference', 0.04) && this.flows.filter((f) => f.receiverCents !== null).length < 3)
        made.receiverCents = (cents * BigInt(this.chance.pick([97, 98, 101, 103]))) / 100n + 1n;
    }
    const last = this.flows.at(-1)!;
    if (amounts.length === 0) return;
    if (!conflict && this.has('correction', 0.15)) this.flow(from.ref, to.ref, { ...shared, cents: -last.cents / BigInt(this.chance.int(5, 9)) - 7n, on: daysAfter(last.on, 120) });
    if (this.has('commitment', 0.4)) this.commitments.push({ activity: shared.fromActivity, to: to.ref, cents: amounts.reduce((a, b) => a + b, 0n), currency: shared.currency, on: '2019-01-15' });
  }

  /** In which currency an organisation pays, and how much it has left to pass on; null: without limit (funders, and who spends above its income). */
  private purse(of: Organisation): { currency: string; cents: bigint | null } {
    const free = { currency: this.chance.pick(this.currencies), cents: null };
    if (of.kind === 'funder' || this.has('spends-above-income', 0.2)) return free;
    const left = new Map<string, bigint>();
    for (const f of this.flows) {
      if (f.to === of.ref) left.set(f.currency, (left.get(f.currency) ?? 0n) + f.cents);
      if (f.from === of.ref) left.set(f.currency, (left.get(f.currency) ?? 0n) - f.cents);
    }
    for (const s of this.spendings) if (s.organisation === of.ref) left.set(s.currency, (left.get(s.currency) ?? 0n) - s.cents);
    let best = { currency: 'EUR', cents: 0n };
    for (const [currency, cents] of left) if (cents > best.cents) best = { currency, cents };
    return best;
  }

  /** Spends what came in: all of it, part of it, or more than was ever reported. */
  private spend(by: Organisation, passThrough: boolean): void {
    if (passThrough) return this.passOn(by);
    const { currency, cents: left } = this.purse(by);
    const percent = this.has('spends-above-income', 0.25) ? this.chance.int(105, 160) : this.chance.pick([100, 100, this.chance.int(40, 99)]);
    const total = left === null ? this.cents() : (left * BigInt(percent)) / 100n;
    if (total < 100n) return;
    const parts = this.chance.int(1, 3);
    for (let i = 0; i < parts; i++) {
      const cents = i === parts - 1 ? total - (total / BigInt(parts)) * BigInt(parts - 1) : total / BigInt(parts);
      const contractor = this.has('named-receiver-of-expenditure', 0.2) ? `XX-CONTRACTOR-${this.chance.int(1, 9)}` : null;
      this.spendings.push({ no: ++this.no, organisation: by.ref, activity: this.activityOf(by.ref), cents, currency, on: this.chance.day(2020, 2023), contractor });
    }
  }

  /** Hands on to one new organisation exactly what came in, payment by payment: somebody who could be left out. */
  private passOn(by: Organisation): void {
    if (this.flows.some((f) => f.from === by.ref)) return;
    const income = this.flows.filter((f) => f.to === by.ref);
    const to = this.organisation('spender', `${by.ref.slice(-2)}E`);
    this.taken.add(`${by.ref} ${to.ref}`);
    const shared = { seen: this.seen(), fromActivity: this.activityOf(by.ref), toActivity: this.activityOf(to.ref) };
    for (const f of income) this.flow(by.ref, to.ref, { ...shared, cents: f.cents, currency: f.currency, on: daysAfter(f.on, 30) });
    if (this.chance.happens(0.8)) this.spend(to, false);
  }

  private plant(funders: Organisation[], middle: Organisation[], spenders: Organisation[]): void {
    const c = this.chance;
    const receives = (o: Organisation) => this.flows.some((f) => f.to === o.ref);
    // Who leaves a receiver unnamed is not also the provider of something that only a receiver saw, and the other way
    // round: whether such two reports are one payment nobody could tell.
    const mayOmitReceiver = (o: Organisation) => !this.flows.some((f) => f.from === o.ref && f.seen === 'receiver');
    const mayOmitProvider = (o: Organisation) => !this.flows.some((f) => f.to === o.ref && f.seen === 'provider');
    for (const o of c.shuffled([...middle, ...funders]).filter(mayOmitReceiver).slice(0, 2))
      if (this.has('unnamed-receiver', 0.5)) this.flow(o.ref, null, { cents: this.cents(), seen: 'provider', namesActivities: true });
    for (const o of c.shuffled([...middle, ...spenders]).filter((m) => mayOmitProvider(m) && receives(m)).slice(0, 1))
      if (this.has('unnamed-provider', 0.4)) this.flow(null, o.ref, { cents: this.cents(), seen: 'receiver' });
    for (const o of middle.filter((m) => this.activities.filter((a) => a.organisation === m.ref).length > 1)) {
      const own = this.activities.filter((a) => a.organisation === o.ref);
      if (this.has('own-transfer', 0.5) && this.gives(o.ref)) this.flow(o.ref, o.ref, { cents: this.cents(), seen: this.seen(), fromActivity: own[0]!.id, toActivity: own[1]!.id });
    }
    const pairOf = (label: string): [Organisation, Organisation] => [this.organisation('funder', `F${label}`), this.organisation('spender', `S${label}`)];
    if (this.has('twin-payments', 0.5)) {
      const [from, to] = pairOf('W');
      const one = this.flow(from.ref, to.ref, { cents: this.cents(), seen: this.seen() });
      // Where both report, the receiver may have reported only one of the two.
      this.flow(from.ref, to.ref, { ...one, no: ++this.no, seen: one.seen === 'both' && c.happens(0.4) ? 'provider' : one.seen });
      this.spend(to, false);
    }
    if (this.has('year-apart', 0.5)) {
      const [from, to] = pairOf('Y');
      const one = this.flow(from.ref, to.ref, { cents: this.cents(), seen: 'provider', on: c.day(2019, 2021) });
      this.flow(from.ref, to.ref, { ...one, no: ++this.no, cents: one.cents + BigInt(c.int(0, 90)), seen: 'receiver', on: daysAfter(one.on, 365), receiverOn: daysAfter(one.on, c.int(360, 400)) });
      this.spend(to, false);
    }
    this.families();
    if (this.has('second-file', 0.6)) {
      const alone = this.activities.filter((a) => a.parent === null && !this.activities.some((b) => b.parent === a.id) && this.reports(a.id));
      for (const a of this.some(alone)) this.copies.push({ activity: a.id, file: 'register.xml', older: c.happens(0.5) });
    }
  }

  private gives(ref: string): boolean {
    return this.spendings.some((s) => s.organisation === ref) || this.flows.some((f) => f.from === ref && f.to !== ref);
  }

  private reports(activity: string): boolean {
    return this.spendings.some((s) => s.activity === activity) || this.flows.some((f) => (f.fromActivity === activity && f.seen !== 'receiver') || (f.toActivity === activity && f.seen !== 'provider'));
  }

  /** Moves the money of an activity to new children, which their parent repeats or not. */
  private families(): void {
    for (const parent of this.chance.shuffled(this.activities.filter((a) => this.reports(a.id))).slice(0, 2)) {
      const kinds = (['family', 'family-summed', 'parent-with-own-beside', 'parent-with-own-only'] as const).filter((k) => this.has(k, 0.4));
      if (kinds.length === 0) continue;
      const kind = this.chance.pick(kinds);
      // A parent's sum stands for payments that only the provider reports: nobody else's report could match it.
      const sumable = this.flows.every((f) => f.fromActivity !== parent.id || f.seen === 'provider');
      const repeatedBy = kind === 'parent-with-own-only' ? null : kind === 'family-summed' && sumable ? 'sum' : 'rows';
      const of = this.organisations.find((o) => o.ref === parent.organisation)!;
      const children = Array.from({ length: this.chance.int(1, 3) }, () => this.activity(of, parent, repeatedBy));
      moveToChildren({ flows: this.flows, spendings: this.spendings }, parent.id, () => this.chance.pick(children).id);
      if (kind.startsWith('parent-with-own')) this.spendings.push({ no: ++this.no, organisation: of.ref, activity: parent.id, cents: this.cents(), currency: 'EUR', on: this.chance.day(2020, 2023), contractor: null });
    }
  }
}

/** Every payment and expenditure of an activity becomes one of a child's. */
export function moveToChildren(world: Pick<World, 'flows' | 'spendings'>, parent: string, child: () => string): void {
  for (const f of world.flows) {
    if (f.fromActivity === parent) f.fromActivity = child();
    if (f.toActivity === parent) f.toActivity = child();
  }
  for (const s of world.spendings) if (s.activity === parent) s.activity = child();
}

/** Within 12 %: a report of the one could be taken for a report of the other. */
function near(a: bigint, b: bigint): boolean {
  const [small, large] = a < b ? [a, b] : [b, a];
  return small * 112n >= large * 100n;
}
