import { expect, test } from 'vitest';
import { problemSections } from './problem-tasks.ts';
import type { ProblemGroup } from '../domain/model.ts';

const group = (code: string, severity: ProblemGroup['severity'], times: number): ProblemGroup => ({ code, severity, times, records: 1, files: 1, sample: [] });
const mends: Record<string, string> = { 'dates.planned': 'Correct the two dates.', 'dates.actual': 'Correct the two dates.', 'code.unknown': 'Choose a code.', 'xml.cut': 'Bring the whole file.', 'amount.zero': 'Leave it out.' };

test('worst first, then what mends most; what one mend mends stands together', () => {
  const sections = problemSections(
    [group('amount.zero', 'advice', 900), group('dates.planned', 'error', 2), group('code.unknown', 'error', 4), group('dates.actual', 'error', 3), group('xml.cut', 'critical', 1), group('no.words', 'warning', 7)],
    (g) => (mends[g.code] === undefined ? null : { what: g.code, mend: mends[g.code]! }),
  );
  expect(sections.map((s) => [s.severity, s.times])).toEqual([['critical', 1], ['error', 9], ['warning', 7], ['advice', 900]]);
  expect(sections[1]!.tasks.map((t) => [t.mend, t.times, t.groups.map((g) => g.group.code)])).toEqual([
    ['Correct the two dates.', 5, ['dates.actual', 'dates.planned']],
    ['Choose a code.', 4, ['code.unknown']],
  ]);
  expect(sections[2]!.tasks[0]).toMatchObject({ mend: null, key: 'no.words' });
});
