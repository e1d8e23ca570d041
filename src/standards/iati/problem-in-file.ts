import type { ProblemAt } from '../../kernel/problem-at.ts';

/**
 * Something wrong at one place of an IATI file; the name of the file is added by whoever opened it.
 * `line` is that of the element's start tag, `xpath` counts from the root (`/iati-activities/iati-activity[3]/value/@currency`);
 * broken XML has the line of the broken character and its `column` (from 0) among the params.
 * The words come from the catalogue in `problems.ts` by code and params, so that a million problems carry no sentences.
 */
export type ProblemInFile = Omit<ProblemAt, 'file' | 'line' | 'xpath'> & {
  line: number;
  xpath: string;
  /** True: because of this the document would not pass the XML schema it is judged by. */
  schema: boolean;
};
