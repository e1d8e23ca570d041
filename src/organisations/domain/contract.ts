import { z } from 'zod';
import { Figure } from '../../kernel/figure.ts';
import { operation } from '../../kernel/operation.ts';

/** An institution that owns records here. */
export const Institution = z.object({
  id: z.number().int(),
  name: z.string(),
  identifier: z.string().nullable(),
  kind: z.string().nullable().describe('OrganisationType code'),
  level: z.enum(['local', 'regional', 'national', 'supranational', 'international']).nullable(),
  illustrative: z.boolean(),
});
export type Institution = z.infer<typeof Institution>;

/** An institution as the data speaks of it: every name under which it is found. */
export const Mentioned = z.object({
  key: z.string().describe('identifier, else name:… folded'),
  name: z.string(),
  names: z.array(z.object({ name: z.string(), language: z.string().nullable(), times: z.number().int() })),
  kind: z.string().nullable(),
  reports: z.boolean().describe('publishes activities of its own here'),
  activities: Figure,
});
export type Mentioned = z.infer<typeof Mentioned>;

export const listInstitutions = operation({
  id: 'organisations.list', method: 'GET', path: '/organisations/members', permission: 'signed-in',
  summary: 'Institutions that own records here', input: z.object({}), output: z.array(Institution),
});
export const addInstitution = operation({
  id: 'organisations.add', method: 'POST', path: '/organisations/members', permission: 'organisations:administer',
  summary: 'Add an institution',
  input: Institution.omit({ id: true, illustrative: true }).extend({ name: z.string().min(1).max(200) }), output: Institution,
});
export const changeInstitution = operation({
  id: 'organisations.change', method: 'POST', path: '/organisations/members/:id', permission: 'organisations:administer',
  summary: 'Change the name, identifier, kind or level of an institution',
  input: Institution.omit({ illustrative: true }).extend({ id: z.coerce.number().int(), name: z.string().min(1).max(200) }), output: Institution,
});
export const searchMentioned = operation({
  id: 'organisations.search', method: 'GET', path: '/organisations', permission: 'public',
  summary: 'Organisations in the data that I may see, by name or identifier',
  input: z.object({ text: z.string().max(200).default(''), limit: z.coerce.number().int().min(1).max(200).default(50), after: z.coerce.number().int().min(0).default(0) }),
  output: z.object({ total: z.number().int(), organisations: z.array(Mentioned) }),
});
export const showMentioned = operation({
  id: 'organisations.show', method: 'GET', path: '/organisations/by-key/:key', permission: 'public',
  summary: 'One organisation: names, roles, activities', input: z.object({ key: z.string().max(300) }),
  output: Mentioned.extend({ roles: z.array(z.object({ role: z.string(), activities: Figure })), partners: z.array(z.object({ key: z.string(), name: z.string(), activities: z.number().int() })) }),
});
