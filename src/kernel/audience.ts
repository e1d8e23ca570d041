import { z } from 'zod';

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
