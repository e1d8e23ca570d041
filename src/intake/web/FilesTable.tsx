import { original } from '../domain/contract.ts';
import { downloadUrl } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { ProgressBar } from '../../shell/ui/ProgressBar.tsx';
import type { Batch, IntakeFile } from '../domain/model.ts';
import { Bytes } from './Bytes.tsx';
import { isLive } from './batch-state.ts';
import { countedIn } from './counted-here.ts';
import { fileState } from './file-state.ts';

/** Each file a row: how far it is; then what it was recognised as, what went in, what needs somebody. */
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
    { id: 'state', head: text(isLive(batch) ? 'files.state' : 'files.recognised'), cell: (f) => <State batch={batch} file={f} /> },
    ...shownCounts(batch).map(
      (what): Column<IntakeFile> => ({ id: what, head: text(`batch.${what}`), numeric: true, cell: (f) => f.counts !== null && (what === 'added' || f.counts[what] > 0) && <Figure figure={countedIn(batch, f.counts[what], 'activities')} /> }),
    ),
  ];
  return <DataTable caption={text('batch.files')} columns={columns} rows={batch.files} rowKey={(f) => String(f.id)} />;
}

/** What became of the records, where it happened to any of them: columns of zeros tell nothing. */
function shownCounts(batch: Batch) {
  const all = ['added', 'changed', 'unchanged', 'keptOut'] as const;
  return batch.status === 'done' ? all.filter((what) => what === 'added' || batch.files.some((f) => (f.counts?.[what] ?? 0) > 0)) : [];
}

/** How far the file is while the import runs; afterwards what it was recognised as. */
function State({ batch, file }: { batch: Batch; file: IntakeFile }) {
  const text = useText();
  const state = fileState(batch, file);
  if (state.kind === 'reading') {
    return (
      <span className="files__state">
        <span>
          {text('file-state.reading')}{' '}
          <span className="quiet small">
            <Bytes bytes={state.read} of={state.of} />
          </span>
        </span>
        <ProgressBar label={text('file-state.progress', { name: file.name })} value={state.read} total={state.of} />
      </span>
    );
  }
  if (state.kind !== 'recognised') return <span className={state.kind === 'read' ? undefined : 'quiet'}>{text(`file-state.${state.kind}`)}</span>;
  return (
    <>
      {text(`recognised.${state.as}`)} {file.standard !== null && <Identifier>{file.standard}</Identifier>}
    </>
  );
}
