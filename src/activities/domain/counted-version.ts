/**
 * Which version of an identifier is counted, where several sources speak of it (docs/methods/money.md). The others stay
 * and are shown beside it. The rule looks only at what the versions say, never at when they came in: two instances that
 * hold the same files count the same.
 */
export const METHOD = 'counted-version@1';

/** What the rule looks at. */
export type VersionFacts = {
  /** Day of `last-updated-datetime`, null where the file gives none: older than any day. */
  lastUpdatedOn: string | null;
  /** The institution that brought the file is the one that reports the activity. */
  ownSource: boolean;
  transactions: number;
  /** Of the element as it stands in the file; equal hashes are equal contents. In hexadecimal. */
  contentHash: string;
};

/** Negative: `a` is counted before `b`. Latest day, then the reporter's own source, then more transactions, then the hash. */
export function countedBefore(a: VersionFacts, b: VersionFacts): number {
  const days = (b.lastUpdatedOn ?? '') < (a.lastUpdatedOn ?? '') ? -1 : (b.lastUpdatedOn ?? '') > (a.lastUpdatedOn ?? '') ? 1 : 0;
  return days || Number(b.ownSource) - Number(a.ownSource) || b.transactions - a.transactions || (a.contentHash < b.contentHash ? -1 : a.contentHash > b.contentHash ? 1 : 0);
}

/** The counted one of several versions of one identifier. */
export function countedVersion<V extends VersionFacts>(versions: readonly [V, ...V[]]): V {
  return versions.reduce((best, v) => (countedBefore(v, best) < 0 ? v : best));
}

/**
 * The same rule as an SQL `order by`: the first row is the counted one. Columns of `activities_versions` under `v`, and
 * of the owner (`organisations_organisations`) under `o`. Equal contents differ by nothing but their key, which is last
 * only so that one of them is chosen.
 */
export const countedOrder = `v.last_updated_on desc nulls last, (o.identifier is not distinct from v.reporting_key) desc, v.transactions desc, v.content_hash, v.id`;
