import type { Bucket, Counting } from '../domain/contract.ts';

/** What a piece of money is at the boundary; docs/methods/money.md. Up to `within` it may stand in the total. */
export const CLASS = { entered: 1, direct: 2, left: 3, within: 4, internal: 5, otherLevel: 6, otherVersion: 7, conflict: 8, outside: 9 } as const;

/** A total, a bucket of it, or, where neither is named, everything that is counted or left out. */
export type Measure = { counting?: Counting | undefined; bucket?: Bucket | undefined };

/** How much of a piece (`x`) belongs to a measure, in cents. */
export function partOf(what: Measure, cents = 'x.cents', own = 'x.own_cents'): string {
  if (what.bucket !== undefined) return bucketParts(cents, own)[what.bucket];
  if (what.counting !== undefined) return countingParts(cents, own)[what.counting];
  return cents;
}

const fromInside = `x.class in (${CLASS.left}, ${CLASS.within})`;
const only = (classes: readonly number[], value: string): string => `case when x.class in (${classes.join(', ')}) then ${value} else 0 end`;

const bucketParts = (cents: string, own: string): Record<Bucket, string> => ({
  entered: only([CLASS.entered], cents),
  direct: only([CLASS.direct], cents),
  'own-or-unrecorded': only([CLASS.left, CLASS.within], own),
  'passed-on': `case when ${fromInside} then ${cents} - ${own} when x.class = ${CLASS.internal} then ${cents} else 0 end`,
  outside: only([CLASS.outside], cents),
  'other-level': only([CLASS.otherLevel], cents),
  'other-version': only([CLASS.otherVersion], cents),
  'conflict-difference': only([CLASS.conflict], cents),
});

function countingParts(cents: string, own: string): Record<Counting, string> {
  const entry = `case when x.class in (${CLASS.entered}, ${CLASS.direct}) then ${cents} when ${fromInside} then ${own} else 0 end`;
  const end = only([CLASS.direct, CLASS.left], cents);
  return { naive: `case when x.incoming then 0 else ${cents} end`, entry, end, retained: `(${entry}) - (${end})` };
}

/**
 * Whether a piece belongs to a measure, decided for the whole transaction: so that a bucket counts the very rows that it
 * opens, also where a part of one comes to less than a cent. Nothing without an amount in the reporting currency does.
 */
export function belongsTo({ bucket, counting }: Measure): string {
  const member = bucket !== undefined ? bucketMembers[bucket] : counting !== undefined ? countingMembers[counting] : 'true';
  return `(x.owned is not null and ${member})`;
}

const isA = (...classes: number[]): string => `x.class in (${classes.join(', ')})`;
const partlyOwn = `${fromInside} and x.owned <> 0`;

const bucketMembers: Record<Bucket, string> = {
  entered: isA(CLASS.entered),
  direct: isA(CLASS.direct),
  'own-or-unrecorded': partlyOwn,
  'passed-on': `(${fromInside} and x.owned <> 2 or ${isA(CLASS.internal)})`,
  outside: isA(CLASS.outside),
  'other-level': isA(CLASS.otherLevel),
  'other-version': isA(CLASS.otherVersion),
  'conflict-difference': isA(CLASS.conflict),
};

const countingMembers: Record<Counting, string> = {
  naive: 'not x.incoming',
  entry: `(${isA(CLASS.entered, CLASS.direct)} or ${partlyOwn})`,
  end: isA(CLASS.direct, CLASS.left),
  retained: `(${isA(CLASS.entered)} or ${isA(CLASS.left)} and x.owned <> 2 or ${isA(CLASS.within)} and x.owned <> 0)`,
};
