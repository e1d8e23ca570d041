import { z } from 'zod';
import { MethodName } from './passport.ts';
import { Reason, reasonKey } from './reason.ts';
import { Day } from './values.ts';

/** A record of any slice, by kind and key; the kernel knows no slice. */
export const Ref = z.object({ kind: z.string().regex(/^[a-z]+(-[a-z]+)*$/), id: z.string().min(1) });
export type Ref = z.infer<typeof Ref>;

/** What detectors look for. */
export const findingKinds = [
  'overlap',
  'gap',
  'synergy',
  'duplicate',
  'conflict-of-figures',
  'conflict-of-plans',
  'shortfall',
  'stale-data',
  'unanswered-request',
] as const;
export const FindingKind = z.enum(findingKinds);
export type FindingKind = z.infer<typeof FindingKind>;

/** Something the picture suggests, with its reasons. A detector proposes; only people decide, and nothing closes by itself. */
export const Finding = z.object({
  kind: FindingKind,
  about: z.array(Ref).min(1),
  because: z.array(Reason).min(1),
  /** 0..1: how much speaks for it; not a probability unless the method's page says so. */
  strength: z.number().min(0).max(1),
  method: MethodName,
  firstSeenOn: Day,
});
export type Finding = z.infer<typeof Finding>;

/** What people can answer. `dismissed`, `intended` and `merged` need a reason in words. */
export const Verdict = z.object({
  answer: z.enum(['agreed', 'dismissed', 'intended', 'merged', 'acted']),
  reason: z.string(),
  byOrganisationId: z.number().int().positive(),
  on: Day,
});
export type Verdict = z.infer<typeof Verdict>;

/**
 * The key under which an answer is remembered: kind, what it is about (in any order) and the method without its
 * version, so that recomputation, re-import and a better version of the detector find the answer again.
 */
export function findingKey(f: Pick<Finding, 'kind' | 'about' | 'method'>): string {
  const about = f.about.map((r) => JSON.stringify([r.kind, r.id])).sort();
  return JSON.stringify([f.kind, f.method.slice(0, f.method.indexOf('@')), ...new Set(about)]);
}

/** A finding as people see it: with the answer that was given, and whether its reasons have changed since. */
export type JudgedFinding = Finding & { verdict: Verdict | null; reasonsChanged: boolean };

/**
 * Gives recomputed findings their first day and their answers back. A finding that was answered stays answered even
 * if its reasons changed; then `reasonsChanged` says so and people may answer again. An answered finding that the
 * detector no longer sees is not in `now` and stays in the register as it is: this function closes nothing.
 * @param seenBefore by {@link findingKey}
 */
export function judged(
  now: readonly Finding[],
  seenBefore: ReadonlyMap<string, { finding: Finding; verdict: Verdict | null }>,
): JudgedFinding[] {
  return now.map((f) => {
    const before = seenBefore.get(findingKey(f));
    if (!before) return { ...f, verdict: null, reasonsChanged: false };
    const firstSeenOn = before.finding.firstSeenOn < f.firstSeenOn ? before.finding.firstSeenOn : f.firstSeenOn;
    return { ...f, firstSeenOn, verdict: before.verdict, reasonsChanged: before.verdict !== null && reasonsOf(f) !== reasonsOf(before.finding) };
  });
}

const reasonsOf = (f: Finding): string => f.because.map(reasonKey).sort().join('\u0002');
