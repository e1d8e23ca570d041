import { accessHandlers } from './access/server/handlers.ts';
import { accessTasks } from './access/server/tasks.ts';
import { organisationsHandlers } from './organisations/server/handlers.ts';
import type { Handler } from './platform/http/handle.ts';
import type { Task } from './platform/jobs.ts';

/** Everything that Tessera can do, slice by slice: HTTP, OpenAPI, CLI, permission tests and the audit read this list. */
export const handlers: readonly Handler[] = [
  ...accessHandlers,
  ...organisationsHandlers,
];

/** Everything that runs as a job. */
export const tasks: readonly Task[] = [
  ...accessTasks,
];
