import type { Flow, PublishedFile, World } from './funding-model.ts';
import { publish } from './funding-publishing.ts';
import { centsOf } from './seeded.ts';

/** Whole cents of the reporting currency. */
export type Convert = (cents: bigint, currency: string, on: string) => bigint;

/** The true totals at the default boundary, in cents of the reporting currency. */
export type Totals = {
  /** Organisations inside: money came in from elsewhere and went on or was spent. */
  inside: string[];
  naive: bigint;
  receiverOnly: bigint;
  entered: bigint;
  direct: bigint;
  own: bigint;
  passedOn: bigint;
  otherLevel: bigint;
  otherVersion: bigint;
  entry: bigint;
  end: bigint;
  retained: bigint;
};

export type Truth = Totals & {
  /** False where two reports of a flow differ: then the totals above take the provider's word, and the range holds. */
  exact: boolean;
  /** Lowest and highest total when each differing flow is taken by either side's word. */
  range: { entry: [bigint, bigint]; end: [bigint, bigint] };
};

const unconverted: Convert = (cents, currency) => {
  if (currency !== 'EUR') throw new RangeError(`a network with ${currency} needs a conversion`);
  return cents;
};

/** Conversion at one constant rate for each currency: exact, so that a test can demand equality. */
export function constantRates(perUnit: Record<string, bigint>): Convert {
  return (cents, currency) => {
    const rate = perUnit[currency];
    if (rate === undefined) throw new RangeError(`no rate for ${currency}`);
    return cents * rate;
  };
}

type Word = (flow: Flow) => bigint;
const providersWord: Word = (flow) => flow.cents;

/** Per organisation: what came in from others, went to others, and was spent. */
function balances(world: World, convert: Convert, word: Word): Map<string, { inflow: bigint; outflow: bigint; received: boolean; gave: boolean }> {
  const balance = new Map(world.organisations.map((o) => [o.ref, { inflow: 0n, outflow: 0n, received: false, gave: false }]));
  for (const f of world.flows) {
    if (f.from === f.to && f.from !== null) continue;
    const cents = convert(word(f), f.currency, f.on);
    const from = f.from === null ? undefined : balance.get(f.from);
    const to = f.to === null ? undefined : balance.get(f.to);
    if (from) Object.assign(from, { outflow: from.outflow + cents, gave: true });
    if (to) Object.assign(to, { inflow: to.inflow + cents, received: true });
  }
  for (const s of world.spendings) {
    const by = balance.get(s.organisation)!;
    Object.assign(by, { outflow: by.outflow + convert(s.cents, s.currency, s.on), gave: true });
  }
  return balance;
}

function totals(world: World, files: PublishedFile[], convert: Convert, word: Word): Totals {
  const balance = balances(world, convert, word);
  const inside = new Set([...balance].filter(([, b]) => b.received && b.gave).map(([ref]) => ref));
  const isIn = (ref: string | null) => ref !== null && inside.has(ref);
  const t = { entered: 0n, direct: 0n, own: 0n, left: 0n, spentInside: 0n, spentOutside: 0n, within: 0n, receiverOnly: 0n };
  for (const f of world.flows) {
    const cents = convert(word(f), f.currency, f.on);
    if (f.seen === 'receiver') t.receiverOnly += cents;
    // A transfer between two activities of one organisation moves nothing between organisations, wherever that stands.
    if (f.from !== null && f.from === f.to) t.within += cents;
    else if (isIn(f.to) && !isIn(f.from)) t.entered += cents;
    else if (isIn(f.from) && !isIn(f.to)) t.left += cents;
    else if (isIn(f.from)) t.within += cents;
    else t.direct += cents;
  }
  for (const s of world.spendings) {
    const cents = convert(s.cents, s.currency, s.on);
    if (inside.has(s.organisation)) t.spentInside += cents;
    else t.spentOutside += cents;
  }
  for (const ref of inside) {
    const { inflow, outflow } = balance.get(ref)!;
    if (outflow > inflow) t.own += outflow - inflow;
  }
  const direct = t.direct + t.spentOutside;
  const entry = t.entered + direct + t.own;
  const end = t.spentInside + t.left + direct;
  const asPublished = publishedSums(files, convert);
  return {
    inside: [...inside].sort(),
    naive: asPublished.naive,
    receiverOnly: t.receiverOnly,
    entered: t.entered,
    direct,
    own: t.own,
    passedOn: t.spentInside + t.left + t.within - t.own,
    otherLevel: asPublished.otherLevel,
    otherVersion: asPublished.otherVersion,
    entry,
    end,
    retained: entry - end,
  };
}

function publishedSums(files: PublishedFile[], convert: Convert): { naive: bigint; otherLevel: bigint; otherVersion: bigint } {
  const sums = { naive: 0n, otherLevel: 0n, otherVersion: 0n };
  for (const file of files) {
    for (const activity of file.activities) {
      for (const row of activity.transactions) {
        if (row.type !== '3' && row.type !== '4') continue;
        const cents = convert(centsOf(row.amount), row.currency, row.on);
        sums.naive += cents;
        if (row.really === 'repeated-by-parent') sums.otherLevel += cents;
        if (row.really === 'copy') sums.otherVersion += cents;
      }
    }
  }
  return sums;
}

/**
 * What a ledger should find. Readings of methods.md 5.3 that the text leaves open and this truth takes: incoming funds
 * without a provider come from outside; a transfer within one organisation is never counted, also outside the boundary;
 * of reports that differ the provider's counts, and the range says what the other would give.
 */
export function truthOf(world: World, convert: Convert = unconverted, files: PublishedFile[] = publish(world)): Truth {
  const differing = world.flows.filter((f) => f.receiverCents !== null && f.seen === 'both');
  const best = totals(world, files, convert, providersWord);
  const range: Truth['range'] = { entry: [best.entry, best.entry], end: [best.end, best.end] };
  for (let mask = 1; mask < 1 << differing.length; mask++) {
    const byReceiver = new Set(differing.filter((_, i) => mask & (1 << i)));
    const other = totals(world, files, convert, (f) => (byReceiver.has(f) ? f.receiverCents! : f.cents));
    for (const which of ['entry', 'end'] as const) {
      if (other[which] < range[which][0]) range[which][0] = other[which];
      if (other[which] > range[which][1]) range[which][1] = other[which];
    }
  }
  return { ...best, exact: differing.length === 0, range };
}
