/**
 * A small world in which money really moves, and what its publishers write about it. The world is the truth; what is
 * published is made from it (funding-publishing.ts), so that a ledger can be judged by what it finds again.
 */

/** What a network may contain; each can be left out, so that a failing property names its cause. */
export const traits = [
  'one-sided', // a flow that only the provider, or only the receiver, reports
  'small-difference', // both report, amounts differ by less than 5 %
  'conflict', // both report, amounts differ by more than 5 %
  'family', // parent and children publish the same money
  'family-summed', // … the parent as one sum for each receiver
  'cycle', // A funds B, B funds A
  'second-file', // an identifier appears again in somebody else's file
  'several-currencies',
  'correction', // a negative amount
  'unnamed-receiver',
  'unnamed-provider', // incoming funds without provider; counted as money from outside
  'own-transfer', // from one activity of an organisation to another of its own
  'commitment', // type 2 beside the payments: never added to them
  'named-receiver-of-expenditure', // an expenditure that names whom it was paid to (a contractor)
  'organisations-only', // reports that leave the other side's activity out
  'implied-end', // the reporter does not name itself
  'spends-above-income',
  'twin-payments', // hard negative: two real payments, same amount, same day, same organisations
  'year-apart', // hard negative: similar amounts a year apart, each seen from one side, are two payments
  'parent-with-own-beside', // hard negative: a parent that repeats its children and spends something of its own
  'parent-with-own-only', // hard negative: a parent that publishes only its own spending, children theirs
] as const;
export type Trait = (typeof traits)[number];

export type Seen = 'both' | 'provider' | 'receiver';

export type Organisation = { ref: string; name: string; kind: 'funder' | 'intermediary' | 'spender' };

/** `repeatedBy`: the parent publishes this activity's money again; null: no parent, or one that does not repeat it. */
export type Activity = { id: string; organisation: string; parent: string | null; repeatedBy: 'rows' | 'sum' | null };

/** One real payment from one organisation to another. Ends are organisations' refs; null is unnamed. */
export type Flow = {
  no: number;
  from: string | null;
  fromActivity: string | null;
  to: string | null;
  toActivity: string | null;
  cents: bigint;
  currency: string;
  on: string;
  seen: Seen;
  /** What the receiver writes, where it is not the same. */
  receiverCents: bigint | null;
  receiverOn: string;
  /** Reports name the other side's activity. */
  namesActivities: boolean;
};

/** Money that leaves the world of reports: spent by the organisation itself. */
export type Spending = { no: number; organisation: string; activity: string; cents: bigint; currency: string; on: string; contractor: string | null };

export type Commitment = { activity: string; to: string | null; cents: bigint; currency: string; on: string };

/** The same identifier in another file; `older`: an earlier state, with the last payments missing. */
export type Copy = { activity: string; file: string; older: boolean };

export type World = {
  seed: number;
  organisations: Organisation[];
  activities: Activity[];
  flows: Flow[];
  spendings: Spending[];
  commitments: Commitment[];
  copies: Copy[];
  /** Organisations that leave their own name out of their transactions. */
  implied: string[];
};

/** One side of a transaction as written; `organisation` is a ref. */
export type PublishedEnd = { organisation: string; name: string; activity: string | null };

export type PublishedTransaction = {
  type: '1' | '2' | '3' | '4';
  on: string;
  amount: string;
  currency: string;
  /** null: not written. In outgoing money that means the reporter itself. */
  provider: PublishedEnd | null;
  /** null: not written. In incoming funds that means the reporter itself. */
  receiver: PublishedEnd | null;
  /** What it really is; a method under test must not look at it. */
  really: 'counted' | 'repeated-by-parent' | 'copy' | 'receivers-side' | 'commitment';
};

export type PublishedActivity = {
  identifier: string;
  reporter: { ref: string; name: string };
  lastUpdatedOn: string;
  hierarchy: number;
  /** IATI related-activity: 1 parent, 2 child. */
  related: { type: '1' | '2'; identifier: string }[];
  transactions: PublishedTransaction[];
};

export type PublishedFile = { name: string; publisher: string; activities: PublishedActivity[] };
