import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSession } from '../session.ts';
import { keptSearch } from './kept-search.ts';
import { pagesFor } from './pages-list.ts';

const AFTER_G_MS = 1200;

/** Ctrl K or / searches, ? helps, g and a letter go to a page. Never while somebody types. */
export function useShortcuts({ onSearch, onHelp }: { onSearch: () => void; onHelp: () => void }): void {
  const go = useNavigate();
  const who = useSession();
  const afterG = useRef(0);
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') {
        e.preventDefault();
        return onSearch();
      }
      if (e.ctrlKey || e.metaKey || e.altKey || isTyping(e.target) || document.querySelector('.veil') !== null) return;
      if (e.key === '/') {
        e.preventDefault();
        return onSearch();
      }
      if (e.key === '?') return onHelp();
      const now = e.timeStamp;
      if (e.key === 'g') {
        afterG.current = now;
        return;
      }
      if (now - afterG.current > AFTER_G_MS) return;
      afterG.current = 0;
      const page = pagesFor(who).flatMap((g) => g.pages).find((p) => p.key === e.key);
      if (page !== undefined) void go({ to: page.to as '/overview', search: page.keeps === true ? keptSearch : {} });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [go, who, onSearch, onHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
