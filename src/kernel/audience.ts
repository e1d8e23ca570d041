import { z } from 'zod';
import { reason, type Reason } from './reason.ts';

/** Who may see a record: everybody; every signed-in member of the network; a named circle; the owner alone. */
export const Audience = z.enum(['public', 'network', 'circle', 'owner']);
export type Audience = z.infer<typeof Audience>;

/** An audience as it is chosen and shown; `circle` needs its key, the others must not carry one. */
export const AudienceChoice = z
  .object({ audience: Audience, circleId: z.number().int().positive().nullable().default(null) })
  .refine((a) => (a.audience === 'circle') === (a.circleId !== null), 'a circle audience names its circle, and only that one does');
export type AudienceChoice = z.infer<typeof AudienceChoice>;

export const Role = z.enum(['reader', 'reporter', 'editor', 'administrator']);
export type Role = z.infer<typeof Role>;

/** The one who asks: a stranger has no organisation, no role and no circle. */
export const Actor = z.object({
  accountId: z.number().int().positive().nullable(),
  organisationId: z.number().int().positive().nullable(),
  role: Role.nullable(),
  circleIds: z.array(z.number().int().positive()),
});
export type Actor = z.infer<typeof Actor>;

export const STRANGER: Actor = { accountId: null, organisationId: null, role: null, circleIds: [] };

/** A record as the audience rule sees it: its owner and for whom it is. */
export type Audienced = { ownerId: number; audience: Audience; circleId: number | null };

/**
 * May this actor read this record? The rule that every row-level security policy repeats:
 * an owner always sees its own; public is everybody; network is any signed-in member (who has a role); a circle is its members;
 * a circle without members, and `owner`, are nobody but the owner. No role reads more than another.
 */
export function mayRead(actor: Pick<Actor, 'organisationId' | 'role' | 'circleIds'>, record: Audienced): boolean {
  if (actor.organisationId !== null && actor.organisationId === record.ownerId) return true;
  switch (record.audience) {
    case 'public':
      return true;
    case 'network':
      return actor.role !== null;
    case 'circle':
      return record.circleId !== null && actor.circleIds.includes(record.circleId);
    case 'owner':
      return false;
  }
}

const width: Record<Audience, number> = { owner: 0, circle: 1, network: 2, public: 3 };

/**
 * The audience of what is made from several records: the narrowest of them. Two different circles have no common
 * name, so what rests on both is for the owner alone: never wider than the readers of every part.
 * `narrowest([])` is public: nothing stands behind it that anybody could hide.
 */
export function narrowest(choices: Iterable<AudienceChoice>): AudienceChoice {
  let result: AudienceChoice = { audience: 'public', circleId: null };
  for (const c of choices) {
    if (c.audience === 'circle' && result.audience === 'circle' && c.circleId !== result.circleId) return { audience: 'owner', circleId: null };
    if (width[c.audience] < width[result.audience]) result = { audience: c.audience, circleId: c.circleId };
  }
  return result;
}

/** Traffic Light Protocol 2.0 labels; RED (named persons only) is never an audience of a record here. */
export type TlpLabel = 'TLP:CLEAR' | 'TLP:GREEN' | 'TLP:AMBER' | 'TLP:AMBER+STRICT';

/** The label that an audience is shown under. */
export const tlp = {
  public: 'TLP:CLEAR',
  network: 'TLP:GREEN',
  circle: 'TLP:AMBER',
  owner: 'TLP:AMBER+STRICT',
} as const satisfies Record<Audience, TlpLabel>;

/**
 * What to say when somebody asks "who will see this?" before saving: the label, and a sentence by code with its numbers.
 * `members` are the circle's organisations as they are now; who is missing from the sentence cannot see it.
 * @throws RangeError for a circle audience without its members, which nobody could answer for
 */
export function whoWillSee(choice: AudienceChoice, owner: string, members?: readonly string[]): { tlp: TlpLabel; because: Reason } {
  const label = tlp[choice.audience];
  if (choice.audience !== 'circle') return { tlp: label, because: reason(`audience.${choice.audience}`, { owner }) };
  if (!members) throw new RangeError('the members of the circle must be known to say who will see this');
  const others = members.filter((m) => m !== owner);
  if (others.length === 0) return { tlp: label, because: reason('audience.empty-circle', { owner }) };
  return { tlp: label, because: reason('audience.circle', { owner, organisations: others.length, names: others.join(', ') }) };
}
