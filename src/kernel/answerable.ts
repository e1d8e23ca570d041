import { z } from 'zod';
import { daysBetween, daysLater } from './period.ts';
import { reason, type Reason } from './reason.ts';
import { Day, OrganisationId } from './values.ts';

/**
 * Whatever awaits an answer: support requests, referrals, commitments, comments on drafts, allegations, conflicts of
 * figures, data calls. Asked → acknowledged → answered, or declined with a reason. Only people move it; time moves
 * nothing, it only shows: who is waited for, since when, who was asked instead, and whose institution let it lapse.
 * No person is named anywhere here: a lapse is the institution's.
 */

/**
 * Days given, and who is told when they have passed. A holder's days count from the day of asking, or of handing over
 * to it; escalation always counts from the day of asking, so that handing round does not keep it off.
 */
export const Clock = z
  .object({
    acknowledgeWithinDays: z.number().int().min(0),
    answerWithinDays: z.number().int().min(0),
    /** Who is told once the first answer is more than so many days late, in order. */
    escalation: z.array(z.object({ afterDays: z.number().int().min(0), organisationId: OrganisationId })),
  })
  .refine((c) => c.acknowledgeWithinDays <= c.answerWithinDays, 'acknowledging is due no later than answering')
  .refine((c) => c.escalation.every((e, i) => i === 0 || c.escalation[i - 1]!.afterDays <= e.afterDays), 'escalation goes on in time');
export type Clock = z.infer<typeof Clock>;

/** What somebody did. `on` is the day it was done; `by` the institution that did it. */
export const AnswerableEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('acknowledged'), on: Day, by: OrganisationId }),
  z.object({ kind: z.literal('answered'), on: Day, by: OrganisationId, answer: z.string().trim().min(1) }),
  z.object({ kind: z.literal('declined'), on: Day, by: OrganisationId, reason: z.string().trim().min(1) }),
  /** To the substitute or to another institution; the clock starts again for the new one, the old one's lapse stays on record. */
  z.object({ kind: z.literal('handed-over'), on: Day, by: OrganisationId, to: OrganisationId }),
]);
export type AnswerableEvent = z.infer<typeof AnswerableEvent>;

export const Answerable = z.object({
  askedOn: Day,
  askedBy: OrganisationId,
  /** Who was asked first; who holds it now follows from the events. */
  askedOf: OrganisationId,
  /** Who stands in when the holder does not acknowledge in time; null: nobody was named. */
  substitute: OrganisationId.nullable(),
  clock: Clock,
  events: z.array(AnswerableEvent),
});
export type Answerable = z.infer<typeof Answerable>;

export type AnswerableStatus = 'asked' | 'acknowledged' | 'answered' | 'declined';

/** Why an event cannot be added. */
export type Refusal = { refused: Reason };

type Turn = { holder: number; since: Day; acknowledgedOn: Day | null };
type Trace = { status: AnswerableStatus; turns: Turn[]; endedOn: Day | null; lastOn: Day };

/** Follows the events; throws a RangeError for a history that `advance` would never have allowed. */
function trace(a: Answerable): Trace {
  let t: Trace = { status: 'asked', turns: [{ holder: a.askedOf, since: a.askedOn, acknowledgedOn: null }], endedOn: null, lastOn: a.askedOn };
  for (const event of a.events) {
    const next = step(t, a, event);
    if ('refused' in next) throw new RangeError(next.refused.code);
    t = next;
  }
  return t;
}

function step(t: Trace, a: Answerable, e: AnswerableEvent): Trace | Refusal {
  const turn = t.turns.at(-1)!;
  if (t.endedOn !== null) return { refused: reason('answerable.already-ended', { status: t.status, on: t.endedOn }) };
  if (e.on < t.lastOn) return { refused: reason('answerable.before-the-last-step', { on: e.on, last: t.lastOn }) };
  const standsIn = e.by === a.substitute && t.status === 'asked' && e.on > daysLater(turn.since, a.clock.acknowledgeWithinDays);
  if (e.by !== turn.holder && !standsIn) return { refused: reason('answerable.not-yours', { organisation: e.by }) };
  const taken: Trace = { ...t, lastOn: e.on, turns: standsIn ? [...t.turns, { holder: e.by, since: e.on, acknowledgedOn: null }] : t.turns };
  switch (e.kind) {
    case 'acknowledged':
      if (t.status === 'acknowledged') return { refused: reason('answerable.already-acknowledged', { on: turn.acknowledgedOn ?? t.lastOn }) };
      return { ...taken, status: 'acknowledged', turns: taken.turns.with(-1, { ...taken.turns.at(-1)!, acknowledgedOn: e.on }) };
    case 'handed-over':
      if (e.to === taken.turns.at(-1)!.holder) return { refused: reason('answerable.handed-to-itself', { organisation: e.to }) };
      return { ...taken, status: 'asked', turns: [...taken.turns, { holder: e.to, since: e.on, acknowledgedOn: null }] };
    case 'answered':
    case 'declined':
      return { ...taken, status: e.kind, endedOn: e.on };
  }
}

/** The same with one more event, or why not. The holder acts; the substitute may once acknowledging is late. */
export function advance(a: Answerable, event: AnswerableEvent): Answerable | Refusal {
  const parsed = AnswerableEvent.parse(event);
  const next = step(trace(a), a, parsed);
  return 'refused' in next ? next : { ...a, events: [...a.events, parsed] };
}

/** One institution's days without the step that was due from it; `until` null while it lasts. */
export type Lapse = { organisationId: number; due: 'acknowledgement' | 'answer'; dueOn: Day; until: Day | null; days: number };

/** How it stands on a given day. */
export type Standing = {
  status: AnswerableStatus;
  /** Who holds it; null once it has ended. */
  waitsFor: { organisationId: number; due: 'acknowledgement' | 'answer'; dueOn: Day; daysLate: number } | null;
  /** The substitute may act now, because the holder did not acknowledge in time. */
  substituteMayAct: boolean;
  /** Who has to be told by today, in order: each step of the ladder whose day has passed. */
  escalatedTo: { organisationId: number; on: Day }[];
  /** Every lapse so far, also of those who handed it over or answered late. */
  lapses: Lapse[];
};

/** How it stands on the day `today`. Nothing is changed: an answer is still awaited until somebody gives one. */
export function standing(a: Answerable, today: Day): Standing {
  const t = trace(a);
  const end = t.endedOn ?? today;
  const lapses: Lapse[] = [];
  t.turns.forEach((turn, i) => {
    const leftOn = t.turns[i + 1]?.since ?? t.endedOn;
    const note = (due: Lapse['due'], dueOn: Day, doneOn: Day | null): void => {
      const until = doneOn ?? null;
      const days = daysBetween(dueOn, until ?? end);
      if (days > 0) lapses.push({ organisationId: turn.holder, due, dueOn, until, days });
    };
    note('acknowledgement', daysLater(turn.since, a.clock.acknowledgeWithinDays), turn.acknowledgedOn ?? leftOn);
    note('answer', daysLater(turn.since, a.clock.answerWithinDays), leftOn);
  });
  const turn = t.turns.at(-1)!;
  const acknowledgeBy = daysLater(turn.since, a.clock.acknowledgeWithinDays);
  const answerBy = daysLater(turn.since, a.clock.answerWithinDays);
  const dueOn = t.status === 'asked' ? acknowledgeBy : answerBy;
  return {
    status: t.status,
    waitsFor:
      t.endedOn !== null
        ? null
        : { organisationId: turn.holder, due: t.status === 'asked' ? 'acknowledgement' : 'answer', dueOn, daysLate: Math.max(0, daysBetween(dueOn, today)) },
    substituteMayAct: t.status === 'asked' && a.substitute !== null && a.substitute !== turn.holder && today > acknowledgeBy,
    escalatedTo: a.clock.escalation
      .map((e) => ({ organisationId: e.organisationId, on: daysLater(a.askedOn, a.clock.answerWithinDays + e.afterDays + 1) }))
      .filter((e) => e.on <= end),
    lapses,
  };
}
