import { z } from 'zod';
import { AudienceChoice } from '../../kernel/audience.ts';
import { operation } from '../../kernel/operation.ts';
import { severities } from '../../kernel/problem.ts';
import { Batch, ProblemGroup } from './model.ts';

const byId = z.object({ id: z.coerce.number().int() });

export const takeIn = operation({
  id: 'intake.take-in', method: 'POST', path: '/intake/batches', permission: 'intake:write', body: 'upload',
  summary: 'Bring files: kept as they are at once, read as a job; several at once make one batch',
  input: z.object({ audience: AudienceChoice.shape.audience.default('public'), circleId: z.coerce.number().int().nullable().default(null) }),
  output: Batch,
});
export const listBatches = operation({
  id: 'intake.batches', method: 'GET', path: '/intake/batches', permission: 'intake:write',
  summary: 'Batches of my organisation, newest first',
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }), output: z.array(Batch),
});
export const showBatch = operation({
  id: 'intake.batch', method: 'GET', path: '/intake/batches/:id', permission: 'intake:write',
  summary: 'One batch with its files, progress and counts', input: byId, output: Batch,
});
export const listProblems = operation({
  id: 'intake.problems', method: 'GET', path: '/intake/batches/:id/problems', permission: 'intake:write',
  summary: 'What was wrong, grouped by how to mend it', input: byId, output: z.array(ProblemGroup),
});
export const listPlaces = operation({
  id: 'intake.problem-places', method: 'GET', path: '/intake/batches/:id/problems/:code', permission: 'intake:write',
  summary: 'Every place of one problem: file, line, xpath, value',
  input: byId.extend({ code: z.string(), after: z.coerce.number().int().default(0), limit: z.coerce.number().int().min(1).max(1000).default(100) }),
  output: z.object({ total: z.number().int(), places: z.array(ProblemGroup.shape.sample.element.extend({ no: z.number().int() })) }),
});
export const exportProblems = operation({
  id: 'intake.problems-csv', method: 'GET', path: '/intake/batches/:id/problems.csv', permission: 'intake:write', produces: 'text/csv',
  summary: 'The problem list as a table', input: byId.extend({ severity: z.enum(severities).optional() }), output: z.string(),
});
export const original = operation({
  id: 'intake.original', method: 'GET', path: '/intake/files/:id/original', permission: 'intake:write', produces: 'application/octet-stream',
  summary: 'The file as it came, byte for byte', input: byId, output: z.string(),
});
export const cancel = operation({
  id: 'intake.cancel', method: 'POST', path: '/intake/batches/:id/cancel', permission: 'intake:write',
  summary: 'Stop a batch that is running: nothing of it goes in', input: byId, output: Batch,
});
export const undo = operation({
  id: 'intake.undo', method: 'POST', path: '/intake/batches/:id/undo', permission: 'intake:write',
  summary: 'Undo a batch exactly: what it added goes, what it replaced comes back', input: byId, output: Batch,
});
export const removeDemonstration = operation({
  id: 'intake.remove-demonstration', method: 'POST', path: '/intake/demonstration/remove', permission: 'intake:administer',
  summary: 'Remove the demonstration data', input: z.object({}), output: z.object({ removed: z.number().int() }),
});
