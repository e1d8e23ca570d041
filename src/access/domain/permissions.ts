import type { Actor, Role } from '../../kernel/audience.ts';
import type { Permission } from '../../kernel/operation.ts';

/**
 * What each role may do for its organisation, beyond what is open to everybody. Each role may all that stands above it.
 * A role widens what one may *do*; what one may *see* follows from the organisation and its circles alone.
 */
const granted: Record<Role, readonly string[]> = {
  reader: ['*:read'],
  reporter: ['*:read', 'intake:write'],
  editor: ['*:read', 'intake:write', 'activities:write', 'access:write', 'funds:write'],
  administrator: ['*:read', 'intake:write', 'activities:write', 'access:write', 'funds:write', '*:administer'],
};

/** Every permission that an operation asks for; a test holds this list against the operations. */
export const knownPermissions = [
  'intake:write', 'intake:administer', 'activities:write', 'funds:write',
  'access:write', 'access:administer', 'organisations:administer',
] as const satisfies readonly Permission[];

/** May this actor do what needs this permission? Whatever is not granted is denied. */
export function permits(actor: Pick<Actor, 'accountId' | 'role'>, permission: Permission): boolean {
  if (permission === 'public') return true;
  if (actor.accountId === null || actor.role === null) return false;
  if (permission === 'signed-in') return true;
  const [, verb] = permission.split(':');
  return granted[actor.role].some((g) => g === permission || g === `*:${verb}`);
}

/** The permissions of an actor, so that the screen offers what will be allowed. */
export function permissionsOf(actor: Pick<Actor, 'accountId' | 'role'>): Permission[] {
  return knownPermissions.filter((p) => permits(actor, p));
}
