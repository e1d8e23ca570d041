import { original } from '../domain/contract.ts';
import { downloadUrl } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import type { Batch, IntakeFile } from '../domain/model.ts';
import { Bytes } from './Bytes.tsx';
import { countedIn } from './counted-here.ts';

/** Each file a row: what it was recognised as, what went in, what needs somebody. */
export function FilesTable({ batch }: { batch: Batch }) {
  const text = useText();
  const columns: Column<IntakeFile>[] = [
    {
      id: 'name', head: text('files.name'), name: true, width: '38%',
      cell: (f) => (
        <>
          <a href={downloadUrl(original, { id: f.id })} download="" className={f.entryOf === null ? undefined : 'files__entry'}>
            <Content>{f.name}</Content>
          </a>
          <span className="data-table__sub">
            <Bytes bytes={f.bytes} />
            {f.sameAs !== null && (
              <>
                {' · '}
                <PageLink to="/bring/$batch" params={{ batch: String(f.sameAs.batchId) }}>
                  {text.rich('files.same', { no: <Identifier>#{f.sameAs.batchId}</Identifier> })}
                </PageLink>
              </>
            )}
          </span>
        </>
      ),
    },
    {
      id: 'recognised', head: text('files.recognised'),
      cell: (f) => (
        <>
          {f.recognised === 'unknown' && f.counts === null && (batch.status === 'running' || batch.status === 'waiting') ? <span className="quiet">{text('recognised.not-yet')}</span> : text(`recognised.${f.recognised}`)} {f.standard !== null && <Identifier>{f.standard}</Identifier>}
        </>
      ),
    },
    ...(['added', 'changed', 'unchanged', 'keptOut'] as const).map(
      (what): Column<IntakeFile> => ({ id: what, head: text(`batch.${what}`), numeric: true, cell: (f) => f.counts !== null && <Figure figure={countedIn(batch, f.counts[what], 'activities')} /> }),
    ),
  ];
  return <DataTable caption={text('batch.files')} columns={columns} rows={batch.files} rowKey={(f) => String(f.id)} />;
}
