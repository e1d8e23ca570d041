import { useCodes } from '../../shell/codes.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Day, Identifier } from '../../shell/ui/content.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import type { Activity } from '../domain/model.ts';
import { Words } from './Narrative.tsx';

/** Dates, kinds of aid, markers and tags: words first, the code beside them. */
export function ActivityAside({ activity: a }: { activity: Activity }) {
  const text = useText();
  const flow = useCodes('FlowType');
  const finance = useCodes('FinanceType');
  const tied = useCodes('TiedStatus');
  const marker = useCodes('PolicyMarker');
  const aid = useCodes('AidType');
  const scope = useCodes('ActivityScope');
  const collaboration = useCodes('CollaborationType');
  const kinds = [
    { term: text('activity.scope'), code: a.scope, name: scope(a.scope) },
    { term: text('activity.collaboration'), code: a.collaborationType, name: collaboration(a.collaborationType) },
    { term: text('activity.flow'), code: a.defaultFlowType, name: flow(a.defaultFlowType) },
    { term: text('activity.finance'), code: a.defaultFinanceType, name: finance(a.defaultFinanceType) },
    ...a.defaultAidTypes.map((t) => ({ term: text('activity.aid'), code: t.code, name: t.vocabulary === '1' ? aid(t.code) : null })),
    { term: text('activity.tied'), code: a.defaultTiedStatus, name: tied(a.defaultTiedStatus) },
  ].filter((k) => k.code !== null);
  return (
    <Panel title={text('activity.facts')}>
      <dl className="facts facts--aside">
        {a.dates.map((d, i) => (
          <FactPair key={`${d.type}${i}`} term={text.maybe(`date.${d.type}`) ?? text('date.other')}>
            {d.on === null ? <span className="quiet">{text('versions.not-said')}</span> : <Day on={d.on} />}
          </FactPair>
        ))}
        {a.humanitarian === true && <FactPair term={text('activity.humanitarian')}>{text('yes')}</FactPair>}
        {kinds.map((k) => (
          <FactPair key={`${k.term}${k.code}`} term={k.term}>
            {k.name !== null && <Content>{k.name}</Content>} <Identifier>{k.code}</Identifier>
          </FactPair>
        ))}
        {a.policyMarkers
          .filter((m) => m.significance !== '0')
          .map((m, i) => (
            <FactPair key={`${m.code}${i}`} term={text('activity.marker')}>
              {m.vocabulary === '1' && marker(m.code) !== null ? <Content>{marker(m.code)}</Content> : <Words of={m.names} otherwise={m.code} />}
              {m.significance !== null && <span className="quiet"> · {text.maybe(`significance.${m.significance}`) ?? m.significance}</span>}
            </FactPair>
          ))}
        {a.humanitarianScopes.map((h, i) => (
          <FactPair key={`${h.code}${i}`} term={text('activity.humanitarian-scope')}>
            <Words of={h.names} otherwise={h.code} /> <Identifier>{h.code}</Identifier>
          </FactPair>
        ))}
        {a.tags.length > 0 && (
          <FactPair term={text('activity.tags')}>
            <span className="row">
              {a.tags.map((t, i) => (
                <span key={`${t.vocabulary}${t.code}${i}`} className="tag tag--long">
                  <Words of={t.names} otherwise={t.code} />
                </span>
              ))}
            </span>
          </FactPair>
        )}
        {a.otherIdentifiers.map((o) => (
          <FactPair key={o.ref} term={text('activity.other-identifier')}>
            <Identifier>{o.ref}</Identifier>
          </FactPair>
        ))}
      </dl>
    </Panel>
  );
}

function FactPair({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
