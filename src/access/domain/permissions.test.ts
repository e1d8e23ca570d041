import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Role } from '../../kernel/audience.ts';
import type { Permission } from '../../kernel/operation.ts';
import { knownPermissions, permissionsOf, permits } from './permissions.ts';

const as = (role: Role) => ({ accountId: 1, role });
const anyPermission = fc.tuple(fc.constantFrom('intake', 'access', 'funds', 'activities', 'organisations', 'committees'), fc.constantFrom('read', 'write', 'publish', 'decide', 'administer')).map(([slice, verb]) => `${slice}:${verb}` as Permission);

test.each([
  ['reader', []],
  ['reporter', ['intake:write']],
  ['editor', ['intake:write', 'activities:write', 'funds:write', 'access:write']],
  ['administrator', [...knownPermissions]],
] as const)('a %s may, beyond reading: %j', (role, permissions) => {
  expect(permissionsOf(as(role))).toEqual(permissions);
});

test('each role may all that the one before it may', () => {
  fc.assert(fc.property(anyPermission, (p) => {
    const may = Role.options.map((role) => permits(as(role), p));
    expect(may).toEqual([...may].sort((a, b) => Number(a) - Number(b)));
  }));
});

test('a stranger may what is public and nothing else, whatever role is written beside them', () => {
  fc.assert(fc.property(fc.constantFrom(null, ...Role.options), anyPermission, (role, p) => {
    expect([permits({ accountId: null, role }, 'public'), permits({ accountId: null, role }, 'signed-in'), permits({ accountId: null, role }, p)]).toEqual([true, false, false]);
  }));
});

test('everybody who is signed in may read, and what nobody was granted is denied to all', () => {
  for (const role of Role.options) expect([permits(as(role), 'committees:read'), permits(as(role), 'committees:decide'), permits(as(role), 'committees:publish'), permits(as(role), 'signed-in')]).toEqual([true, false, false, true]);
});
