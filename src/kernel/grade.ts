import { z } from 'zod';
import { worstLast } from './passport-algebra.ts';
import { Grade, MethodKind, Reliability } from './passport.ts';
import { daysBetween } from './period.ts';
import { reason, type Reason } from './reason.ts';
import { Day } from './values.ts';

/**
 * Confidence of one observation, 5 to 1, with its reasons; docs/methods/passport-algebra.md. A judgement of ours built
 * on Admiralty letters, evidence levels of the Integrated Food Security Phase Classification and SDMX status codes:
 * source, method, age, status and corroboration are kept apart and only meet here.
 */

/** How sound a way of getting a figure is: 2 sound, 1 limited, 0 not known. */
export const Soundness = z.union([z.literal(0), z.literal(1), z.literal(2)]);
export type Soundness = z.infer<typeof Soundness>;

/** Soundness where the source does not say more; a derived figure takes its grade from what it is derived from. */
export const usualSoundness: Readonly<Record<MethodKind, Soundness>> = {
  counted: 2,
  registered: 2,
  surveyed: 1,
  estimated: 1,
  modelled: 1,
  derived: 0,
};

/** Days after which a figure of a kind has lost one grade; configurable, these are the proposed ones. */
export const halfLives = {
  'arrivals-at-a-border': 7,
  'people-in-centres': 30,
  capacities: 90,
  'survey-of-needs': 180,
  population: 730,
} as const;

/** Status of an observation, code list CL_OBS_STATUS 2.2 of SDMX. */
export const ObservationStatus = z.enum(['A', 'B', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'S', 'U', 'V', 'W']);
export type ObservationStatus = z.infer<typeof ObservationStatus>;

/** Codes that say that there is no value: holiday, derogation, counted elsewhere, not collected, cannot exist, missing, suppressed. */
const withoutValue: ReadonlySet<ObservationStatus> = new Set(['H', 'J', 'K', 'L', 'M', 'O', 'Q']);

/** The highest grade that a status allows: estimated, provisional, low reliability; forecast. */
const ceilings: Partial<Record<ObservationStatus, Grade>> = { E: 3, P: 3, U: 3, F: 2 };

/** Another observation of the same thing by somebody who did not copy ours; `agrees` by the test of reconcile.ts. */
export const Corroboration = z.object({ group: z.string(), reliability: Reliability, agrees: z.boolean() });
export type Corroboration = z.infer<typeof Corroboration>;

export const Observed = z.object({
  reliability: Reliability,
  soundness: Soundness,
  /** null: the day is not known; taken as one half-life old (our rule: an unknown age is no fresh one). */
  asOf: Day.nullable(),
  /** null: a figure that does not age, such as a payment that was made. */
  halfLifeDays: z.number().positive().nullable(),
  status: ObservationStatus.default('A'),
  /** Who copied whom: observations of one group are one voice. */
  group: z.string().default(''),
  others: z.array(Corroboration).default([]),
});
export type Observed = z.infer<typeof Observed>;

/** The grade before corroboration, age and status. */
export function startGrade(reliability: Reliability, soundness: Soundness): Grade {
  if (reliability === 'D' || reliability === 'E' || soundness === 0) return 1;
  if (reliability === 'A' || reliability === 'B') return soundness === 2 ? 5 : 4;
  if (reliability === 'C') return soundness === 2 ? 4 : 3;
  return soundness === 2 ? 3 : 2;
}

const within = (grade: number): Grade => Math.min(5, Math.max(1, grade)) as Grade;

/**
 * The grade of an observation on the day `today`, and the steps that led to it. null: its status says that there is no
 * value, so there is nothing to grade.
 */
export function gradeOf(observed: z.input<typeof Observed>, today: Day): { grade: Grade; because: Reason[] } | null {
  const o = { status: 'A' as ObservationStatus, group: '', others: [] as Corroboration[], ...observed };
  if (withoutValue.has(o.status)) return null;
  let grade = startGrade(o.reliability, o.soundness);
  const because = [reason('grade.start', { grade, reliability: o.reliability, soundness: o.soundness })];

  const independent = o.others.filter((c) => c.group !== o.group);
  const rank = (r: Reliability): number => worstLast.reliability.indexOf(r);
  const agreeing = new Set(independent.filter((c) => c.agrees).map((c) => c.group)).size;
  const disagreeing = new Set(independent.filter((c) => !c.agrees && rank(c.reliability) <= rank(o.reliability)).map((c) => c.group)).size;
  if (agreeing > 0) {
    grade = within(grade + 1);
    because.push(reason('grade.corroborated', { groups: agreeing }));
  }
  if (disagreeing > 0) {
    grade = within(grade - 1);
    because.push(reason('grade.contradicted', { groups: disagreeing }));
  }

  if (o.halfLifeDays !== null) {
    const age = o.asOf === null ? null : Math.max(0, daysBetween(o.asOf, today));
    const lost = age === null ? 1 : Math.floor(age / o.halfLifeDays);
    if (lost > 0) {
      grade = within(grade - lost);
      because.push(age === null ? reason('grade.age-unknown') : reason('grade.age', { age, halfLife: o.halfLifeDays, lost }));
    }
  }

  const ceiling = ceilings[o.status];
  if (ceiling !== undefined && grade > ceiling) {
    grade = ceiling;
    because.push(reason('grade.status', { status: o.status, ceiling }));
  }
  return { grade, because };
}

/** Relative standard error that stands for a grade where the source gives none: a judgement, to be recalibrated from revisions. */
export const relativeStandardError: Readonly<Record<Grade, number>> = { 5: 0.03, 4: 0.07, 3: 0.15, 2: 0.3, 1: 0.6 };
