import type { Header, ReadActivity, Summary } from './events.ts';
import { createInspector, type Inspection } from './inspect.ts';
import type { ProblemAt } from '../../kernel/problem-at.ts';
import { createReader, type ReaderOptions } from './read.ts';

export type Whole = { header: Header | null; activities: ReadActivity[]; problems: ProblemAt[]; summary: Summary; inspection: Inspection };

/**
 * Reads a text that is at hand as a whole, in pieces if asked for: golden files, tests, forms that check one activity.
 * `problems` are all of them: those of the file, then those of the activities, in the order in which they were found.
 */
export function readWhole(pieces: string | readonly string[], options: Partial<ReaderOptions> = {}): Whole {
  const whole: Omit<Whole, 'summary' | 'inspection'> = { header: null, activities: [], problems: [] };
  const inspector = createInspector();
  const reader = createReader({ today: '2026-11-22', ...options }, {
    ...inspector.sink,
    header(header) {
      whole.header = header;
      inspector.sink.header!(header);
    },
    problem: (problem) => void whole.problems.push(problem),
    activity(read) {
      whole.activities.push(read);
      whole.problems.push(...read.problems);
    },
  });
  for (const piece of typeof pieces === 'string' ? [pieces] : pieces) reader.write(piece);
  const summary = reader.end();
  return { ...whole, summary, inspection: inspector.inspection() };
}
