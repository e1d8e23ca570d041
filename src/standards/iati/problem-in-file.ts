import type { Severity } from '../../kernel/problem.ts';

/**
 * Something wrong in a file, at one place. The words come from the catalogue (`problems.ts`) by code and params,
 * so that a million problems carry no sentences.
 */
export type ProblemInFile = {
  severity: Severity;
  /** Key of `iatiProblems`. */
  code: string;
  /** Line of the element's start tag (1-based); of the broken character for broken XML. */
  line: number;
  /** 0-based column, broken XML only. */
  column?: number;
  /** From the root, with positions: `/iati-activities/iati-activity[3]/transaction[2]/value/@currency`. */
  xpath: string;
  /** Identifier of the activity or organisation it belongs to; null = the file as a whole, or a record without identifier. */
  record: string | null;
  /** What stands in the file, cut at 200 characters. */
  value?: string;
  params?: Record<string, string | number>;
  /** True: the document would not pass the XML schema of its version because of this. */
  schema: boolean;
};
