import type { Session } from '../../access/domain/model.ts';
import type { MessageId } from '../messages/locales.ts';
import { may } from '../session.ts';
import type { IconName } from '../ui/Icon.tsx';

export type PageEntry = { to: string; label: MessageId; icon: IconName; key?: string; keeps?: true };

/** Pages of the frame by group; `keeps`: the filters follow there. `key` is pressed after `g`. */
export function pagesFor(who: Session | undefined): { group: MessageId | null; pages: PageEntry[] }[] {
  const today: PageEntry[] = who?.account ? [{ to: '/today', label: 'nav.today', icon: 'today', key: 't' }] : [];
  const bring: PageEntry[] = who === undefined || who.account === null || may(who, 'intake:write') ? [{ to: '/bring', label: 'nav.bring', icon: 'bring', key: 'b' }] : [];
  const office: PageEntry[] = [
    ...(may(who, 'access:administer') ? [{ to: '/people', label: 'nav.people', icon: 'people', key: 'p' } as const] : []),
    ...(may(who, 'access:write') ? ([{ to: '/circles', label: 'nav.circles', icon: 'circles', key: 'c' }, { to: '/audit', label: 'nav.audit', icon: 'audit', key: 'u' }] as const) : []),
  ];
  const groups: { group: MessageId | null; pages: PageEntry[] }[] = [
    { group: null, pages: today },
    { group: 'nav.picture', pages: picturePages },
    { group: null, pages: bring },
    { group: 'nav.office', pages: office },
  ];
  return groups.filter((g) => g.pages.length > 0);
}

export const picturePages: PageEntry[] = [
  { to: '/overview', label: 'nav.overview', icon: 'overview', key: 'o', keeps: true },
  { to: '/activities', label: 'nav.activities', icon: 'activities', key: 'a', keeps: true },
  { to: '/money', label: 'nav.money', icon: 'money', key: 'm', keeps: true },
  { to: '/organisations', label: 'nav.organisations', icon: 'organisations', key: 'r' },
];
