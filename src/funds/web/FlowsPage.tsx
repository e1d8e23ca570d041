import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { z } from 'zod';
import { countFigure } from '../../kernel/figure.ts';
import { downloadUrl } from '../../shell/api.ts';
import { usePages } from '../../shell/pages.ts';
import { FilterBar } from '../../shell/picture/FilterBar.tsx';
import { Recounting } from '../../shell/picture/LeadTotal.tsx';
import { useText } from '../../shell/text.tsx';
import { Content, Day, Identifier } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { DownloadLink } from '../../shell/ui/DownloadLink.tsx';
import { Empty } from '../../shell/ui/Empty.tsx';
import { SelectField } from '../../shell/ui/Field.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { PlaceInFile } from '../../shell/ui/PlaceInFile.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { PrintButton } from '../../shell/ui/PrintButton.tsx';
import { Bucket, exportMoney, flows, type FlowRow } from '../domain/contract.ts';
import { FlowsSearch } from './money-search.ts';
import { publishedFigure } from './published.ts';
import './money.css';

type Row = z.output<typeof FlowRow>;
const RECOUNTED_MS = 2000;

/** The rows behind a total: each flow as it was published and as it counts here, with file and line. */
export function FlowsPage() {
  const text = useText();
  const go = useNavigate();
  const search = FlowsSearch.parse(useSearch({ strict: false }));
  const asked = usePages(flows, search, { limit: 200, length: (page) => page.flows.length, live: (first) => (first.recounting ? RECOUNTED_MS : false) });
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = asked;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  const set = (change: Partial<FlowsSearch>) => void go({ to: '.', search: ((now: Record<string, unknown>) => ({ ...now, ...change })) as never, resetScroll: false });
  const { bucket: _bucket, counting: _counting, ...rest } = search;
  const { currency, type, provider, receiver, reporter, seen, only, ...selection } = rest;
  const isNarrow = [currency, type, provider, receiver, reporter, seen, only].some((v) => v !== undefined);
  return (
    <>
      <PageHead
        title={search.bucket === undefined ? text('rows.title') : text(`bucket.${search.bucket}`)}
        documentTitle={text('rows.title')}
        above={<PageLink to="/money" search={selection}>{text('money.title')}</PageLink>}
        lead={search.bucket === undefined ? text('rows.lead') : text(`bucket.${search.bucket}-means`)}
        actions={
          <>
            <DownloadLink href={downloadUrl(exportMoney, selection)}>{text('download.csv')}</DownloadLink>
            <PrintButton />
          </>
        }
      />
      <FilterBar />
      {isNarrow && (
        <p className="row">
          <span>{text(only?.includes('repeated') === true ? 'rows.repeated' : 'rows.narrow')}</span>{' '}
          <PageLink to="/money/rows" search={selection}>{text('rows.wide')}</PageLink>
        </p>
      )}
      <div className="rows__tools">
        <SelectField
          label={text('rows.bucket')}
          value={search.bucket ?? ''}
          onChoose={(b) => set({ bucket: b === '' ? undefined : (b as Bucket), counting: undefined })}
          choices={[{ value: '', label: text('rows.all-buckets') }, ...Bucket.options.map((b) => ({ value: b, label: text(`bucket.${b}`) }))]}
        />
      </div>
      <Pending of={asked} lines={12}>
        {({ pages }) => {
          const first = pages[0];
          const rows = pages.flatMap((p) => p.flows);
          if (first !== undefined && first.recounting && rows.length === 0) return <Recounting of={first} />;
          if (first === undefined || rows.length === 0) return <Empty title={text('rows.none')}>{text('rows.none-more')}</Empty>;
          return (
            <>
              <p className="rows__sum" role="status">
                <Figure figure={first.sum} size="medium" exact /> <span className="quiet">{text.rich('rows.from', { flows: <Figure figure={countFigure(first.total, 'flows', { ...first.sum.passport, rows: null })} unit /> })}</span>
              </p>
              <Recounting of={first} />
              <FlowsTable rows={rows} total={first.total} onEnd={onEnd} />
            </>
          );
        }}
      </Pending>
    </>
  );
}

function Party({ party }: { party: { key: string; name: string } }) {
  return (
    <PageLink to="/organisations/$key" params={{ key: party.key }} className="two-lines">
      <Content>{party.name}</Content>
    </PageLink>
  );
}

function FlowsTable({ rows, total, onEnd }: { rows: Row[]; total: number; onEnd: () => void }) {
  const text = useText();
  const columns: Column<Row>[] = [
    {
      id: 'activity', head: text('rows.activity'), name: true, width: '26%',
      cell: (f) => (
        <>
          <Link to="/activities/$identifier" params={{ identifier: f.identifier }} className="row-title two-lines">
            {f.title === '' ? <Identifier>{f.identifier}</Identifier> : <Content>{f.title}</Content>}
          </Link>
          <span className="data-table__sub">
            {f.type === null ? null : text.maybe(`transaction.${f.type}`)} · {text(`seen.${f.seen}`)}
          </span>
        </>
      ),
    },
    { id: 'on', head: text('money.column.day'), width: '7.25rem', card: 'bare', cell: (f) => f.on !== null && <Day on={f.on} /> },
    {
      id: 'parties', head: text('money.column.parties'), width: '22%', card: 'bare',
      cell: (f) => (
        <>
          {f.provider !== null && <Party party={f.provider} />}
          {f.receiver !== null && (
            <span className="transaction__to">
              <span aria-hidden="true">→</span>
              <Party party={f.receiver} />
            </span>
          )}
        </>
      ),
    },
    { id: 'published', head: text('rows.published'), numeric: true, width: '11rem', cell: (f) => f.published !== null && <Figure figure={publishedFigure(f, f.published)} exact /> },
    { id: 'counts', head: text('rows.counts'), numeric: true, width: '10.5rem', cell: (f) => <Figure figure={f.figure} exact /> },
    {
      id: 'origin', head: text('rows.origin'), width: '9rem', card: 'no',
      cell: (f) => (f.file === null ? null : (
        <span className="small quiet">
          <PlaceInFile batchId={f.batchId} file={f.file} line={f.line} record={f.identifier} value={f.published?.amount ?? null} />
        </span>
      )),
    },
  ];
  return <DataTable caption={text('rows.title')} columns={columns} rows={rows} rowKey={(f) => `${f.transactionId} ${f.bucket} ${f.figure.value}`} total={total} onEnd={onEnd} />;
}
