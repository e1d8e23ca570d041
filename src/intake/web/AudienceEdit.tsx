import { useId } from 'react';
import { whoSees } from '../../access/domain/contract.ts';
import { tlp, type AudienceChoice } from '../../kernel/audience.ts';
import { useOperation } from '../../shell/api.ts';
import { useSession } from '../../shell/session.ts';
import { useText } from '../../shell/text.tsx';
import '../../shell/ui/field.css';
import { Content } from '../../shell/ui/content.tsx';
import { Icon } from '../../shell/ui/Icon.tsx';
import { Tlp } from '../../shell/ui/Tlp.tsx';

type Props = { value: AudienceChoice; onChange: (choice: AudienceChoice) => void };
const NAMED = 8;

/** Who may read it, chosen before anything is saved, with the answer to "who will see this?" by the rule of the database. */
export function AudienceEdit({ value, onChange }: Props) {
  const text = useText();
  const name = useId();
  const who = useSession();
  const seen = useOperation(whoSees, { audience: value.audience, circleId: value.circleId });
  const choices: { choice: AudienceChoice; label: React.ReactNode; about: string }[] = [
    { choice: { audience: 'public', circleId: null }, label: text('audience.public'), about: text('audience.public-about') },
    { choice: { audience: 'network', circleId: null }, label: text('audience.network'), about: text('audience.network-about') },
    ...(who?.circles ?? []).map((c) => ({ choice: { audience: 'circle' as const, circleId: c.id }, label: <Content>{c.name}</Content>, about: text('audience.circle-about') })),
    { choice: { audience: 'owner', circleId: null }, label: text('audience.owner'), about: text('audience.owner-about') },
  ];
  return (
    <div className="audience">
      <fieldset className="choices">
        <legend>{text('audience.legend')}</legend>
        {choices.map(({ choice, label, about }) => (
          <label key={`${choice.audience}${choice.circleId}`} className="choice">
            <input type="radio" name={name} checked={choice.audience === value.audience && choice.circleId === value.circleId} onChange={() => onChange(choice)} />
            <span className="choice__words">
              <span>
                {label} <Tlp label={tlp[choice.audience]} />
              </span>
              <span className="quiet">{about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="audience__seen" aria-live="polite">
        <Icon name="eye" />
        <div>
          <p className="audience__title">{text('audience.who')}</p>
          {seen.data !== undefined && (
            <p>
              {seen.data.everybody ? (
                text('audience.everybody')
              ) : (
                <>
                  <span data-page="">{text('audience.people', { people: seen.data.people, n: seen.data.organisations.length })}</span>{' '}
                  <Content>{seen.data.organisations.slice(0, NAMED).map((o) => o.name).join(', ')}</Content>
                  {seen.data.organisations.length > NAMED && <span data-page=""> {text('list.more', { n: seen.data.organisations.length - NAMED })}</span>}
                </>
              )}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}
