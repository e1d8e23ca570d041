import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { asProblem, downloadUrl, problemFrom, useOperation } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Identifier, LineNo } from '../../shell/ui/content.tsx';
import { DownloadLink } from '../../shell/ui/DownloadLink.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { original, showBatch } from '../domain/contract.ts';
import { SourceSearch } from './source-search.ts';
import { surroundings, type Surroundings } from './source-text.ts';
import './source.css';

/** A kept file, opened at the very line that something is about. */
export function SourcePage() {
  const text = useText();
  const { batch } = useParams({ strict: false }) as { batch: string };
  const { file: name = '', line = 1, path, record, value } = SourceSearch.parse(useSearch({ strict: false }));
  const asked = useOperation(showBatch, { id: Number(batch) });
  const file = asked.data?.files.find((f) => f.name === name);
  const href = file === undefined ? '' : downloadUrl(original, { id: file.id });
  const read = useQuery<Surroundings, Error>({
    queryKey: ['source', href, line, path, record, value],
    enabled: href !== '',
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const answer = await fetch(href, { signal, credentials: 'same-origin' });
      if (!answer.ok || answer.body === null) throw problemFrom(answer.status, await answer.json().catch(() => null));
      return surroundings(answer.body, line, { path, record, value });
    },
  });
  return (
    <article className="stack">
      <PageHead
        title={<Content>{name}</Content>}
        documentTitle={name}
        above={<PageLink to="/bring/$batch" params={{ batch }}>{text.rich('origin.batch-no', { no: <Identifier>{batch}</Identifier> })}</PageLink>}
        lead={
          <span className="row">
            <span>{text.rich('source.line', { line: <LineNo line={line} /> })}</span>
            {record !== undefined && (
              <PageLink to="/activities/$identifier" params={{ identifier: record }}>
                <Identifier>{record}</Identifier>
              </PageLink>
            )}
          </span>
        }
        actions={href !== '' && <DownloadLink href={href}>{text('source.download')}</DownloadLink>}
      />
      {(asked.data !== undefined && file === undefined) || (asked.isError && asProblem(asked.error).code === 'request.not-found') ? (
        <p className="note">{text('source.no-file')}</p>
      ) : (
        <Pending of={asked}>
          {() => (
            <Pending of={read} lines={12}>
              {(found) => <Place of={found} wanted={value} />}
            </Pending>
          )}
        </Pending>
      )}
    </article>
  );
}

function Place({ of: found, wanted }: { of: Surroundings; wanted: string | undefined }) {
  const text = useText();
  const here = useRef<HTMLElement>(null);
  const box = useRef<HTMLPreElement>(null);
  useEffect(() => {
    // In a box of its own the box scrolls, and the page stays where it is.
    if (box.current !== null && here.current !== null) box.current.scrollTop = here.current.offsetTop - box.current.clientHeight / 3;
    else here.current?.scrollIntoView({ block: 'nearest' });
  }, [found]);
  if (found.pieces !== null) {
    const { before, at, after } = found.pieces;
    return (
      <>
        <p className="quiet">{text('source.one-line')}</p>
        <pre ref={box} className="source source--pieces" data-content="" tabIndex={0} aria-label={text('source.label')}>
          … {before}
          <mark ref={here}>{at}</mark>
          {after} …
        </pre>
      </>
    );
  }
  if (found.at === null) return <p className="note">{text('source.too-short')}</p>;
  return (
    <ol className="source" start={found.lines[0]?.no} aria-label={text('source.label')}>
      {found.lines.map((l) => (
        <li key={l.no} className={l.no === found.at ? 'source__line source__line--here' : 'source__line'} aria-current={l.no === found.at ? 'location' : undefined} ref={l.no === found.at ? (e) => void (here.current = e) : undefined}>
          <span className="source__no">
            <LineNo line={l.no} />
          </span>
          <code data-content="">{l.no === found.at ? <Marked line={l.text} value={wanted} /> : l.text}</code>
        </li>
      ))}
    </ol>
  );
}

/** The value that is spoken of, where the line holds it. */
function Marked({ line, value }: { line: string; value: string | undefined }) {
  const at = value === undefined || value === '' ? -1 : line.indexOf(value);
  if (value === undefined || at === -1) return line;
  return (
    <>
      {line.slice(0, at)}
      <mark>{value}</mark>
      {line.slice(at + value.length)}
    </>
  );
}
