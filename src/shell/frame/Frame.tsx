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
    const heading = main.current?.querySelector('h1');
    if (heading === null || heading === undefined) return main.current?.focus({ preventScroll: true });
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [path, main]);
}
