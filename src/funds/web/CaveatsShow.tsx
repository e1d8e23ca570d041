import { useText } from '../../shell/text.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import type { MoneyOverview } from '../domain/contract.ts';

const SHOWN = 5;

/** What to know before quoting the total: how much is seen from both sides, who pays in a circle. */
export function CaveatsShow({ overview: m }: { overview: MoneyOverview }) {
  const text = useText();
  return (
    <div className="columns">
      <Panel title={text('traceable.title')} about={text('traceable.about')} folds>
        <dl className="facts">
          {(['bothSides', 'oneSided', 'conflicting'] as const).map((k) => (
            <Pair key={k} term={text(`traceable.${k}`)}>
              <Figure figure={m.traceable[k]} />
            </Pair>
          ))}
        </dl>
      </Panel>
      {m.cycles.length + m.circles.length > 0 && (
        <Panel title={text('cycles.title')} about={text('cycles.about')} folds>
          <ul className="cycles">
            {m.cycles.slice(0, SHOWN).map((c) => (
              <li key={c.map((o) => o.key).join('→')}>
                {[...c, ...c.slice(0, 1)].map((o, i) => (
                  <span key={`${o.key}${i}`}>
                    {i > 0 && <span className="quiet"> → </span>}
                    <PageLink to="/organisations/$key" params={{ key: o.key }}>
                      <Content>{o.name}</Content>
                    </PageLink>
                  </span>
                ))}
              </li>
            ))}
          </ul>
          {m.circles.length > 0 && (
            <details className="circles-of-activities">
              <summary data-page="">{text('cycles.activities', { n: m.circles.length })}</summary>
              <ul>
                {m.circles.slice(0, SHOWN * 4).map((c) => (
                  <li key={c.activities.join(' ')}>
                    {text(`cycles.${c.kind}`)}{' '}
                    {c.activities.map((a, i) => (
                      <span key={a}>
                        {i > 0 && ' → '}
                        <PageLink to="/activities/$identifier" params={{ identifier: a }}>
                          <Identifier>{a}</Identifier>
                        </PageLink>
                      </span>
                    ))}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {m.cycles.length > SHOWN && <p className="quiet small" data-page="">{text('list.more', { n: m.cycles.length - SHOWN })}</p>}
        </Panel>
      )}
    </div>
  );
}

function Pair({ term, children }: { term: React.ReactNode; children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
