import { stringify } from 'csv-stringify/sync';
import Cursor from 'pg-cursor';
import { harmless } from '../../intake/domain/csv-cell.ts';
import type { Tx } from '../../platform/db/pool.ts';
import { camelRow } from '../../platform/db/rows.ts';
import { placeName } from '../../places/domain/place.ts';
import { passportOfRow, recordsOf, type Records } from './figures.ts';
import { exportQuery, RowOfExport, type ActivityFilter } from './view-store.ts';
import type { z } from 'zod';

/** Columns with their HXL hashtags (hxlstandard.org): who the reader is decides what is in them, not what they are. */
const columns: readonly (readonly [string, string])[] = [
  ['identifier', '#activity+code'], ['title', '#activity+name'], ['reporter_key', '#org+reporting+code'], ['reporter', '#org+reporting+name'], ['status', '#status+code'],
  ['starts_on', '#date+start'], ['ends_on', '#date+end'], ['ends_for_sure', '#meta+date+end+actual'], ['places', '#country+code+list'], ['place_names', '#country+name+list'], ['sectors', '#sector+code+list'],
  ['spent', '#value+spent'], ['currency', '#value+currency'], ['versions', '#meta+versions'], ['illustrative', '#meta+illustrative'],
  ['owner', '#meta+owner'], ['audience', '#meta+audience'], ['source', '#meta+source'], ['file', '#meta+file'], ['line', '#meta+line'], ['batch', '#meta+batch'], ['standard', '#meta+standard'], ['last_updated_on', '#date+updated'],
  ['as_of', '#date+asof'], ['freshness', '#meta+freshness'], ['reliability', '#meta+reliability'], ['credibility', '#meta+credibility'], ['grade', '#meta+grade'], ['because', '#meta+grade+reason'],
  ['elements_given', '#meta+elements+given'], ['elements_expected', '#meta+elements+expected'], ['errors', '#meta+errors'], ['conflicts', '#meta+conflicts'],
];
const AT_ONCE = 500;

/** Activities of a view as a table: one row each, or one for each currency in which money was spent. */
export async function* activitiesAsCsv(tx: Tx, filter: ActivityFilter, today: string): AsyncGenerator<string> {
  yield stringify([columns.map(([name]) => name), columns.map(([, tag]) => tag)], { bom: true });
  const records = await recordsOf(tx, null);
  const { text, values } = exportQuery(filter);
  const cursor = tx.client.query(new Cursor<Record<string, unknown>>(text, values));
  try {
    for (let rows = await cursor.read(AT_ONCE); rows.length > 0; rows = await cursor.read(AT_ONCE)) yield stringify(rows.flatMap((row) => linesOf(RowOfExport.parse(camelRow(row)), records, today)));
  } finally {
    await cursor.close();
  }
}

function linesOf(r: z.infer<typeof RowOfExport>, records: Records, today: string): string[][] {
  const p = passportOfRow(r, records, null, today);
  const sums = Object.entries(r.spent).sort(([a], [b]) => (a < b ? -1 : 1));
  return (sums.length === 0 ? [[r.currency ?? '', ''] as const] : sums).map(([currency, spent]) => [
    r.identifier, r.title, r.reportingKey, r.reportingName, r.status, r.startsOn, r.endsOn, r.endsForSure, r.places.join('; '), r.places.map((c) => placeName(c, 'en')).join('; '), r.sectors.join('; '),
    spent, currency, r.versions, r.illustrative, r.owner, r.audience, r.source, r.file, r.line, r.batchId, r.standard, r.lastUpdatedOn,
    p.asOf, p.freshness, p.reliability, p.credibility, p.grade, p.because.map((b) => b.code).join('; '), r.elementsGiven, r.elementsExpected, r.errors, p.conflicts,
  ].map((cell) => harmless(cell === null ? '' : String(cell))));
}
