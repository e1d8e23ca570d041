import { session, signOut } from '../access/domain/contract.ts';
import type { Session } from '../access/domain/model.ts';
import { useQueryClient } from '@tanstack/react-query';
import { send, useOperation } from './api.ts';

/** Who is asking, as far as it is known; undefined while the first answer is on its way. */
export function useSession(): Session | undefined {
  return useOperation(session, {}, { staleTime: 60_000 }).data;
}

/** May the one who asks do this? The server and the database decide; this only decides what is offered. */
export function may(who: Session | undefined, permission: string): boolean {
  return who?.permissions.includes(permission) ?? false;
}

/** Puts another person's session into place: nothing that the one before could see may stay in memory. */
export function useSessionChange(): (next: Session) => Promise<void> {
  const cache = useQueryClient();
  return async (next) => {
    await cache.cancelQueries();
    cache.clear();
    cache.setQueryData([session.id, {}], next);
  };
}

export function useSignOut(): () => Promise<void> {
  const change = useSessionChange();
  return async () => {
    await send(signOut, {});
    await change(await send(session, {}));
  };
}
