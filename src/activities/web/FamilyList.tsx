import { useText } from '../../shell/text.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';

const SHOWN = 12;

/** Parent, children and siblings: money is counted on one level only, so people can see which. */
export function FamilyList({ family }: { family: { type: string; identifier: string; title: string | null }[] }) {
  const text = useText();
  if (family.length === 0) return null;
  const kinds = [...new Set(family.map((f) => f.type))].sort();
  return (
    <Panel title={text('activity.family')}>
      {kinds.map((kind) => {
        const members = family.filter((f) => f.type === kind);
        return (
          <section key={kind} className="family">
            <h3>{text.maybe(`relation.${kind}`) ?? text('relation.other')}</h3>
            <ul>
              {members.slice(0, SHOWN).map((f) => (
                <li key={f.identifier}>
                  <PageLink to="/activities/$identifier" params={{ identifier: f.identifier }}>
                    {f.title === null || f.title === '' ? <Identifier>{f.identifier}</Identifier> : <Content>{f.title}</Content>}
                  </PageLink>
                  {f.title === null && <span className="quiet small"> {text('activity.not-here')}</span>}
                </li>
              ))}
            </ul>
            {members.length > SHOWN && <p className="quiet small" data-page="">{text('list.more', { n: members.length - SHOWN })}</p>}
          </section>
        );
      })}
    </Panel>
  );
}
