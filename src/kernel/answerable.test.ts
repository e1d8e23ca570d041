import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, Answerable, Clock, standing, type AnswerableEvent } from './answerable.ts';
import { daysLater } from './period.ts';

const [TOWN, AGENCY, OTHER, REGION, COMMITTEE] = [1, 2, 3, 4, 5];
const request: Answerable = {
  askedOn: '2026-03-01', askedBy: TOWN!, askedOf: AGENCY!, substitute: OTHER!,
  clock: { acknowledgeWithinDays: 3, answerWithinDays: 14, escalation: [{ afterDays: 0, organisationId: REGION! }, { afterDays: 14, organisationId: COMMITTEE! }] },
  events: [],
};
const day = (n: number) => daysLater(request.askedOn, n);
function after(...events: AnswerableEvent[]): Answerable {
  return events.reduce<Answerable>((a, e) => {
    const next = advance(a, e);
    if ('refused' in next) throw new Error(next.refused.code);
    return next;
  }, request);
}
const refusal = (a: Answerable, e: AnswerableEvent): string | null => {
  const next = advance(a, e);
  return 'refused' in next ? next.refused.code : null;
};

test('a request is asked, acknowledged and answered in time: nothing lapsed', () => {
  const a = after({ kind: 'acknowledged', on: day(2), by: AGENCY! }, { kind: 'answered', on: day(10), by: AGENCY!, answer: 'Two interpreters from Monday' });
  expect(standing(a, day(300))).toEqual({ status: 'answered', waitsFor: null, substituteMayAct: false, escalatedTo: [], lapses: [] });
});

test('declining needs a reason, answering an answer', () => {
  expect(() => advance(request, { kind: 'declined', on: day(1), by: AGENCY!, reason: '  ' })).toThrow('too_small');
  expect(() => advance(request, { kind: 'answered', on: day(1), by: AGENCY!, answer: '' })).toThrow('too_small');
  expect(standing(after({ kind: 'declined', on: day(1), by: AGENCY!, reason: 'Outside our mandate' }), day(1)).status).toBe('declined');
});

describe('silence', () => {
  test('is shown as the lapse of the institution that was asked, step by step, and closes nothing', () => {
    expect(standing(request, day(3))).toMatchObject({ status: 'asked', waitsFor: { organisationId: AGENCY, due: 'acknowledgement', dueOn: day(3), daysLate: 0 }, substituteMayAct: false, escalatedTo: [], lapses: [] });
    expect(standing(request, day(5))).toMatchObject({ status: 'asked', waitsFor: { daysLate: 2 }, substituteMayAct: true, escalatedTo: [], lapses: [{ organisationId: AGENCY, due: 'acknowledgement', days: 2, until: null }] });
    expect(standing(request, day(15)).escalatedTo).toEqual([{ organisationId: REGION, on: day(15) }]);
    expect(standing(request, day(4000))).toMatchObject({
      status: 'asked', escalatedTo: [{ organisationId: REGION }, { organisationId: COMMITTEE, on: day(29) }],
      lapses: [{ due: 'acknowledgement', days: 3997 }, { due: 'answer', days: 3986 }],
    });
  });

  test('an acknowledged request still waits for its answer', () => {
    const a = after({ kind: 'acknowledged', on: day(3), by: AGENCY! });
    expect(standing(a, day(20))).toMatchObject({ status: 'acknowledged', substituteMayAct: false, waitsFor: { due: 'answer', dueOn: day(14), daysLate: 6 }, lapses: [{ due: 'answer', until: null, days: 6 }] });
  });

  test('a late answer ends the wait, and the lapse stays on record', () => {
    const a = after({ kind: 'answered', on: day(20), by: AGENCY!, answer: 'Yes' });
    expect(standing(a, day(99))).toMatchObject({ status: 'answered', waitsFor: null, escalatedTo: [{ organisationId: REGION }], lapses: [{ due: 'acknowledgement', until: day(20), days: 17 }, { due: 'answer', until: day(20), days: 6 }] });
  });
});

describe('the substitute', () => {
  test('may act only once acknowledging is late, and then holds it', () => {
    const takes: AnswerableEvent = { kind: 'acknowledged', on: day(3), by: OTHER! };
    expect(refusal(request, takes)).toBe('answerable.not-yours');
    const a = after({ ...takes, on: day(4) });
    expect(standing(a, day(5))).toMatchObject({ status: 'acknowledged', waitsFor: { organisationId: OTHER, due: 'answer', dueOn: day(18) }, lapses: [{ organisationId: AGENCY, days: 1, until: day(4) }] });
    expect(refusal(a, { kind: 'answered', on: day(6), by: AGENCY!, answer: 'Late' })).toBe('answerable.not-yours');
  });

  test('a handed-over request starts the days of the new holder but not the escalation', () => {
    const a = after({ kind: 'handed-over', on: day(13), by: AGENCY!, to: TOWN! });
    expect(standing(a, day(16))).toMatchObject({ status: 'asked', waitsFor: { organisationId: TOWN, due: 'acknowledgement', dueOn: day(16) }, escalatedTo: [{ organisationId: REGION }], lapses: [{ organisationId: AGENCY, until: day(13) }] });
    expect(refusal(a, { kind: 'handed-over', on: day(14), by: TOWN!, to: TOWN! })).toBe('answerable.handed-to-itself');
  });
});

test('what has ended does not end again, a step never lies before the last one, and strangers do nothing', () => {
  const ended = after({ kind: 'answered', on: day(5), by: AGENCY!, answer: 'Yes' });
  expect(refusal(ended, { kind: 'declined', on: day(6), by: AGENCY!, reason: 'No' })).toBe('answerable.already-ended');
  const acknowledged = after({ kind: 'acknowledged', on: day(2), by: AGENCY! });
  expect(refusal(acknowledged, { kind: 'acknowledged', on: day(3), by: AGENCY! })).toBe('answerable.already-acknowledged');
  expect(refusal(acknowledged, { kind: 'answered', on: day(1), by: AGENCY!, answer: 'Yes' })).toBe('answerable.before-the-last-step');
  expect(refusal(request, { kind: 'answered', on: day(1), by: COMMITTEE!, answer: 'Yes' })).toBe('answerable.not-yours');
  expect(() => standing({ ...ended, events: [...ended.events, { kind: 'acknowledged', on: day(9), by: AGENCY! }] }, day(9))).toThrow(RangeError);
});

test('two steps may fall on one day', () => {
  const a = after({ kind: 'acknowledged', on: day(2), by: AGENCY! }, { kind: 'answered', on: day(2), by: AGENCY!, answer: 'Yes' });
  expect(standing(a, day(2)).status).toBe('answered');
});

test('a clock that would run backwards is refused', () => {
  expect(Clock.safeParse({ ...request.clock, acknowledgeWithinDays: 20 }).success).toBe(false);
  expect(Clock.safeParse({ ...request.clock, escalation: [...request.clock.escalation].reverse() }).success).toBe(false);
  expect(Answerable.parse(request)).toEqual(request);
  expect(Clock.safeParse({ acknowledgeWithinDays: 5, answerWithinDays: 5, escalation: [request.clock.escalation[0], { afterDays: 0, organisationId: COMMITTEE }] }).success).toBe(true);
});

test('for any history: it ends only by an answer or a reason, time alone changes no status, and no lapse is ever forgotten', () => {
  const who = fc.constantFrom(AGENCY!, OTHER!, TOWN!);
  const step = fc.tuple(fc.constantFrom('acknowledged', 'answered', 'declined', 'handed-over'), fc.nat(12), who, who);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.nat(100), fc.nat(100), (steps, wait, longer) => {
      let a = request;
      let on = 0;
      for (const [kind, days, by, to] of steps) {
        on += days;
        const event = { acknowledged: { kind: 'acknowledged' }, answered: { kind: 'answered', answer: 'Yes' }, declined: { kind: 'declined', reason: 'No' }, 'handed-over': { kind: 'handed-over', to } }[kind];
        const next = advance(a, { ...event, on: day(on), by } as AnswerableEvent);
        if (!('refused' in next)) a = next;
      }
      const [now, later] = [standing(a, day(on + wait)), standing(a, day(on + wait + longer))];
      const ended = a.events.some((e) => e.kind === 'answered' || e.kind === 'declined');
      expect(now.waitsFor === null).toBe(ended);
      expect(later.status).toBe(now.status);
      for (const lapse of now.lapses) {
        const same = later.lapses.find((l) => l.organisationId === lapse.organisationId && l.due === lapse.due && l.dueOn === lapse.dueOn);
        expect(same?.days).toBeGreaterThanOrEqual(lapse.days);
      }
      expect(ended ? later : now).toEqual(now);
      const late = now.waitsFor !== null && now.waitsFor.daysLate > 0;
      const lasting = now.lapses.filter((l) => l.until === null);
      expect(lasting.length > 0).toBe(late);
      expect(lasting.every((l) => l.organisationId === now.waitsFor?.organisationId)).toBe(true);
      expect(later.escalatedTo.slice(0, now.escalatedTo.length)).toEqual(now.escalatedTo);
    }),
    { numRuns: 2000 },
  );
});
