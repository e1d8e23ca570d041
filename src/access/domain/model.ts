import { z } from 'zod';
import { Role } from '../../kernel/audience.ts';
import { Instant } from '../../kernel/values.ts';

/** A person's account; its role holds for the organisation that it belongs to. */
export const Account = z.object({
  id: z.number().int(),
  email: z.string(),
  name: z.string().nullable(),
  organisationId: z.number().int(),
  organisation: z.string(),
  role: Role,
  createdAt: Instant,
  disabledAt: Instant.nullable(),
  answered: z.boolean().describe('the invitation was answered: a password is set'),
});
export type Account = z.infer<typeof Account>;

/** A named group of organisations; an empty circle is nobody. */
export const Circle = z.object({
  id: z.number().int(),
  name: z.string(),
  keeper: z.string(),
  members: z.array(z.object({ organisationId: z.number().int(), name: z.string() })),
});
export type Circle = z.infer<typeof Circle>;

/** What the screen needs to know of the one who asks. */
export const Session = z.object({
  account: Account.nullable(),
  circles: z.array(Circle),
  illustrative: z.boolean().describe('demonstration data is loaded: every screen says so'),
  mixed: z.boolean().describe('demonstration data is loaded beside what somebody brought: totals hold both'),
  network: z.object({ name: z.string(), members: z.number().int() }),
  permissions: z.array(z.string()),
});
export type Session = z.infer<typeof Session>;

/** Who will see a record that is saved with this audience: the same rule that the database enforces. */
export const WhoSees = z.object({
  everybody: z.boolean(),
  organisations: z.array(z.object({ organisationId: z.number().int(), name: z.string() })),
  people: z.number().int(),
  tlp: z.string(),
});
export type WhoSees = z.infer<typeof WhoSees>;

export const AuditEntry = z.object({
  id: z.number().int(),
  at: Instant,
  account: z.string().nullable(),
  organisation: z.string().nullable(),
  operation: z.string(),
  about: z.record(z.string(), z.unknown()),
  requestId: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
