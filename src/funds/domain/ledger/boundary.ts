import { DISBURSEMENT, EXPENDITURE, INCOMING, KIND } from './book.ts';

/** Every euro of the naive sum, and of flows known only from receivers, falls in exactly one of these. */
const buckets = ['entered', 'direct', 'own-or-unrecorded', 'passed-on', 'outside', 'other-level', 'other-version', 'conflict-difference'] as const;
type BucketName = (typeof buckets)[number];

/**
 * The default boundary stands for the whole picture: what never passes through it is `direct`, a part of the total. Who
 * chose one asks about that group: what others pay each other is `outside` it and no part of its total
 * (docs/decisions/0012-flows-outside-a-chosen-boundary.md).
 */
export type BoundaryKind = 'default' | 'chosen';

/** The buckets that a boundary has. */
export const bucketsAt = (kind: BoundaryKind): readonly BucketName[] => buckets.filter((b) => b !== (kind === 'default' ? 'outside' : 'direct'));

/** A piece of money as the ledger counted it; cents of the reporting currency. */
export type Piece = {
  type: number;
  kind: number;
  provider: number;
  receiver: number;
  cents: number;
  /** The part from the provider's own or an unrecorded source. */
  own: number;
  less: number;
  more: number;
};

/** Totals at a boundary. `entry` = entered + direct + own; `end` = expenditures + what left + direct; they differ by `retained`. */
export type Totals = {
  naive: number;
  receiverOnly: number;
  buckets: Record<BucketName, number>;
  entry: number;
  end: number;
  retained: number;
  entryRange: [low: number, high: number];
  endRange: [low: number, high: number];
};

/**
 * Totals of pieces at the boundary of a group of organisations. The same sums that the server takes in SQL
 * (server/selection.ts); a test holds both against each other.
 * @param inside is this organisation (by number) one of the group? Number 0, who is not named, never is
 */
export function totalsAt(pieces: Iterable<Piece>, inside: (organisation: number) => boolean, kind: BoundaryKind = 'default'): Totals {
  const t = { naive: 0, receiverOnly: 0, end: 0, less: { entry: 0, end: 0 }, more: { entry: 0, end: 0 } };
  const sum: Record<BucketName, number> = { entered: 0, direct: 0, 'own-or-unrecorded': 0, 'passed-on': 0, outside: 0, 'other-level': 0, 'other-version': 0, 'conflict-difference': 0 };
  const isIn = (organisation: number): boolean => organisation !== 0 && inside(organisation);
  for (const p of pieces) {
    const spending = p.type === DISBURSEMENT || p.type === EXPENDITURE;
    const once = p.kind === KIND.flow || p.kind === KIND.expenditure || p.kind === KIND.internal;
    if (spending && once) t.naive += p.cents;
    else if (spending && (p.kind === KIND['other-level'] || p.kind === KIND['other-version'])) {
      t.naive += p.cents;
      sum[p.kind === KIND['other-level'] ? 'other-level' : 'other-version'] += p.cents;
      if (kind === 'default' || isIn(p.provider) || isIn(p.receiver)) {
        t.more.entry += p.more;
        t.more.end += p.more;
      }
      continue;
    } else if (p.type === INCOMING && (once || p.kind === KIND['conflict-difference'])) t.receiverOnly += p.cents;
    else continue;
    if (p.kind === KIND['conflict-difference']) {
      sum['conflict-difference'] += p.cents;
      continue;
    }
    if (p.kind === KIND.internal) {
      sum[kind === 'default' || isIn(p.provider) ? 'passed-on' : 'outside'] += p.cents;
      continue;
    }
    const [from, to] = [isIn(p.provider), p.kind === KIND.flow && isIn(p.receiver)];
    if (kind === 'chosen' && !from && !to) {
      sum.outside += p.cents;
      continue;
    }
    const enters = !from;
    const ends = p.kind === KIND.expenditure || !to;
    if (!from) sum[to ? 'entered' : 'direct'] += p.cents;
    else {
      sum['own-or-unrecorded'] += p.own;
      sum['passed-on'] += p.cents - p.own;
    }
    if (ends) {
      t.end += p.cents;
      t.less.end += p.less;
      t.more.end += p.more;
    }
    // Another amount of a flow that leaves an organisation inside changes what that organisation, and the receiver, spent
    // above their income: by no more than the difference, up or down.
    const either = from ? p.less + p.more : 0;
    t.less.entry += enters ? p.less : either;
    t.more.entry += enters ? p.more : either;
  }
  const entry = sum.entered + sum.direct + sum['own-or-unrecorded'];
  return {
    naive: t.naive,
    receiverOnly: t.receiverOnly,
    buckets: sum,
    entry,
    end: t.end,
    retained: entry - t.end,
    entryRange: [entry - t.less.entry, entry + t.more.entry],
    endRange: [t.end - t.less.end, t.end + t.more.end],
  };
}
