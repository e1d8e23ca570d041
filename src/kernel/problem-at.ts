import { z } from 'zod';
import { severities } from './problem.ts';

/** A place in a brought file: path in the batch (`activities.zip/one.xml`), line or row counted from 1. */
export const PlaceInFile = z.object({
  file: z.string().min(1),
  line: z.number().int().positive().nullable(),
  /** Where in the record, in the format's own way of pointing: `/iati-activity[3]/transaction[2]/value`, or sheet and cell. */
  xpath: z.string().nullable(),
});
export type PlaceInFile = z.infer<typeof PlaceInFile>;

/**
 * Something wrong in a file, found while reading it. `code` is stable (`iati.value-date-missing`) and is the id of
 * the message that says what is wrong and how to mend it; `value` is what stood there, `suggestion` what we would write.
 * Only `critical` keeps the record out.
 */
export const ProblemAt = PlaceInFile.extend({
  severity: z.enum(severities),
  code: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/),
  /** Identifier of the record it belongs to; null: the file as a whole. */
  record: z.string().nullable(),
  value: z.string().nullable(),
  suggestion: z.string().nullable().default(null),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ProblemAt = z.infer<typeof ProblemAt>;

/** Does any of these problems keep the record out? */
export function keepsOut(problems: Iterable<Pick<ProblemAt, 'severity'>>): boolean {
  for (const p of problems) if (p.severity === 'critical') return true;
  return false;
}
