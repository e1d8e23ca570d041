import { accessHandlers } from './access/server/handlers.ts';
import { accessTasks } from './access/server/tasks.ts';
import { activitiesHandlers } from './activities/server/handlers.ts';
import { activitiesTasks } from './activities/server/tasks.ts';
import { appliers } from './appliers.ts';
import { fundsHandlers } from './funds/server/handlers.ts';
import { fundsTasks } from './funds/server/tasks.ts';
import { intakeHandlers } from './intake/server/handlers.ts';
import { originals } from './intake/server/originals.ts';
import { intakeTasks } from './intake/server/tasks.ts';
import { organisationsHandlers } from './organisations/server/handlers.ts';
import { parseConfig } from './platform/config.ts';
import type { Handler } from './platform/http/handle.ts';
import type { Task } from './platform/jobs.ts';

/** Everything that Tessera can do, slice by slice: HTTP, OpenAPI, CLI, permission tests and the audit read this list. */
export const handlers: readonly Handler[] = [
  ...accessHandlers,
  ...organisationsHandlers,
  ...intakeHandlers(appliers),
  ...fundsHandlers,
  ...activitiesHandlers(originals),
];

const retentionDays = () => parseConfig(process.env, '.').retentionDays;

/** Everything that runs as a job. */
export const tasks: readonly Task[] = [
  ...accessTasks,
  ...fundsTasks,
  ...activitiesTasks(originals, retentionDays),
  ...intakeTasks({ appliers, thread: 'reading-thread', retentionDays }),
];
