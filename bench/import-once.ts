/** From files to counted totals, through the operations of the product, in an open and empty data directory. */
import { takeIn, showBatch } from '../src/intake/domain/contract.ts';
import { overview } from '../src/funds/domain/contract.ts';
import { uploads } from '../src/cli/file-input.ts';
import { openLocalRunner } from '../src/cli/local-runner.ts';
import { parseConfig } from '../src/platform/config.ts';
import { peakMegabytes, say } from './child.ts';

const [data, ...files] = process.argv.slice(2);
const runner = await openLocalRunner(parseConfig({ TESSERA_DATA: data! }, process.cwd()));
try {
  await runner.workOnJobs();
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  let batch = await runner.run(takeIn, { audience: 'public', circleId: null }, uploads(files));
  const kept = seconds();
  const pause = () => new Promise((resolve) => { setTimeout(resolve, 100); });
  while (batch.status === 'waiting' || batch.status === 'running') {
    await pause();
    batch = await runner.run(showBatch, { id: batch.id });
  }
  if (batch.status !== 'done') throw new Error(`batch ${batch.status}: ${batch.failure}`);
  const [stored, peakStored] = [seconds(), peakMegabytes()];
  while ((await runner.run(overview, {})).recounting) await pause();
  say({ seconds: seconds(), peakMegabytes: peakMegabytes(), kept, stored, peakStored, counts: batch.counts });
} finally {
  await runner.close();
}
