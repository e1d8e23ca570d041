import type { Appliers } from './intake/domain/applier.ts';
import { activitiesApplier } from './activities/server/applier.ts';
import type { ReportedActivity } from './activities/domain/reported.ts';
import { fundsApplier } from './funds/server/applier.ts';
import { organisationsApplier } from './organisations/server/applier.ts';

/** Who writes what of an import, in the order in which rows depend on each other. */
export const appliers: Appliers<ReportedActivity> = {
  records: { name: 'activities_versions', ids: 'activities_version_ids' },
  appliers: [activitiesApplier, fundsApplier, organisationsApplier],
};
