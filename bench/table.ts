import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './child.ts';
import { all, machine, type Kept } from './results.ts';
import { targets } from './targets.ts';

const page = join(root, 'docs/benchmarks.md');
const [BEGIN, END] = ['<!-- measured: written by npm run bench -->', '<!-- end of measured -->'];

const n = (value: number | undefined, digits = 1) => (value === undefined ? '–' : value.toFixed(digits));
const names: Record<string, string> = { real: 'the 24 real files', '50': 'corpus of 50 MB', '200': 'corpus of 200 MB' };

function rows(question: string, head: string[], row: (k: Kept) => string[]): string {
  const found = all().filter((k) => k.question === question);
  if (found.length === 0) return '_Not measured yet._';
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...found.map((k) => line(row(k)))].join('\n');
}

/** The tables of docs/benchmarks.md, from what was measured. */
export function tables(): string {
  return [
    `Machine: ${machine()}.`,
    '### Import\n',
    rows('import', ['what', 'rounds', 'activities', 'bare parse, s', 'import, s', 'of it stored, s', 'ratio', 'target', 'peak memory, MB', 'of it until stored', 'target', 'measured on'], (k) => [
      names[k.of] ?? k.of, n(k.figures['rounds'], 0), n(k.figures['records'], 0), n(k.figures['parseSeconds']), n(k.figures['importSeconds']), n(k.figures['storedSeconds']), `**${n(k.figures['ratio'], 2)}×**`, `≤ ${targets.import.ratio}×`, `**${n(k.figures['peakMegabytes'], 0)}**`, n(k.figures['peakStoredMegabytes'], 0), `< ${targets.import.peakMegabytes}`, k.at]),
    '### Overview\n',
    rows('overview', ['what', 'filters', 'median, ms', 'p95, ms', 'recount, ms', 'p95 of a recount', 'target', 'measured on'], (k) => [
      names[k.of] ?? k.of, n(k.figures['filters'], 0), n(k.figures['medianMs'], 0), n(k.figures['p95Ms'], 0), n(k.figures['recountMs'], 0), `**${n((k.figures['share'] ?? Number.NaN) * 100)} %**`, `≤ ${targets.overview.share * 100} %`, k.at]),
    '### Start\n',
    rows('start', ['what', 'first start, s', 'aim', 'second start, s', 'aim', 'measured on'], (k) => [k.of, n(k.figures['firstSeconds']), '30', n(k.figures['secondSeconds']), '5', k.at]),
  ].join('\n\n');
}

/** Writes the measured part of the page; the words around it are ours and stay. */
export function writeTables(): void {
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`docs/benchmarks.md has lost its marks ${BEGIN} and ${END}`);
  writeFileSync(page, `${before}${BEGIN}\n\n${tables()}\n\n${END}${after}`);
}
