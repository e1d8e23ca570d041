import type { AudienceChoice } from '../../kernel/audience.ts';
import { freshnessOf } from '../../kernel/freshness.ts';
import { gradeOf } from '../../kernel/grade.ts';
import { passport, type Completeness, type Credibility, type Passport, type Rows } from '../../kernel/passport.ts';
import { reason } from '../../kernel/reason.ts';
import type { Day } from '../../kernel/values.ts';
import { reliabilityOf, rhythmOf, type PublisherRecord } from './publisher-record.ts';

/** What a figure rests on that comes from activities of one publisher. */
export type FromPublisher = {
  key: string;
  name: string | null;
  /** Everything that the publisher has here. */
  record: PublisherRecord;
  /** Of the activities behind the figure: the oldest and the latest day of which they speak. */
  asOf: Day | null;
  asOfLatest: Day | null;
  /** All of them have ended: nothing new is expected. */
  ended: boolean;
  errors: number;
  flows: number;
  named: number;
  audience: AudienceChoice;
  batchId?: number | null;
  completeness: Completeness | null;
  /** Identifiers among them of which several versions exist. */
  conflicts: number;
  rows: Rows;
};

/** Money that was paid and activities that were reported do not age; what is said of them may be out of date: freshness. */
const AGES = null;

/**
 * Content by what can be checked in the file itself: nothing to check (6), errors (4), every flow names its other side and
 * the publisher is reliable (2), else possible (3). Confirmed (1) is what another publisher reports too: the ledger knows.
 */
function credibilityOf(p: Pick<FromPublisher, 'flows' | 'named' | 'errors'>, reliable: boolean): Credibility {
  if (p.errors > 0) return 4;
  if (p.flows === 0) return 6;
  return p.named === p.flows && reliable ? 2 : 3;
}

/** The passport of a figure over activities of one publisher; several are combined by the kernel's algebra. */
export function passportOf(p: FromPublisher, today: Day): Passport {
  const { reliability, because } = reliabilityOf(p.record);
  const { rhythm, because: rhythmBecause } = rhythmOf(p.record);
  const fresh = freshnessOf(p.ended ? (p.asOfLatest ?? p.asOf) : p.record.latest, p.ended ? 'never' : rhythm, today);
  const graded = gradeOf({ reliability, soundness: p.errors > 0 ? 1 : 2, asOf: p.asOf, halfLifeDays: AGES, group: p.key }, today)!;
  return passport({
    sources: [{ name: p.name ?? p.key, key: p.key, ...(p.record.latest !== null && { publishedOn: p.record.latest }), ...(p.batchId !== null && p.batchId !== undefined && { batchId: p.batchId }) }],
    asOf: p.asOf,
    asOfLatest: p.asOfLatest,
    method: { kind: 'registered' },
    freshness: fresh.freshness,
    reliability,
    credibility: credibilityOf(p, reliability === 'A' || reliability === 'B'),
    grade: graded.grade,
    because: [...graded.because, because, fresh.because, ...(p.ended ? [] : [rhythmBecause])],
    completeness: p.completeness,
    conflicts: p.conflicts,
    rows: p.rows,
    audience: p.audience,
  });
}

/** Something is missing that a figure needs, such as one currency: the figure says so among its reasons. */
export function withReason(p: Passport, code: string, params: Record<string, string | number>): Passport {
  return { ...p, because: [reason(code, params), ...p.because] };
}

