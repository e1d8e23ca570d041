import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 40rem)');

/** True on a phone, where a page shows one thing at a time. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed);
      return () => narrow.removeEventListener('change', changed);
    },
    () => narrow.matches,
  );
}
