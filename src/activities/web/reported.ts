import type { z } from 'zod';
import { moneyFigure, shareFigure, type Figure } from '../../kernel/figure.ts';
import { divide } from '../../kernel/decimal.ts';
import { gradeOf, usualSoundness } from '../../kernel/grade.ts';
import { passport, type Passport } from '../../kernel/passport.ts';
import type { VersionOrigin } from '../domain/contract.ts';

type Origin = z.output<typeof VersionOrigin>;

/** A day is asked for by the method, but what a publisher wrote into a file does not age: no half-life, no effect. */
const ANY_DAY = '2000-01-01';

/**
 * The passport of a single value as it stands in one publisher's file: registered by its owner, judged by nobody yet.
 * The same method as the server's, on the one source that there is.
 */
export function reportedPassport(origin: Origin): Passport {
  const judged = gradeOf({ reliability: 'F', soundness: usualSoundness.registered, asOf: origin.lastUpdatedOn, halfLifeDays: null }, ANY_DAY);
  return passport({
    sources: [{ name: origin.file ?? origin.source, key: origin.source, ...(origin.batchId === null ? {} : { batchId: origin.batchId }), ...(origin.lastUpdatedOn === null ? {} : { publishedOn: origin.lastUpdatedOn }) }],
    method: { kind: 'registered' },
    grade: judged?.grade ?? 3,
    because: judged?.because ?? [],
    asOf: origin.lastUpdatedOn,
    completeness: { reported: 1, expected: 1 },
    audience: { audience: origin.audience, circleId: null },
  });
}

/** An amount exactly as published, in its own currency. */
export function reportedMoney(value: string, currency: string, origin: Origin): Figure {
  return moneyFigure(value, currency, reportedPassport(origin));
}

/** A percentage of a split as published. */
export function reportedShare(percentage: string, origin: Origin): Figure {
  return shareFigure(divide(percentage, '100', 6), reportedPassport(origin));
}

/** Value of an indicator; null where the publisher wrote words. */
export function reportedMeasure(value: string | null, measure: string | null, of: string, origin: Origin): Figure | null {
  if (value === null || !/^-?\d+(\.\d+)?$/.test(value)) return null;
  if (measure === '2') return reportedShare(value, origin);
  return { value, unit: { kind: 'measure', of }, additivity: 'non-additive', passport: reportedPassport(origin) };
}
