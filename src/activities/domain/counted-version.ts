import { byVersion, type VersionSeen } from '../../funds/domain/version.ts';

/**
 * The counted one of several versions of one identifier, where several sources speak of it (docs/methods/money.md): the
 * ledger's own rule, so that the activity that is shown and the money that is counted are of one version.
 */
export function countedVersion<V extends VersionSeen>(versions: readonly [V, ...V[]]): V {
  return versions.reduce((best, v) => (byVersion(v, best) < 0 ? v : best));
}

/**
 * The same rule as an SQL `order by`: the first row is the counted one. Columns of `activities_versions` under `v`, and
 * of the owner (`organisations_organisations`) under `o`. Equal contents differ by nothing but their key, which is last
 * only so that one of them is chosen.
 */
export const countedOrder = 'v.last_updated_on desc nulls last, (o.identifier is not distinct from v.reporting_key) desc, v.transactions desc, v.content_hash, v.id';
