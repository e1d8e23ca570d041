import type { Severity } from '../../kernel/problem.ts';
import type { ReportedBudget, ReportedTransaction } from '../../funds/domain/model.ts';
import type { Activity, Contact } from './model.ts';

/** Everything that one file says of one activity, as it goes from the standard's reader to the slices that keep it. */
export type ReportedActivity = {
  activity: Activity;
  transactions: readonly ReportedTransaction[];
  budgets: readonly ReportedBudget[];
  /** Personal data: kept apart, never in `activity`. */
  contacts: readonly Contact[];
  /** Key of intake's file row, and the line on which the record begins. */
  fileId: number;
  sourceId: number;
  line: number;
  /** Standard and version by which it was read, such as `iati 2.03`. */
  standard: string;
  /** SHA-256 of the element as it stands in the file, in hexadecimal. */
  contentHash: string;
  /** How many problems the record has. */
  problems: Readonly<Record<Severity, number>>;
};
