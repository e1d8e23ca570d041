import { may, useSession } from '../session.ts';
import { useText } from '../text.tsx';
import { Content, LineNo } from './content.tsx';
import { PageLink } from './PageLink.tsx';

type Props = { batchId: number | null; file: string; line: number | null; /** The line alone, where its column says what it is. */ short?: boolean; /** What helps to find it in files that have everything in one line. */ path?: string | null; record?: string | null; value?: string | null };

/** File and line where something stands, as a link that opens the file at that very line. Originals are for members who bring data. */
export function PlaceInFile({ batchId, file, line, short = false, path, record, value }: Props) {
  const text = useText();
  const who = useSession();
  const words = short && line !== null ? (
    <LineNo line={line} />
  ) : (
    <>
      <Content>{file}</Content>
      {line !== null && text.rich('origin.line', { line: <LineNo line={line} /> })}
    </>
  );
  if (batchId === null || line === null || !may(who, 'intake:write')) return words;
  return (
    <PageLink to="/bring/$batch/source" params={{ batch: String(batchId) }} search={{ file, line, path: path ?? undefined, record: record ?? undefined, value: value ?? undefined }}>
      {words}
    </PageLink>
  );
}
