import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { listActivities } from '../../activities/domain/contract.ts';
import { searchMentioned } from '../../organisations/domain/contract.ts';
import { useOperation } from '../api.ts';
import { countryCodes, usePlaceName } from '../codes.ts';
import { useSession } from '../session.ts';
import { useText } from '../text.tsx';
import { Content, Identifier } from '../ui/content.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { pagesFor } from './pages-list.ts';
import '../ui/dialog.css';
import './menu.css';
import './palette.css';

const WAIT_MS = 160;
const SHOWN = 6;
const PLACES = 4;

type Entry = { id: string; icon: IconName; label: React.ReactNode; words: string; beside?: React.ReactNode; go: () => void };

/** Search everything: pages, countries, activities and organisations, from any page with one key. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const text = useText();
  const go = useNavigate();
  const who = useSession();
  const [typed, setTyped] = useState('');
  const asked = useLater(typed.trim(), WAIT_MS);
  const enabled = asked.length >= 2;
  const activities = useOperation(listActivities, { text: asked, limit: SHOWN, order: 'title' }, { enabled });
  const organisations = useOperation(searchMentioned, { text: asked, limit: SHOWN }, { enabled });
  const leave = (then: () => void) => () => {
    onClose();
    then();
  };
  const places = usePlaces(asked);
  const pages: Entry[] = pagesFor(who)
    .flatMap((g) => g.pages)
    .map((p) => ({ id: p.to, icon: p.icon, label: text(p.label), words: text(p.label), go: leave(() => void go({ to: p.to as '/overview' })) }))
    .filter((p) => p.words.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()));
  const groups: { title: string; entries: Entry[] }[] = [
    { title: text('search.pages'), entries: pages },
    { title: text('counts.places'), entries: enabled ? places.map(({ code, name }) => ({ id: `place ${code}`, icon: 'overview', label: <Content>{name}</Content>, words: name, beside: <Identifier>{code}</Identifier>, go: leave(() => void go({ to: '/overview', search: { place: code } })) })) : [] },
    {
      title: text('nav.activities'),
      entries: enabled
        ? (activities.data?.activities ?? []).map((a) => ({
            id: `activity ${a.identifier}`,
            icon: 'activities',
            label: <Content lang={a.titleLanguage}>{a.title}</Content>,
            words: a.title,
            beside: <Identifier>{a.identifier}</Identifier>,
            go: leave(() => void go({ to: '/activities/$identifier', params: { identifier: a.identifier } })),
          }))
        : [],
    },
    {
      title: text('nav.organisations'),
      entries: enabled
        ? (organisations.data?.organisations ?? []).map((o) => ({
            id: `organisation ${o.key}`,
            icon: 'organisations',
            label: <Content>{o.name}</Content>,
            words: o.name,
            beside: o.key.startsWith('name:') ? undefined : <Identifier>{o.key}</Identifier>,
            go: leave(() => void go({ to: '/organisations/$key', params: { key: o.key } })),
          }))
        : [],
    },
  ];
  const byId = new Map(groups.flatMap((g) => g.entries).map((e) => [e.id, e]));
  const found = groups.filter((g) => g.entries.length > 0);
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="dialog dialog--wide palette">
        <AriaDialog className="palette__inside" aria-label={text('search.everything')}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField className="palette__field" aria-label={text('search.everything')} autoFocus>
              <Icon name="search" />
              <Input className="palette__input" placeholder={text('search.hint')} />
            </SearchField>
            <ListBox className="palette__list" aria-label={text('search.results')} onAction={(id) => byId.get(String(id))?.go()} renderEmptyState={() => <p className="palette__none">{text('search.none', { typed })}</p>}>
              {found.map((g) => (
                <ListBoxSection key={g.title}>
                  <Header className="menu__title">{g.title}</Header>
                  {g.entries.map((e) => (
                    <ListBoxItem key={e.id} id={e.id} textValue={e.words} className="palette__item">
                      <Icon name={e.icon} size={18} />
                      <span className="palette__words">{e.label}</span>
                      {e.beside}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Countries by their names in the reader's language; those that begin with what is typed come first. */
function usePlaces(typed: string): { code: string; name: string }[] {
  const naming = usePlaceName();
  const looked = typed.toLocaleLowerCase();
  if (looked === '') return [];
  const found = countryCodes.map((code) => ({ code, name: naming(code) ?? code })).filter((p) => p.name.toLocaleLowerCase().includes(looked));
  const begins = (p: { name: string }) => Number(p.name.toLocaleLowerCase().startsWith(looked));
  return found.sort((a, b) => begins(b) - begins(a) || a.name.localeCompare(b.name)).slice(0, PLACES);
}

/** The text when the typing rests. */
function useLater(value: string, ms: number): string {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return later;
}
