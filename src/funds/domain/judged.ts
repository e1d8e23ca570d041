import { gradeOf } from '../../kernel/grade.ts';
import type { Credibility, Grade, Reliability } from '../../kernel/passport.ts';
import type { Reason } from '../../kernel/reason.ts';
import { SEEN } from './ledger/book.ts';

/** Money is written down by who pays it: a sound way of getting a figure. */
const SOUND = 2;

/**
 * Grade and credibility of one row: the publisher's reliability, raised where the other side reports the same flow,
 * lowered where it reports another amount; docs/methods/money.md. A payment that was made does not age.
 * @param other reliability of the other side, where it publishes here; else F
 */
export function judged(reliability: Reliability, seen: number, other: Reliability): { grade: Grade; credibility: Credibility; because: Reason[] } {
  const agrees = seen === SEEN['both-sides'];
  const others = agrees || seen === SEEN.conflict ? [{ group: 'other side', reliability: other, agrees }] : [];
  const { grade, because } = gradeOf({ reliability, soundness: SOUND, asOf: null, halfLifeDays: null, group: 'publisher', others }, '2000-01-01')!;
  return { grade, because, credibility: agrees ? 1 : seen === SEEN.conflict ? 4 : 3 };
}
