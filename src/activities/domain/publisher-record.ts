import type { Severity } from '../../kernel/problem.ts';
import type { ReportedActivity } from './reported.ts';

/** What one activity tells of the care of its publisher: counted once, when it is read. Short names: it is kept a million times. */
export type ActivityRecord = {
  /** Elements that an activity of its kind should have, and those that it has. */
  expected: number;
  given: number;
  /** Names of the elements that are missing. */
  missing: string[];
  /** Problems of its own, by severity. */
  problems: Readonly<Record<Severity, number>>;
  /** Transactions that move money, and those of them that name the other side. */
  flows: number;
  named: number;
};

export function recordOf(r: Pick<ReportedActivity, 'activity' | 'transactions' | 'budgets' | 'problems'>): ActivityRecord {
  return { expected: 1, given: 1, missing: [], problems: r.problems, flows: 0, named: 0 };
}
