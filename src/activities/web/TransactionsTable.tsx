import { useState } from 'react';
import type { z } from 'zod';
import { useText } from '../../shell/text.tsx';
import { Content, Day } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { Figure } from '../../shell/ui/Figure.tsx';
import { Panel } from '../../shell/ui/Panel.tsx';
import { PlaceInFile } from '../../shell/ui/PlaceInFile.tsx';
import { Segments } from '../../shell/ui/Segments.tsx';
import type { FlowEnd } from '../../funds/domain/model.ts';
import type { showActivity, VersionOrigin } from '../domain/contract.ts';
import { ownLanguage } from './Narrative.tsx';
import { OrganisationName } from './OrganisationName.tsx';
import { reportedMoney } from './reported.ts';

type Row = z.output<(typeof showActivity)['output']>['shown']['transactions'][number];
type Props = { transactions: Row[]; origin: z.output<typeof VersionOrigin>; identifier: string };

/** Money as published, row by row, each with the line of the file it comes from. */
export function TransactionsTable({ transactions, origin, identifier }: Props) {
  const text = useText();
  const types = [...new Set(transactions.map((t) => t.type ?? '?'))].sort((a, b) => Number(a) - Number(b));
  const [type, setType] = useState<string>('all');
  if (transactions.length === 0) return null;
  const typeName = (t: string) => text.maybe(`transaction.${t}`) ?? t;
  const rows = type === 'all' ? transactions : transactions.filter((t) => (t.type ?? '?') === type);
  const parties = transactions.some((t) => named(t.provider) || named(t.receiver));
  const columns: Column<Row>[] = [
    {
      id: 'type', head: text('money.column.type'), name: true, width: '27%',
      cell: (t) => (
        <>
          {t.type === null ? <Content>{t.typeAsPublished}</Content> : typeName(t.type)}
          {t.descriptions.length > 0 && (
            <span className="data-table__sub">
              <Content>{ownLanguage(t.descriptions, text.locale.tag)?.text.slice(0, 160)}</Content>
            </span>
          )}
        </>
      ),
    },
    { id: 'on', head: text('money.column.day'), width: '7.25rem', card: 'bare', cell: (t) => t.transactionOn !== null && <Day on={t.transactionOn} /> },
    ...(parties ? [partyColumn(text('money.column.parties'))] : []),
    { id: 'value', head: text('money.column.amount'), numeric: true, width: '9.5rem', card: 'bare', cell: (t) => (t.value === null || t.currency === null ? <span className="quiet" data-content="">{t.valueAsPublished || text('money.unreadable')}</span> : <Figure figure={reportedMoney(t.value, t.currency, origin)} exact />) },
    { id: 'line', head: text('money.column.line'), numeric: true, width: '4.25rem', card: 'line', cell: (t) => <PlaceInFile short batchId={origin.batchId} file={origin.file ?? ''} line={t.line} record={identifier} value={t.value} /> },
  ];
  return (
    <Panel
      folds
      title={text('activity.transactions')}
      tools={types.length > 1 && <Segments label={text('money.column.type')} value={type} onChange={setType} options={[{ value: 'all', label: text('all') }, ...types.map((t) => ({ value: t, label: typeName(t) }))]} />}
    >
      <DataTable caption={text('activity.transactions')} columns={columns} rows={rows} rowKey={(t) => String(t.id)} />
    </Panel>
  );
}

const named = (end: FlowEnd | null): end is FlowEnd => end !== null && (end.ref !== null || end.names.length > 0);

function partyColumn(head: string): Column<Row> {
  return {
    id: 'parties',
    head,
    card: 'bare',
    cell: (t) => (
      <>
        {named(t.provider) && <OrganisationName of={t.provider} />}
        {named(t.receiver) && (
          <span className="transaction__to">
            <span aria-hidden="true">→</span>
            <OrganisationName of={t.receiver} />
          </span>
        )}
      </>
    ),
  };
}
