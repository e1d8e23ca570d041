import { useContext, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { locales, type Locale } from '../messages/locales.ts';
import { LocaleContext, useText } from '../text.tsx';
import { Icon } from '../ui/Icon.tsx';
import './menu.css';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];
const KEY = 'tessera.theme';

/** Language of the words, light or dark paper. Both stay on this device. */
export function AppearanceMenu() {
  const text = useText();
  const { locale, choose } = useContext(LocaleContext);
  const [theme, setTheme] = useState<Theme>(() => (document.documentElement.dataset['theme'] as Theme | undefined) ?? 'system');
  const offered = (locales as readonly Locale[]).filter((l) => l.pseudo !== true || l.tag === locale.tag);
  const paint = (next: Theme) => {
    setTheme(next);
    if (next === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Storage may be closed to us: the choice then lasts as long as the page.
    }
  };
  return (
    <MenuTrigger defaultOpen>
      <AriaButton className="button button--quiet button--icon" aria-label={text('appearance.title')}>
        <Icon name="globe" />
      </AriaButton>
      <Popover className="menu-popover" placement="bottom end">
        <Menu className="menu" aria-label={text('appearance.title')}>
          <MenuSection selectionMode="single" selectedKeys={[locale.tag]} onSelectionChange={(keys) => keys !== 'all' && [...keys].forEach((k) => choose(String(k)))}>
            <Header className="menu__title">{text('appearance.language')}</Header>
            {offered.map((l) => (
              <MenuItem key={l.tag} id={l.tag} className="menu__item" textValue={l.name}>
                <Chosen when={l.tag === locale.tag} />
                <span lang={l.tag} data-content="">
                  {l.name}
                </span>
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection selectionMode="single" selectedKeys={[theme]} onSelectionChange={(keys) => keys !== 'all' && [...keys].forEach((k) => paint(k as Theme))}>
            <Header className="menu__title">{text('appearance.theme')}</Header>
            {themes.map((t) => (
              <MenuItem key={t} id={t} className="menu__item">
                <Chosen when={t === theme} />
                {text(`appearance.${t}`)}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Chosen({ when }: { when: boolean }) {
  return <span className="menu__mark">{when && <Icon name="check" size={16} />}</span>;
}
