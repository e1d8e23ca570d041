import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { corpusOf, realFiles } from '../test/generators/iati-corpus.ts';
import { emptyDirectory, measured, median, root, type Said } from './child.ts';
import { keep } from './results.ts';

/** Import against a bare parse of the same bytes: A B A B in one run, medians and their ratio. */
export async function benchImport({ rounds, sizes }: { rounds: number; sizes: readonly string[] }): Promise<void> {
  const folder = join(root, '.cache/bench');
  for (const size of sizes) {
    const files = size === 'real' ? realFiles(root) : [corpusOf(root, folder, Number(size)).path];
    if (files.length === 0) {
      process.stderr.write('import of the real files: left out, the folder shared is not beside this checkout\n');
      continue;
    }
    const parsed: Said[] = [];
    const imported: Said[] = [];
    for (let round = 0; round < rounds; round++) {
      parsed.push(await measured('parse-bare.ts', files));
      imported.push(await importInto(files));
      process.stderr.write(`import ${size}, round ${round + 1}: parse ${parsed.at(-1)!.seconds.toFixed(1)} s, import ${imported.at(-1)!.seconds.toFixed(1)} s, ${imported.at(-1)!.peakMegabytes} MB\n`);
    }
    const seconds = (said: Said[]) => median(said.map((s) => s.seconds));
    const counts = imported[0]!['counts'] as { records: number };
    keep('import', size, {
      files: files.length, records: counts.records, rounds, parseSeconds: seconds(parsed), importSeconds: seconds(imported), ratio: seconds(imported) / seconds(parsed),
      storedSeconds: median(imported.map((s) => Number(s['stored']))), peakStoredMegabytes: Math.max(...imported.map((s) => Number(s['peakStored']))), peakMegabytes: Math.max(...imported.map((s) => s.peakMegabytes)),
    });
  }
}

async function importInto(files: readonly string[]): Promise<Said> {
  const data = emptyDirectory();
  try {
    return await measured('import-once.ts', [data, ...files], { LOG_LEVEL: 'error' });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
