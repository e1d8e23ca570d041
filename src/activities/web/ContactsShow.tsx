import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { useSend } from '../../shell/api.ts';
import { may, useSession } from '../../shell/session.ts';
import { useText } from '../../shell/text.tsx';
import { Button } from '../../shell/ui/Button.tsx';
import { Content, Day } from '../../shell/ui/content.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { eraseContacts, showActivity, type VersionOrigin } from '../domain/contract.ts';
import { Contact, ErasedContact } from '../domain/model.ts';
import { ContactErase } from './ContactErase.tsx';
import { calledOf, type Called } from './contact-called.ts';
import { Words } from './Narrative.tsx';

type Props = { identifier: string; origin: z.output<typeof VersionOrigin>; contacts: Record<string, unknown>[] };

/** Contact persons, for members only; publishers put them into the open, we do not. Whose rows they are may erase them. */
export function ContactsShow({ identifier, origin, contacts }: Props) {
  const text = useText();
  const who = useSession();
  const erase = useSend(eraseContacts, { invalidates: [showActivity] });
  const [asking, setAsking] = useState<Called | null>(null);
  const [places, setPlaces] = useState<number | null>(null);
  const told = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: who works by keyboard or hears the page goes on at what became of it.
  useEffect(() => {
    if (places !== null) told.current?.focus();
  }, [places]);

  const known = contacts.flatMap((c): (Contact | ErasedContact)[] => {
    const contact = Contact.safeParse(c);
    if (contact.success) return [contact.data];
    const erased = ErasedContact.safeParse(c);
    return erased.success ? [erased.data] : [];
  });
  if (known.length === 0) return null;
  const mayErase = may(who, eraseContacts.permission) && who?.account?.organisation === origin.owner;
  const ask = (called: Called) => {
    erase.reset();
    setPlaces(null);
    setAsking(called);
  };
  const close = () => setAsking(null);
  const go = (called: Called) => {
    const done = ({ erased }: { erased: number }) => {
      close();
      setPlaces(erased);
    };
    if (!erase.isPending) erase.mutate({ identifier, ...called.person }, { onSuccess: done });
  };
  return (
    <Panel title={text('contacts.title')} about={text('contacts.about')}>
      <ul className="contacts">
        {known.map((c, i) => (
          // The place in the list is the contact's own: erasing leaves a marker there.
          <li key={i}>{'erasedAt' in c ? <span className="quiet">{text.rich('contacts.erased-on', { on: <Day on={c.erasedAt.slice(0, 10)} /> })}</span> : <One contact={c} onErase={mayErase ? ask : undefined} />}</li>
        ))}
      </ul>
      {places !== null && (
        <p ref={told} className="quiet" role="status" tabIndex={-1} data-page="">
          {text('contacts.done', { n: places })}
        </p>
      )}
      {asking !== null && <ContactErase called={asking} organisation={origin.owner} busy={erase.isPending} problem={erase.problem} onErase={() => go(asking)} onClose={close} />}
    </Panel>
  );
}

function One({ contact: c, onErase }: { contact: Contact; onErase: ((called: Called) => void) | undefined }) {
  const text = useText();
  const called = calledOf(c, text.locale.tag);
  return (
    <>
      <Line>
        <strong>
          <Words of={c.persons} />
        </strong>
      </Line>
      <Line>
        <Words of={c.jobTitles} />
      </Line>
      <Line>
        <Words of={c.organisations} />
      </Line>
      {c.emails.map((e) => (
        <a key={e} href={`mailto:${e}`}>
          <Content>{e}</Content>
        </a>
      ))}
      {c.telephones.map((t) => (
        <Content key={t}>{t}</Content>
      ))}
      {onErase !== undefined && (
        <span className="contacts__erase">
          <Button kind="quiet" small aria-haspopup="dialog" aria-label={called.who === null ? undefined : text('contacts.erase-named', { who: called.who })} onClick={() => onErase(called)}>
            {text(called.who === null ? 'contacts.erase-all' : 'contacts.erase')}
          </Button>
        </span>
      )}
    </>
  );
}

function Line({ children }: { children: React.ReactNode }) {
  return <span>{children}</span>;
}
