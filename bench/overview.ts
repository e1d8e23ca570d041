import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { corpusOf, realFiles } from '../test/generators/iati-corpus.ts';
import { emptyDirectory, measured, root } from './child.ts';
import { keep } from './results.ts';

/** How long an overview takes under any filter, against counting everything again. */
export async function benchOverview({ filters, size }: { filters: number; size: string }): Promise<void> {
  const data = emptyDirectory();
  const corpus = size === 'real' ? realFiles(root)[0]! : corpusOf(root, join(root, '.cache/bench'), Number(size)).path;
  try {
    const said = await measured('overview-once.ts', [data, corpus, String(filters)], { LOG_LEVEL: 'error' });
    const figure = (name: string) => Number(said[name]);
    keep('overview', size, { filters, medianMs: figure('medianMs'), p95Ms: figure('p95Ms'), slowestMs: figure('slowestMs'), recountMs: figure('recountMs'), share: figure('p95Ms') / figure('recountMs') });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
