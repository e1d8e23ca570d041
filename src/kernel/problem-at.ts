import { z } from 'zod';
import { severities } from './problem.ts';

/**
 * Something wrong at one place of a brought file, found while reading it; the file is known to whoever opened it. `code`
 * is stable (`iati.value-date-missing`) and is the id of the message that says with `params` what is wrong and how to
 * mend it, so that a million problems carry no sentences. Only `critical` keeps the record out.
 */
export const ProblemAt = z.object({
  severity: z.enum(severities),
  code: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/),
  /** Line or row, from 1: of the element's start tag; where XML is broken, of the broken character (its column is a param). */
  line: z.number().int().positive(),
  /** Where in the record, in the format's own way of pointing, counted from the root: `/iati-activities/iati-activity[3]/value/@currency`. */
  xpath: z.string(),
  /** Identifier of the record it belongs to; null: the file as a whole. */
  record: z.string().nullable(),
  /** What stood there, and what we would write instead. */
  value: z.string().nullable(),
  suggestion: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** True: because of this the document would not pass the schema by which it is judged. */
  schema: z.boolean(),
});
export type ProblemAt = z.infer<typeof ProblemAt>;
