import { Link } from '@tanstack/react-router';
import { lazy, useCallback } from 'react';
import { useSession } from '../session.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Mark } from '../ui/Mark.tsx';
import { AccountFace } from './AccountFace.tsx';
import { MenuDoor } from './MenuDoor.tsx';
import './menu.css';

const AppearanceMenu = lazy(() => import('./AppearanceMenu.tsx').then((m) => ({ default: m.AppearanceMenu })));
const AccountMenu = lazy(() => import('./AccountMenu.tsx').then((m) => ({ default: m.AccountMenu })));

/** Search everything, language and appearance, who I am. */
export function TopBar({ onSearch, onHelp }: { onSearch: () => void; onHelp: () => void }) {
  const text = useText();
  const who = useSession();
  const account = who?.account ?? null;
  const MyMenu = useCallback(() => (account === null ? null : <AccountMenu account={account} />), [account]);
  return (
    <div className="top">
      <Link to="/" className="top__home" aria-label={text('tessera')}>
        <Mark size={26} />
      </Link>
      <button type="button" className="top__search" onClick={onSearch} aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" size={18} />
        <span className="top__search-words">{text('search.everything')}</span>
        <kbd aria-hidden="true" data-identifier="">
          {isApple() ? '⌘K' : 'Ctrl K'}
        </kbd>
      </button>
      <div className="top__side">
        <span className="top__help">
          <Button kind="quiet" icon="help" aria-label={text('help.title')} title={text('help.title')} onClick={onHelp} />
        </span>
        <MenuDoor label={text('appearance.title')} className="button button--quiet button--icon" face={<Icon name="globe" />} Menu={AppearanceMenu} />
        {who?.account ? (
          <MenuDoor label={text('account.menu')} className="account-button" face={<AccountFace account={who.account} />} Menu={MyMenu} />
        ) : (
          who !== undefined && (
            <Link to="/sign-in" className="button button--plain button--small">
              {text('sign-in')}
            </Link>
          )
        )}
      </div>
    </div>
  );
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}
