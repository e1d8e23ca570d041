import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { z } from 'zod';
import { countFigure } from '../../kernel/figure.ts';
import { passport } from '../../kernel/passport.ts';
import { useCodes } from '../../shell/codes.ts';
import { usePages } from '../../shell/pages.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Identifier } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { Empty } from '../../shell/ui/Empty.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { PrintButton } from '../../shell/ui/PrintButton.tsx';
import { SearchField } from '../../shell/ui/SearchField.tsx';
import { searchMentioned, type Mentioned } from '../domain/contract.ts';
import './organisations.css';

const Search = z.object({ text: z.string().max(200).optional().catch(undefined) });
type Row = z.output<typeof Mentioned>;

/** Every organisation that the data speaks of, under its most used name. */
export function OrganisationsPage() {
  const text = useText();
  const go = useNavigate();
  const kind = useCodes('OrganisationType');
  const search = Search.parse(useSearch({ strict: false }));
  const asked = usePages(searchMentioned, search, { limit: 100, length: (page) => page.organisations.length });
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = asked;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  const columns: Column<Row>[] = [
    {
      id: 'name', head: text('organisations.column.name'), name: true, width: '46%',
      cell: (o) => (
        <>
          <PageLink to="/organisations/$key" params={{ key: o.key }} className="row-title">
            <Content>{o.name}</Content>
          </PageLink>
          {!o.key.startsWith('name:') && (
            <span className="data-table__sub">
              <Identifier>{o.key}</Identifier>
            </span>
          )}
        </>
      ),
    },
    { id: 'kind', head: text('organisations.column.kind'), card: 'bare', cell: (o) => (o.kind === null ? null : <Content>{kind(o.kind) ?? o.kind}</Content>) },
    { id: 'reports', head: text('organisations.column.reports'), card: 'bare', cell: (o) => o.reports && <span className="tag tag--good">{text('organisations.reports')}</span> },
    { id: 'activities', head: text('organisations.column.activities'), numeric: true, width: '8rem', card: 'line', cell: (o) => <Figure figure={o.activities} /> },
  ];
  return (
    <>
      <PageHead title={text('nav.organisations')} documentTitle={text('nav.organisations')} lead={text('organisations.lead')} actions={<PrintButton />} />
      <div className="organisations__tools">
        <SearchField label={text('organisations.search')} value={search.text ?? ''} onText={(words) => void go({ to: '.', search: { text: words === '' ? undefined : words } as never, replace: true, resetScroll: false })} />
      </div>
      <Pending of={asked} lines={12}>
        {({ pages }) => {
          const rows = pages.flatMap((p) => p.organisations);
          const first = rows[0];
          const total = pages[0]?.total ?? 0;
          if (first === undefined) return <Empty title={text('organisations.none')}>{text('organisations.none-more')}</Empty>;
          return (
            <>
              <p className="list-total" role="status">
                <Figure figure={countFigure(total, 'organisations', passport({ ...first.activities.passport, method: { kind: 'counted' }, rows: null }))} unit />
              </p>
              <DataTable caption={text('nav.organisations')} columns={columns} rows={rows} rowKey={(o) => o.key} total={total} onEnd={onEnd} />
            </>
          );
        }}
      </Pending>
    </>
  );
}
