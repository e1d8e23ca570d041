import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AudienceChoice, mayRead, narrowest, STRANGER, tlp, whoWillSee, type Actor } from './audience.ts';

const member = (organisationId: number, ...circleIds: number[]): Actor => ({ accountId: organisationId * 10, organisationId, role: 'reader', circleIds });
const record = (audience: AudienceChoice['audience'], circleId: number | null = null) => ({ ownerId: 1, audience, circleId });

test.each([
  ['a stranger', STRANGER, ['public']],
  ['a member of another organisation', member(2), ['public', 'network']],
  ['a member of the circle', member(2, 7), ['public', 'network', 'circle']],
  ['a member of another circle', member(2, 8), ['public', 'network']],
  ['the owner, outside the circle', member(1), ['public', 'network', 'circle', 'owner']],
  ['an administrator of another organisation', { ...member(2), role: 'administrator' as const }, ['public', 'network']],
])('%s reads what its audience allows and nothing else', (_, actor, readable) => {
  const records = [record('public'), record('network'), record('circle', 7), record('owner')];
  expect(records.filter((r) => mayRead(actor, r)).map((r) => r.audience)).toEqual(readable);
});

test('a circle that is not named is nobody but the owner', () => {
  expect(mayRead(member(2, 7), record('circle', null))).toBe(false);
  expect(mayRead(member(1), record('circle', null))).toBe(true);
});

test('two circles have no common name: what rests on both is for the owner alone', () => {
  expect(narrowest([{ audience: 'circle', circleId: 1 }, { audience: 'circle', circleId: 2 }])).toEqual({ audience: 'owner', circleId: null });
  expect(narrowest([{ audience: 'circle', circleId: 1 }, { audience: 'network', circleId: null }])).toEqual({ audience: 'circle', circleId: 1 });
  expect(narrowest([])).toEqual({ audience: 'public', circleId: null });
});

test('a circle audience names its circle, and only that one does', () => {
  expect(AudienceChoice.safeParse({ audience: 'circle' }).success).toBe(false);
  expect(AudienceChoice.safeParse({ audience: 'public', circleId: 3 }).success).toBe(false);
  expect(AudienceChoice.parse({ audience: 'public' })).toEqual({ audience: 'public', circleId: null });
});

test('before saving, a person is told who will see it, and that an empty circle is nobody', () => {
  expect(whoWillSee({ audience: 'public', circleId: null }, 'Town')).toEqual({ tlp: 'TLP:CLEAR', because: { code: 'audience.public', params: { owner: 'Town' } } });
  expect(whoWillSee({ audience: 'circle', circleId: 3 }, 'Town', ['Town', 'Region', 'Agency']).because).toEqual({ code: 'audience.circle', params: { owner: 'Town', organisations: 2, names: 'Region, Agency' } });
  expect(whoWillSee({ audience: 'circle', circleId: 3 }, 'Town', ['Town']).because.code).toBe('audience.empty-circle');
  expect(() => whoWillSee({ audience: 'circle', circleId: 3 }, 'Town')).toThrow(RangeError);
  expect(Object.values(tlp)).toEqual(['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT']);
});

describe('for any audiences', () => {
  const choice = fc.oneof(
    fc.constantFrom('public' as const, 'network' as const, 'owner' as const).map((audience) => ({ audience, circleId: null })),
    fc.integer({ min: 1, max: 3 }).map((circleId) => ({ audience: 'circle' as const, circleId })),
  );
  const choices = fc.array(choice, { maxLength: 5 });

  test('the narrowest does not depend on order or on steps, and lets nobody in whom a part keeps out', () => {
    const actor = fc.oneof(fc.constant(STRANGER), fc.tuple(fc.integer({ min: 2, max: 4 }), fc.subarray([1, 2, 3])).map(([o, cs]) => member(o, ...cs)));
    fc.assert(
      fc.property(choices, choices, actor, (as, bs, who) => {
        const whole = narrowest([...as, ...bs]);
        expect(narrowest([...bs, ...as])).toEqual(whole);
        expect(narrowest([narrowest(as), narrowest(bs)])).toEqual(whole);
        expect(narrowest([...as, ...as])).toEqual(narrowest(as));
        expect(!mayRead(who, { ownerId: 1, ...whole }) || [...as, ...bs].every((c) => mayRead(who, { ownerId: 1, ...c }))).toBe(true);
      }),
    );
  });
});
