import type { z } from 'zod';
import type { Role } from '../../../src/kernel/audience.ts';
import { permissionsOf } from '../../../src/access/domain/permissions.ts';
import type { Account, AuditEntry, Circle, Session } from '../../../src/access/domain/model.ts';
import type { Institution } from '../../../src/organisations/domain/contract.ts';

const at = '2026-11-20T09:12:00.000Z';
export const institutions: z.input<typeof Institution>[] = [
  { id: 1, name: 'Regional secretariat (illustrative)', identifier: 'XX-DEMO-SEC', kind: '40', level: 'supranational', illustrative: true },
  { id: 2, name: 'Town one (illustrative)', identifier: 'XX-DEMO-TN1', kind: '11', level: 'local', illustrative: true },
  { id: 3, name: 'Association of migrants (illustrative)', identifier: null, kind: '22', level: 'national', illustrative: true },
];
const person = (id: number, name: string | null, email: string, organisationId: number, role: Role, over: Partial<Account> = {}): Account => ({ id, email, name, organisationId, organisation: institutions[organisationId - 1]!.name, role, createdAt: at, disabledAt: null, answered: true, ...over });
export const accounts: Account[] = [
  person(1, 'Alpha Administrator', 'alpha@example.org', 1, 'administrator'),
  person(2, 'Beta Editor', 'beta@example.org', 2, 'editor'),
  person(3, 'Gamma Reporter', 'gamma@example.org', 3, 'reporter'),
  person(4, null, 'delta@example.org', 2, 'reader', { answered: false }),
  person(5, 'Epsilon Former', 'epsilon@example.org', 3, 'reader', { disabledAt: at }),
];
export const circles: Circle[] = [{ id: 1, name: 'Corridor round table', keeper: institutions[0]!.name, members: [{ organisationId: 1, name: institutions[0]!.name }, { organisationId: 2, name: institutions[1]!.name }] }];

export function sessionOf(account: Account | null, illustrative: boolean): z.input<typeof Session> {
  return { account, circles: account === null ? [] : circles, illustrative, mixed: false, network: { name: 'Demonstration network', members: 3 }, permissions: permissionsOf({ accountId: account?.id ?? null, role: account?.role ?? null }) };
}

export const audit: z.input<typeof AuditEntry>[] = ['intake.take-in', 'access.sign-in', 'intake.undo', 'access.invite', 'organisations.add', 'access.change-account'].map((operation, i) => ({
  id: 60 - i, at: `2026-11-2${1 - (i % 2)}T0${9 - i}:15:00.000Z`, account: i === 2 ? null : accounts[i % 3]!.name, organisation: institutions[i % 3]!.name, operation, about: i % 2 === 0 ? { batch: 7 + i } : {}, requestId: null,
}));
