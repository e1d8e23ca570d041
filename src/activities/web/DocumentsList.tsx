import { useCodes } from '../../shell/codes.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Day, Identifier } from '../../shell/ui/content.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import type { DocumentLink } from '../domain/parts.ts';
import { LanguageName, Words } from './Narrative.tsx';

/** Documents that the publisher links to; we hold none of them. */
export function DocumentsList({ documents }: { documents: DocumentLink[] }) {
  const text = useText();
  const category = useCodes('DocumentCategory');
  if (documents.length === 0) return null;
  return (
    <Panel title={text('documents.title')} folds>
      <ul className="documents">
        {documents.map((d, i) => (
          <li key={`${d.url}${i}`}>
            {d.url !== null && /^https?:/i.test(d.url) ? (
              <a href={d.url} rel="noreferrer noopener nofollow" target="_blank">
                <Words of={d.titles} otherwise={d.url} />
              </a>
            ) : (
              <Words of={d.titles} otherwise={d.url ?? text('documents.without-link')} />
            )}
            <span className="data-table__sub">
              {d.categories.map((c) => category(c) ?? c).length > 0 && <Content>{d.categories.map((c) => category(c) ?? c).join(', ')}</Content>}
              {d.languages.map((l) => (
                <span key={l}>
                  {' · '}
                  <LanguageName tag={l} />
                </span>
              ))}
              {d.documentOn !== null && (
                <>
                  {' · '}
                  <Day on={d.documentOn} />
                </>
              )}
              {d.format !== null && (
                <>
                  {' · '}
                  <Identifier>{d.format}</Identifier>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
