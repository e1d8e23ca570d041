import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { send } from '../../shell/api.ts';
import { useText } from '../../shell/text.tsx';
import { Content, Identifier, Moment } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { Icon } from '../../shell/ui/Icon.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { PrintButton } from '../../shell/ui/PrintButton.tsx';
import { listAudit } from '../domain/contract.ts';
import type { AuditEntry } from '../domain/model.ts';
import type { z } from 'zod';

type Row = z.output<typeof AuditEntry>;
const LIMIT = 100;

/** Who did what when, newest first; each entry is chained to the one before it, so that none can vanish unseen. */
export function AuditPage() {
  const text = useText();
  const asked = useInfiniteQuery({
    queryKey: [listAudit.id, 'pages'],
    queryFn: ({ pageParam, signal }) => send(listAudit, { before: pageParam, limit: LIMIT }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.entries.length < LIMIT ? undefined : last.entries.at(-1)?.id),
  });
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = asked;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  const columns: Column<Row>[] = [
    { id: 'what', head: text('audit.what'), name: true, width: '34%', cell: (e) => <>{text.maybe(`audit.${e.operation}`) ?? <Identifier>{e.operation}</Identifier>}</> },
    { id: 'at', head: text('audit.when'), width: '11rem', card: 'bare', cell: (e) => <Moment at={e.at} /> },
    { id: 'who', head: text('audit.who'), card: 'bare', cell: (e) => (e.account === null ? <span className="quiet">{text('audit.system')}</span> : <Content>{e.account}</Content>) },
    { id: 'for', head: text('dimension.organisation'), card: 'bare', cell: (e) => e.organisation !== null && <Content>{e.organisation}</Content> },
    { id: 'about', head: text('audit.about'), card: 'no', width: '24%', cell: (e) => Object.keys(e.about).length > 0 && <Identifier>{about(e.about)}</Identifier> },
  ];
  return (
    <>
      <PageHead title={text('nav.audit')} documentTitle={text('nav.audit')} lead={text('audit.lead')} actions={<PrintButton />} />
      <Pending of={asked} lines={10}>
        {({ pages }) => {
          const rows = pages.flatMap((p) => p.entries);
          const holds = pages[0]?.chainHolds ?? null;
          return (
            <div className="stack">
              {holds !== null && (
                <p className={holds ? 'note note--good' : 'problem'}>
                  <Icon name={holds ? 'check' : 'error'} />
                  <span>{text(holds ? 'audit.chain-holds' : 'audit.chain-broken')}</span>
                </p>
              )}
              <DataTable caption={text('nav.audit')} columns={columns} rows={rows} rowKey={(e) => String(e.id)} total={hasNextPage ? rows.length + 1 : rows.length} onEnd={onEnd} />
            </div>
          );
        }}
      </Pending>
    </>
  );
}

const about = (facts: Record<string, unknown>) => Object.entries(facts).map(([k, v]) => `${k}: ${typeof v === 'object' ? JSON.stringify(v) : String(v)}`).join(', ');
