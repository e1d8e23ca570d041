import type { Day } from '../../kernel/values.ts';

/** What is compared when one identifier stands in several files. */
export type VersionSeen = {
  /** The file's own word on when it was changed; null: it does not say. */
  lastUpdatedOn: Day | null;
  /** It came in with a file of the organisation that reports it. */
  ownFile: boolean;
  transactions: number;
  /** Of the element as it stands in the file, as text. */
  contentHash: string;
};

/**
 * Orders versions of one identifier, the one that counts first: the latest last-updated day, then the reporting
 * organisation's own file, then more transactions, then the content hash (so that there is always one answer). It never
 * looks at the order in which files came in: two instances that hold the same files count the same
 * (docs/decisions/0002-sources-and-versions.md).
 */
export function byVersion(a: VersionSeen, b: VersionSeen): number {
  const [dayA, dayB] = [a.lastUpdatedOn ?? '', b.lastUpdatedOn ?? ''];
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  if (a.ownFile !== b.ownFile) return a.ownFile ? -1 : 1;
  if (a.transactions !== b.transactions) return b.transactions - a.transactions;
  return a.contentHash === b.contentHash ? 0 : a.contentHash < b.contentHash ? -1 : 1;
}
