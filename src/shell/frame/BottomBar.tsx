import { useState } from 'react';
import { useRouterState } from '@tanstack/react-router';
import { useSession } from '../session.ts';
import { useText } from '../text.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { NavigationLink } from './NavigationList.tsx';
import { pagesFor, picturePages, type PageEntry } from './pages-list.ts';

/** Phone: four places at the thumb; the rest behind "More". */
export function BottomBar() {
  const text = useText();
  const who = useSession();
  const [more, setMore] = useState(false);
  const all = pagesFor(who).flatMap((g) => g.pages);
  const wanted = who?.account ? ['/today', '/overview', '/bring'] : ['/overview', '/activities', '/money'];
  const shown = wanted.map((to) => all.find((p) => p.to === to)).filter((p): p is PageEntry => p !== undefined);
  const rest = all.filter((p) => !shown.includes(p));
  return (
    <nav className="bottom" aria-label={text('nav.label')}>
      {shown.map((p) => (
        <NavigationLink key={p.to} page={p.to === '/overview' && who?.account ? { ...p, label: 'nav.picture' } : p} className="bottom__link" />
      ))}
      <button type="button" className="bottom__link" onClick={() => setMore(true)} aria-haspopup="dialog">
        <Icon name="more" />
        <span>{text('nav.more')}</span>
      </button>
      {more && (
        <Dialog title={text('nav.more')} onClose={() => setMore(false)}>
          <ul className="more" onClick={() => setMore(false)} role="presentation">
            {rest.map((p) => (
              <li key={p.to}>
                <NavigationLink page={p} className="nav__link" />
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </nav>
  );
}

/** Phone: the four pages of the picture as one line under the top bar. */
export function PictureTabs() {
  const text = useText();
  const path = useRouterState({ select: (s) => s.location.pathname });
  if (!picturePages.some((p) => path === p.to)) return null;
  return (
    <nav className="tabs" aria-label={text('nav.picture')}>
      {picturePages.map((p) => (
        <NavigationLink key={p.to} page={p} className="tabs__link" />
      ))}
    </nav>
  );
}
