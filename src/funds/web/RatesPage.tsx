import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { useOperation } from '../../shell/api.ts';
import { may, useSession } from '../../shell/session.ts';
import { useText } from '../../shell/text.tsx';
import { upload } from '../../shell/upload.ts';
import { Content, Day, Identifier, LineNo } from '../../shell/ui/content.tsx';
import { DataTable, type Column } from '../../shell/ui/DataTable.tsx';
import { SelectField } from '../../shell/ui/Field.tsx';
import { PageHead } from '../../shell/ui/PageHead.tsx';
import { PageLink } from '../../shell/ui/PageLink.tsx';
import { Pending } from '../../shell/ui/Pending.tsx';
import { ProblemShow } from '../../shell/ui/ProblemShow.tsx';
import { FileButton } from '../../shell/ui/FileButton.tsx';
import { listRates, overview, setRates } from '../domain/contract.ts';
import './rates.css';

type Row = z.output<typeof listRates.output>[number];
type Done = z.output<typeof setRates.output>;

/** Which rate of exchange is used for which currency and time, and who says so; members can bring their own. */
export function RatesPage() {
  const text = useText();
  const who = useSession();
  const cache = useQueryClient();
  const asked = useOperation(listRates, {});
  const [done, setDone] = useState<Done | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [currency, setCurrency] = useState('');
  const currencies = useMemo(() => [...new Set((asked.data ?? []).map((r) => r.currency))].sort(), [asked.data]);
  const [audience, setAudience] = useState<'owner' | 'public'>('owner');
  const bring = async (files: File[]) => {
    setError(null);
    try {
      setDone(await upload(setRates, { audience }, files.slice(0, 1), () => undefined, new AbortController().signal));
      await cache.invalidateQueries({ predicate: (q) => q.queryKey[0] === listRates.id || q.queryKey[0] === overview.id });
    } catch (e) {
      setError(e);
    }
  };
  const columns: Column<Row>[] = [
    { id: 'currency', head: text('dimension.currency'), name: true, width: '6rem', cell: (r) => <Identifier>{r.currency}</Identifier> },
    { id: 'from', head: text('rates.from'), cell: (r) => <Day on={r.from} /> },
    { id: 'to', head: text('rates.to'), cell: (r) => <Day on={r.to} /> },
    { id: 'rate', head: text('rates.per-dollar'), numeric: true, cell: (r) => <span data-rate="">{text.intl.formatNumber(Number(r.perUsd), { maximumSignificantDigits: 8 })}</span> },
    {
      id: 'source', head: text('rates.source'), width: '40%',
      cell: (r) => (
        <>
          <Content>{r.source}</Content> {r.own && <span className="tag tag--good">{text('rates.own')}</span>}
        </>
      ),
    },
  ];
  return (
    <>
      <PageHead
        title={text('rates.title')}
        documentTitle={text('rates.title')}
        above={<PageLink to="/money">{text('money.title')}</PageLink>}
        lead={text('rates.lead')}
      />
      <div className="rates__tools">
        <SelectField label={text('dimension.currency')} value={currency} onChoose={setCurrency} choices={[{ value: '', label: text('rates.all-currencies') }, ...currencies.map((c) => ({ value: c, label: c, content: true }))]} />
        {may(who, 'funds:write') && (
          <div className="rates__bring">
            {may(who, 'access:administer') && (
              <SelectField label={text('rates.for')} value={audience} onChoose={(a) => setAudience(a as 'owner')} choices={[{ value: 'owner', label: text('rates.for-us') }, { value: 'public', label: text('rates.for-all') }]} />
            )}
            <FileButton kind="plain" accept=".csv,text/csv" onFiles={(files) => void bring(files)} label={text('rates.bring')} />
          </div>
        )}
      </div>
      {error !== null && <ProblemShow error={error} />}
      {done !== null && (
        <div className="note note--good" role="status">
          <div>
            <p data-page="">{text('rates.done', { n: done.rates })}</p>
            <ul>
              {done.problems.map((p) => (
                <li key={p.line}>
                  {text.rich('rates.problem', { line: <LineNo line={p.line} />, what: <Content>{p.what}</Content> })}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <Pending of={asked} lines={12}>
        {(rates) => <DataTable key={currency} caption={text('rates.title')} columns={columns} rows={rates.filter((r) => currency === '' || r.currency === currency)} rowKey={(r) => `${r.currency}${r.from}${r.own}`} />}
      </Pending>
    </>
  );
}
