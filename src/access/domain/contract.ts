import { z } from 'zod';
import { AudienceChoice, Role } from '../../kernel/audience.ts';
import { operation } from '../../kernel/operation.ts';
import { Instant } from '../../kernel/values.ts';
import { Account, AuditEntry, Circle, Session, WhoSees } from './model.ts';

const Password = z.string().min(12, 'at least 12 characters').max(200);
const Email = z.email().max(254);
const Done = z.object({ done: z.literal(true) });
/** A link is shown to the administrator where no mail server is configured; else it went by mail. */
const LinkGiven = z.object({ link: z.string().nullable(), mailed: z.boolean(), expiresAt: Instant });

export const session = operation({
  id: 'access.session', method: 'GET', path: '/access/session', permission: 'public',
  summary: 'Who am I here, and what may I do?', input: z.object({}), output: Session,
});
export const signIn = operation({
  id: 'access.sign-in', method: 'POST', path: '/access/sign-in', permission: 'public',
  summary: 'Sign in with mail address and password', input: z.object({ email: Email, password: z.string().max(200) }), output: Session,
});
export const signOut = operation({
  id: 'access.sign-out', method: 'POST', path: '/access/sign-out', permission: 'signed-in',
  summary: 'End this session', input: z.object({}), output: Done,
});
export const readLink = operation({
  id: 'access.read-link', method: 'POST', path: '/access/links/read', permission: 'public',
  summary: 'What is this one-time link for?',
  input: z.object({ token: z.string().max(200) }),
  output: z.object({ kind: z.enum(['first-administrator', 'invitation', 'new-password']), email: z.string().nullable(), organisation: z.string().nullable(), role: Role.nullable() }),
});
export const answerLink = operation({
  id: 'access.answer-link', method: 'POST', path: '/access/links/answer', permission: 'public',
  summary: 'Answer a one-time link: set the password and sign in',
  input: z.object({ token: z.string().max(200), email: Email.optional(), name: z.string().max(120).optional(), organisation: z.string().max(200).optional(), password: Password }),
  output: Session,
});
export const changePassword = operation({
  id: 'access.change-password', method: 'POST', path: '/access/password', permission: 'signed-in',
  summary: 'Change my password; every other session of mine ends', input: z.object({ current: z.string().max(200), next: Password }), output: Done,
});
export const listAccounts = operation({
  id: 'access.accounts', method: 'GET', path: '/access/accounts', permission: 'access:administer',
  summary: 'All accounts', input: z.object({}), output: z.array(Account),
});
export const invite = operation({
  id: 'access.invite', method: 'POST', path: '/access/invitations', permission: 'access:administer',
  summary: 'Invite a person to an organisation with a role',
  input: z.object({ email: Email, organisationId: z.number().int(), role: Role }), output: LinkGiven,
});
export const renewPassword = operation({
  id: 'access.renew-password', method: 'POST', path: '/access/accounts/:id/new-password', permission: 'access:administer',
  summary: 'Make a link with which a person sets a new password', input: z.object({ id: z.coerce.number().int() }), output: LinkGiven,
});
export const changeAccount = operation({
  id: 'access.change-account', method: 'POST', path: '/access/accounts/:id', permission: 'access:administer',
  summary: 'Change role or organisation of an account, or close it',
  input: z.object({ id: z.coerce.number().int(), role: Role.optional(), organisationId: z.number().int().optional(), disabled: z.boolean().optional() }), output: Account,
});
export const makeCircle = operation({
  id: 'access.make-circle', method: 'POST', path: '/access/circles', permission: 'access:write',
  summary: 'Make a circle of organisations', input: z.object({ name: z.string().min(1).max(120), organisationIds: z.array(z.number().int()) }), output: Circle,
});
export const changeCircle = operation({
  id: 'access.change-circle', method: 'POST', path: '/access/circles/:id', permission: 'access:write',
  summary: 'Change the name or the members of a circle that my organisation keeps',
  input: z.object({ id: z.coerce.number().int(), name: z.string().min(1).max(120), organisationIds: z.array(z.number().int()) }), output: Circle,
});
export const whoSees = operation({
  id: 'access.who-sees', method: 'GET', path: '/access/who-sees', permission: 'signed-in',
  summary: 'Who will see a record that I save with this audience?',
  input: z.object({ audience: AudienceChoice.shape.audience, circleId: z.coerce.number().int().nullable().default(null) }), output: WhoSees,
});
export const listAudit = operation({
  id: 'access.audit', method: 'GET', path: '/access/audit', permission: 'access:write',
  summary: 'Who did what when, newest first, with the state of the chain',
  input: z.object({ before: z.coerce.number().int().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({ entries: z.array(AuditEntry), chainHolds: z.boolean().nullable().describe('null: not all of it is visible to you') }),
});
