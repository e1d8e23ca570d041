import { useNavigate } from '@tanstack/react-router';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import type { Account } from '../../access/domain/model.ts';
import { useSignOut } from '../session.ts';
import { useText } from '../text.tsx';
import { Content } from '../ui/content.tsx';
import { Icon } from '../ui/Icon.tsx';
import { AccountFace } from './AccountFace.tsx';
import './menu.css';

/** Who is signed in, for which organisation and with which role; password; signing out. */
export function AccountMenu({ account }: { account: Account }) {
  const text = useText();
  const go = useNavigate();
  const signOut = useSignOut();
  return (
    <MenuTrigger defaultOpen>
      <AriaButton className="account-button" aria-label={text('account.menu')}>
        <AccountFace account={account} />
      </AriaButton>
      <Popover className="menu-popover" placement="bottom end">
        <Menu className="menu" aria-label={text('account.menu')}>
          <MenuSection>
            <Header className="menu__head">
              <strong>
                <Content>{account.name ?? account.email}</Content>
              </strong>
              <span className="quiet">
                <Content>{account.organisation}</Content> · {text(`role.${account.role}`)}
              </span>
            </Header>
            <MenuItem className="menu__item" onAction={() => void go({ to: '/account' })}>
              <Icon name="account" size={18} />
              {text('account.password')}
            </MenuItem>
            <MenuItem className="menu__item" onAction={() => void signOut().then(() => go({ to: '/overview' }))}>
              <Icon name="next" size={18} />
              {text('sign-out')}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
