import { expect, test } from 'vitest';
import { Finding, findingKey, judged, type Verdict } from './finding.ts';
import { reason } from './reason.ts';

const overlap: Finding = {
  kind: 'overlap', about: [{ kind: 'activity', id: 'XM-A-1' }, { kind: 'activity', id: 'XM-B-2' }],
  because: [reason('overlap.same-place', { place: 'MK-101' }), reason('overlap.same-months', { months: 6 })], strength: 0.8, method: 'overlap@1', firstSeenOn: '2026-11-22',
};
const intended: Verdict = { answer: 'intended', reason: 'Two shifts of one programme', byOrganisationId: 7, on: '2026-05-05' };

test('a finding is the same whatever the order of what it is about and whatever the version of its detector', () => {
  const key = findingKey(overlap);
  expect(findingKey({ ...overlap, about: [...overlap.about].reverse(), method: 'overlap@2' })).toBe(key);
  for (const other of [{ ...overlap, kind: 'duplicate' as const }, { ...overlap, about: overlap.about.slice(1) }, { ...overlap, method: 'overlap-by-text@1' }]) expect(findingKey(other)).not.toBe(key);
});

test('an answer survives recomputation and re-import, and the first day is kept', () => {
  const before = new Map([[findingKey(overlap), { finding: { ...overlap, firstSeenOn: '2026-01-10' }, verdict: intended }]]);
  const again = { ...overlap, about: [...overlap.about].reverse(), because: [...overlap.because].reverse(), method: 'overlap@2' };
  expect(judged([again], before)).toEqual([{ ...again, firstSeenOn: '2026-01-10', verdict: intended, reasonsChanged: false }]);
});

test('new reasons are said, but do not take the answer away', () => {
  const before = new Map([[findingKey(overlap), { finding: overlap, verdict: intended }]]);
  const [f] = judged([{ ...overlap, because: [reason('overlap.same-place', { place: 'MK-102' })] }], before);
  expect(f).toMatchObject({ verdict: intended, reasonsChanged: true });
});

test('a new finding awaits its answer', () => {
  expect(judged([overlap], new Map())).toEqual([{ ...overlap, verdict: null, reasonsChanged: false }]);
  expect(Finding.safeParse({ ...overlap, because: [] }).success).toBe(false);
});
