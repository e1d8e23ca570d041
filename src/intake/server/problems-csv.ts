import Cursor from 'pg-cursor';
import { stringify } from 'csv-stringify/sync';
import type { Severity } from '../../kernel/problem.ts';
import type { Tx } from '../../platform/db/pool.ts';
import { iatiProblems } from '../../standards/iati/problems.ts';
import { harmless } from '../domain/csv-cell.ts';
import { intakeProblems, sentence } from '../domain/problems.ts';
import { allProblems, ProblemLine } from './problem-store.ts';

const texts: Readonly<Record<string, { what: string; mend: string }>> = { ...intakeProblems, ...iatiProblems };
const head = ['severity', 'code', 'what', 'how_to_mend', 'file', 'line', 'xpath', 'record', 'value'];
const AT_ONCE = 1000;

/** Every problem of a batch with what is wrong and how to mend it, a thousand lines at a time. */
export async function* problemsAsCsv(tx: Tx, batchId: number, severity: Severity | undefined): AsyncGenerator<string> {
  yield stringify([head], { bom: true });
  const { text, values } = allProblems(batchId, severity);
  const cursor = tx.client.query(new Cursor<Record<string, unknown>>(text, values));
  try {
    for (let rows = await cursor.read(AT_ONCE); rows.length > 0; rows = await cursor.read(AT_ONCE)) yield stringify(rows.map((row) => lineOf(ProblemLine.parse(row))));
  } finally {
    await cursor.close();
  }
}

function lineOf(p: ReturnType<typeof ProblemLine.parse>): string[] {
  const known = texts[p.code];
  const all = { ...p.params, value: p.value };
  return [p.severity, p.code, sentence(known?.what ?? '', all), sentence(known?.mend ?? '', all), p.file, p.line, p.xpath, p.record, p.value].map((v) => harmless(v === null ? '' : String(v)));
}
