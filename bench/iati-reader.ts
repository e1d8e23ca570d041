/**
 * How much longer does reading and judging IATI take than a bare parse of the same bytes by the same parser?
 * Both run in this process, in turns; the ratio of the medians is printed, and of the fastest runs.
 *
 *   npx tsx bench/iati-reader.ts [FOLDER OF IATI FILES] [MEGABYTES=50] [ROUNDS=7]
 *
 * The corpus is made of the folder's files, their activities under new identifiers, until it is large enough; without
 * the folder, of the golden files of this project.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { createReader } from '../src/standards/iati/read.ts';

const CHUNK = 64 * 1024;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.xml(\.gz)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Texts of the files, over and over, each time under other identifiers. */
export function corpus(folder: string, characters: number): string[] {
  const texts = filesIn(folder).map((path) => {
    const bytes = readFileSync(path);
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  });
  const made: string[] = [];
  for (let total = 0, copy = 0; total < characters; copy++) {
    for (const text of texts) {
      made.push(copy === 0 ? text : text.replaceAll(/(<iati-identifier>\s*)([^<]*?)(\s*<)/g, `$1$2-copy${copy}$3`));
      total += made.at(-1)!.length;
      if (total >= characters) break;
    }
  }
  return made;
}

/** CPU milliseconds of this process and its threads: other work on the machine disturbs them less than the clock. */
function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function bare(texts: readonly string[]): number {
  return timed(() => {
    let count = 0;
    for (const text of texts) {
      const parser = new SaxesParser();
      parser.on('opentag', () => void count++);
      parser.on('text', () => void count++);
      parser.on('closetag', () => void count++);
      for (let i = 0; i < text.length; i += CHUNK) parser.write(text.slice(i, i + CHUNK));
      parser.close();
    }
  });
}

export function ours(texts: readonly string[]): number {
  return timed(() => {
    let count = 0;
    const sink = { activity: (read: { transactions: unknown[] }) => void (count += read.transactions.length), problem: () => void count++ };
    for (const text of texts) {
      const reader = createReader({ today: '2026-11-22' }, sink);
      for (let i = 0; i < text.length; i += CHUNK) reader.write(text.slice(i, i + CHUNK));
      reader.end();
    }
  });
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

if (process.argv[1]?.includes('iati-reader')) {
  const [folder = 'test/golden/iati', megabytes = '50', rounds = '7'] = process.argv.slice(2);
  const texts = corpus(folder, Number(megabytes) * 2 ** 20);
  const times = { bare: [] as number[], ours: [] as number[] };
  // The first round warms up and is not counted.
  for (let round = 0; round <= Number(rounds); round++) {
    const [b, o] = [bare(texts), ours(texts)];
    if (round > 0) {
      times.bare.push(b);
      times.ours.push(o);
    }
  }
  const size = texts.reduce((sum, text) => sum + text.length, 0) / 2 ** 20;
  console.log(`corpus ${size.toFixed(1)} million characters in ${texts.length} files`);
  console.log(`bare saxes ${median(times.bare).toFixed(0)} ms, reader with judgement ${median(times.ours).toFixed(0)} ms (CPU, medians of ${rounds})`);
  console.log(`ratio of medians ${(median(times.ours) / median(times.bare)).toFixed(2)}, of the fastest ${(Math.min(...times.ours) / Math.min(...times.bare)).toFixed(2)}`);
}
