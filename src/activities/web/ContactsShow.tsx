import { useText } from '../../shell/text.tsx';
import { Content } from '../../shell/ui/content.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { Contact } from '../domain/model.ts';
import { Words } from './Narrative.tsx';

/** Contact persons, for members only; publishers put them into the open, we do not. */
export function ContactsShow({ contacts }: { contacts: Record<string, unknown>[] }) {
  const text = useText();
  const known = contacts.flatMap((c) => {
    const parsed = Contact.safeParse(c);
    return parsed.success ? [parsed.data] : [];
  });
  if (known.length === 0) return null;
  return (
    <Panel title={text('contacts.title')} about={text('contacts.about')}>
      <ul className="contacts">
        {known.map((c, i) => (
          <li key={`${c.emails[0] ?? ''}${i}`}>
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
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Line({ children }: { children: React.ReactNode }) {
  return <span>{children}</span>;
}
