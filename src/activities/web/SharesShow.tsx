import type { z } from 'zod';
import { sectorParts, useCodes, usePlaceName, useSectorName } from '../../shell/codes.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import type { VersionOrigin } from '../domain/contract.ts';
import type { Activity } from '../domain/model.ts';
import type { Place, Share } from '../domain/parts.ts';
import { ownLanguage, Words } from './Narrative.tsx';
import { reportedShare } from './reported.ts';

type Origin = z.output<typeof VersionOrigin>;
const SHOWN = 12;

/** Where and for what, with shares as published; several vocabularies of sectors stand apart, because each is a whole. */
export function SharesShow({ activity: a, origin }: { activity: Activity; origin: Origin }) {
  const text = useText();
  const place = usePlaceName();
  const sector = useSectorName();
  const vocabularyName = useCodes('SectorVocabulary');
  const vocabularies = [...new Set(a.sectors.map((s) => s.vocabulary))];
  const places = [...a.recipientCountries, ...a.recipientRegions];
  if (places.length + a.sectors.length + a.locations.length === 0) return null;
  return (
    <Panel title={text('activity.where-what')}>
      <div className="columns">
        <section className="stack stack--close">
          {places.length > 0 && (
            <>
              <h3>{text('activity.places')}</h3>
              <ShareList shares={places} origin={origin} label={(s) => <PageLink to="/overview" search={{ place: s.code }}><Content>{place(s.code, ownLanguage(s.names, text.locale.tag)?.text) ?? s.code}</Content></PageLink>} code={(s) => s.code} />
            </>
          )}
          <Locations locations={a.locations} />
        </section>
        {vocabularies.map((v) => (
          <section key={v} className="stack stack--close">
            <h3>
              {text('activity.sectors')} {vocabularies.length > 1 && <span className="quiet small" data-content="">{vocabularyName(v) ?? v}</span>}
            </h3>
            <ShareList
              shares={a.sectors.filter((s) => s.vocabulary === v)}
              origin={origin}
              label={(s) => {
                const name = sector(`${s.vocabulary}:${s.code}`, ownLanguage(s.names, text.locale.tag)?.text) ?? s.code;
                return v === '1' || v === '2' ? <PageLink to="/overview" search={{ sector: `${v}:${s.code}` }}><Content>{name}</Content></PageLink> : <Content>{name}</Content>;
              }}
              code={(s) => sectorParts(`${s.vocabulary}:${s.code}`).code}
              named={(s) => (sector(`${s.vocabulary}:${s.code}`, ownLanguage(s.names, text.locale.tag)?.text) ?? s.code) !== s.code}
            />
          </section>
        ))}
      </div>
    </Panel>
  );
}

type ListProps = { shares: Share[]; origin: Origin; label: (s: Share) => React.ReactNode; code: (s: Share) => string; /** It has a name of its own, beside which its code says more. */ named?: (s: Share) => boolean };

function ShareList({ shares, origin, label, code, named = () => true }: ListProps) {
  const text = useText();
  return (
    <ul className="shares">
      {shares.slice(0, 40).map((s, i) => (
        <li key={`${s.vocabulary}${s.code}${i}`}>
          <span className="shares__name">
            {label(s)} {named(s) && <span className="quiet"><Identifier>{code(s)}</Identifier></span>}
          </span>
          {s.percentage === null ? shares.length > 1 && <span className="quiet small">{text('activity.no-share')}</span> : <Figure figure={reportedShare(s.percentage, origin)} />}
        </li>
      ))}
    </ul>
  );
}

function Locations({ locations }: { locations: Place[] }) {
  const text = useText();
  if (locations.length === 0) return null;
  return (
    <>
      <h3>{text('activity.locations')}</h3>
      <ul className="shares">
        {locations.slice(0, SHOWN).map((l, i) => (
          <li key={`${l.ref}${i}`}>
            <span className="shares__name">
              <Words of={l.names} otherwise={l.ref ?? text('activity.unnamed')} />
            </span>
            {l.point !== null && <Identifier>{`${Number(l.point.latitude).toFixed(3)}, ${Number(l.point.longitude).toFixed(3)}`}</Identifier>}
          </li>
        ))}
      </ul>
      {locations.length > SHOWN && (
        <p className="quiet small" data-page="">
          {text('list.more', { n: locations.length - SHOWN })}
        </p>
      )}
    </>
  );
}
