import { z } from 'zod';
import { Audience } from '../../kernel/audience.ts';
import { severities } from '../../kernel/problem.ts';
import { Instant } from '../../kernel/values.ts';

export const BatchStatus = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled', 'undone']);
export type BatchStatus = z.infer<typeof BatchStatus>;

const ProblemCounts = z.object({ critical: z.number().int(), error: z.number().int(), warning: z.number().int(), advice: z.number().int() });

/** What became of the records of a batch or a file. Adds up to the records read. */
export const Counts = z.object({
  records: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  keptOut: z.number().int().describe('a critical problem keeps the record out; it is listed'),
  problems: ProblemCounts,
});
export type Counts = z.infer<typeof Counts>;

export const IntakeFile = z.object({
  id: z.number().int(),
  name: z.string(),
  entryOf: z.number().int().nullable(),
  bytes: z.number().int(),
  sha256: z.string(),
  recognised: z.enum(['iati-activities', 'archive', 'unknown']),
  sameAs: z.object({ fileId: z.number().int(), name: z.string(), batchId: z.number().int() }).nullable(),
  standard: z.string().nullable(),
  counts: Counts.nullable(),
});
export type IntakeFile = z.infer<typeof IntakeFile>;

export const Batch = z.object({
  id: z.number().int(),
  status: BatchStatus,
  audience: Audience,
  circleId: z.number().int().nullable(),
  owner: z.string(),
  createdBy: z.string().nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
  illustrative: z.boolean(),
  progress: z.object({ phase: z.enum(['waiting', 'reading', 'comparing', 'storing', 'counting', 'finished']), bytesRead: z.number(), bytesTotal: z.number(), records: z.number().int(), problems: z.number().int() }),
  counts: Counts.nullable(),
  failure: z.string().nullable(),
  files: z.array(IntakeFile),
  mayUndo: z.boolean(),
  standsInTheWay: z.array(z.number().int()).describe('later batches that must be undone first'),
});
export type Batch = z.infer<typeof Batch>;

/** Problems of one code, most common first: how to mend it is said once, the places are listed below. */
export const ProblemGroup = z.object({
  code: z.string(),
  severity: z.enum(severities),
  times: z.number().int(),
  records: z.number().int(),
  files: z.number().int(),
  sample: z.array(z.object({ file: z.string(), line: z.number().int().nullable(), xpath: z.string().nullable(), record: z.string().nullable(), value: z.string().nullable(), params: z.record(z.string(), z.unknown()).nullable() })),
});
export type ProblemGroup = z.infer<typeof ProblemGroup>;
