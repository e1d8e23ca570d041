import Cursor from 'pg-cursor';
import { stringify } from 'csv-stringify/sync';
import { harmless } from '../../intake/domain/csv-cell.ts';
import type { Figure } from '../../kernel/figure.ts';
import type { Day } from '../../kernel/values.ts';
import type { Tx } from '../../platform/db/pool.ts';
import { camelRow } from '../../platform/db/rows.ts';
import type { MoneyFilter } from '../domain/contract.ts';
import type { Frame } from './figures.ts';
import { publishersOf } from './parties.ts';
import { listed, ListedRow, partsOf, shown, type Flow } from './rows.ts';
import type { Seen } from './run.ts';
import { selectionOf } from './selection.ts';

const head = [
  'transaction', 'activity', 'title', 'type', 'day', 'provider', 'provider_name', 'receiver', 'receiver_name', 'published_amount', 'published_currency', 'amount', 'currency', 'bucket', 'seen', 'repeated',
  'rate', 'rate_day', 'rate_source', 'file', 'line', 'batch', 'sources', 'as_of', 'freshness', 'reliability', 'credibility', 'grade', 'method',
];

const AT_ONCE = 500;
const ALL = 10_000_000;

/** Every row of a view with its rate, its origin and its passport, a few hundred lines at a time. */
export async function* moneyAsCsv(tx: Tx, seen: Seen, filter: MoneyFilter, today: Day): AsyncGenerator<string> {
  const { run } = seen;
  // Before the first line: what is refused must not end as half a file.
  const s = run && (await selectionOf(tx, run, filter));
  yield stringify([head], { bom: true });
  if (!run || !s) return;
  const frame: Frame = { run, publishers: await publishersOf(tx, run, today), completeness: null, year: filter.year };
  const parts = await partsOf(tx, s, { seen: [], only: [] });
  const cursor = tx.client.query(new Cursor<Record<string, unknown>>(listed(parts.sql, parts.params.length), [...parts.params, ALL, 0]));
  try {
    for (let rows = await cursor.read(AT_ONCE); rows.length > 0; rows = await cursor.read(AT_ONCE)) {
      const flows = await shown(tx, frame, rows.map((row) => ListedRow.parse(camelRow(row))), filter);
      yield stringify(flows.map(lineOf));
    }
  } finally {
    await cursor.close();
  }
}

function lineOf(f: Flow): string[] {
  const { passport: p, value } = f.figure as Figure;
  const rate = p.rates[0];
  return [
    f.transactionId, f.identifier, f.title, f.type, f.on, f.provider?.key, f.provider?.name, f.receiver?.key, f.receiver?.name, f.published?.amount, f.published?.currency,
    value, f.figure.unit.kind === 'money' ? f.figure.unit.currency : '', f.bucket, f.seen, f.repeated, rate?.rate, rate?.on, rate?.source, f.file, f.line, f.batchId,
    p.sources.map((s) => s.key ?? s.name).join(' '), p.asOf, p.freshness, p.reliability, p.credibility, p.grade, p.method.name,
  ].map((v) => harmless(v === null || v === undefined ? '' : String(v)));
}
