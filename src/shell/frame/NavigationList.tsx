import { Link } from '@tanstack/react-router';
import { useText } from '../text.tsx';
import { useSession } from '../session.ts';
import { Icon } from '../ui/Icon.tsx';
import { Mark } from '../ui/Mark.tsx';
import { pagesFor, type PageEntry } from './pages-list.ts';
import { keptSearch } from './kept-search.ts';

/** The loop as navigation, on the inline start of the page. */
export function NavigationList() {
  const text = useText();
  const who = useSession();
  return (
    <nav className="nav" aria-label={text('nav.label')}>
      <div className="nav__inside">
      <Link to="/" className="nav__home">
        <Mark size={26} />
        <span>{text('tessera')}</span>
      </Link>
      {pagesFor(who).map(({ group, pages }) => (
        <div className="nav__group" key={pages[0]?.to}>
          {group !== null && (
            <h2 className="nav__title" id={`nav-${group}`}>
              {text(group)}
            </h2>
          )}
          <ul aria-labelledby={group === null ? undefined : `nav-${group}`}>
            {pages.map((p) => (
              <li key={p.to}>
                <NavigationLink page={p} className="nav__link" />
              </li>
            ))}
          </ul>
        </div>
      ))}
      </div>
    </nav>
  );
}

export function NavigationLink({ page, className }: { page: PageEntry; className: string }) {
  const text = useText();
  return (
    <Link to={page.to as '/overview'} search={page.keeps === true ? keptSearch : {}} className={className} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
      <Icon name={page.icon} />
      <span>{text(page.label)}</span>
    </Link>
  );
}
