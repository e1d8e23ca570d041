import { useSyncExternalStore } from 'react';

const paper = matchMedia('print');

/** True while the page is laid out for paper: lists then show all that is loaded, not only what is in sight. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    (changed) => {
      paper.addEventListener('change', changed);
      return () => paper.removeEventListener('change', changed);
    },
    () => paper.matches,
  );
}
