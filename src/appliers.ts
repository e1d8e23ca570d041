import type { Appliers } from './intake/domain/applier.ts';
import { activitiesApplier } from './activities/server/applier.ts';
import type { ReportedActivity } from './activities/domain/reported.ts';
import { fundsApplier } from './funds/server/applier.ts';
import { organisationsApplier } from './organisations/server/applier.ts';

/**
 * Who writes what of an import, in the order in which rows depend on each other. Each may use up what it alone still needs:
 * activities make the activity lean, money makes its transactions lean.
 */
export const appliers: Appliers<ReportedActivity> = {
  records: { name: 'activities_versions', ids: 'activities_version_ids' },
  appliers: [organisationsApplier, activitiesApplier, fundsApplier],
};
