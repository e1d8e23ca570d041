import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useText } from '../text.tsx';
import { PassportHost } from '../ui/PassportHost.tsx';
import { BottomBar, PictureTabs } from './BottomBar.tsx';
import { DemonstrationBanner } from './DemonstrationBanner.tsx';
import { NavigationList } from './NavigationList.tsx';
import { PrintNotes } from './PrintNotes.tsx';
import { TopBar } from './TopBar.tsx';
import { useShortcuts } from './shortcuts.ts';
import './frame.css';

const CommandPalette = lazy(() => import('./CommandPalette.tsx').then((m) => ({ default: m.CommandPalette })));
const ShortcutHelp = lazy(() => import('./ShortcutHelp.tsx').then((m) => ({ default: m.ShortcutHelp })));

const FOCUS_EVERY_MS = 40;
const FOCUS_TRIES = 100;
const FOCUS_KEPT = 8;

/** Navigation, top bar and the page; on a new page the focus goes to its heading. */
export function Frame() {
  const text = useText();
  const [open, setOpen] = useState<'search' | 'help' | null>(null);
  useShortcuts({ onSearch: () => setOpen('search'), onHelp: () => setOpen('help') });
  const main = useRef<HTMLElement>(null);
  useHeadingFocus(main);
  const bare = useRouterState({ select: (s) => s.location.pathname === '/sign-in' || s.location.pathname.startsWith('/link') });
  return (
    <PassportHost>
      <a className="skip-link" href="#main" onClick={() => main.current?.focus()}>
        {text('skip')}
      </a>
      <div className={bare ? 'frame frame--bare' : 'frame'}>
        {!bare && <NavigationList />}
        <div className="frame__page">
          <header className="frame__head">
            <DemonstrationBanner />
            {!bare && <TopBar onSearch={() => setOpen('search')} onHelp={() => setOpen('help')} />}
            {!bare && <PictureTabs />}
          </header>
          <main id="main" ref={main} tabIndex={-1}>
            <Outlet />
          </main>
          <PrintNotes />
        </div>
        {!bare && <BottomBar />}
      </div>
      <Suspense fallback={null}>
        {open === 'search' && <CommandPalette onClose={() => setOpen(null)} />}
        {open === 'help' && <ShortcutHelp onClose={() => setOpen(null)} />}
      </Suspense>
    </PassportHost>
  );
}

/** A new page is told to screen readers and keyboards by its heading; the first page keeps the focus where the browser put it. */
function useHeadingFocus(main: React.RefObject<HTMLElement | null>) {
  const path = useRouterState({ select: (s) => s.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    const first = before.current === undefined;
    before.current = path;
    if (path === undefined || first) return;
    // The new page may still be on its way, and a dialog that closes gives the focus back a moment later: the heading
    // gets the focus until it has kept it for a while, unless the person has moved on.
    let tries = 0;
    let kept = 0;
    const timer = setInterval(() => {
      const heading = main.current?.querySelector('h1') ?? null;
      const at = document.activeElement;
      const moved = at !== null && at !== heading && at !== main.current && main.current?.contains(at) === true;
      if (moved || (tries += 1) > FOCUS_TRIES || kept > FOCUS_KEPT) return clearInterval(timer);
      if (heading === null) return undefined;
      if (at === heading) {
        kept += 1;
        return undefined;
      }
      heading.tabIndex = -1;
      return heading.focus({ preventScroll: true });
    }, FOCUS_EVERY_MS);
    return () => clearInterval(timer);
  }, [path, main]);
}
