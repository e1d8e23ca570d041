/** Overviews under random filters over an imported corpus, each asked once, and a full recount of its ledger. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeIn, showBatch } from '../src/intake/domain/contract.ts';
import { breakdown, overview, type Dimension } from '../src/funds/domain/contract.ts';
import { uploads } from '../src/cli/file-input.ts';
import { openLocalRunner } from '../src/cli/local-runner.ts';
import { parseConfig } from '../src/platform/config.ts';
import { seeded } from '../test/generators/seeded.ts';
import { median, peakMegabytes, percentile, say } from './child.ts';

const [data, corpus, count] = process.argv.slice(2);
const runner = await openLocalRunner(parseConfig({ TESSERA_DATA: data! }, process.cwd()));
const pause = () => new Promise((resolve) => { setTimeout(resolve, 20); });

/** Brings a file; answers the milliseconds of storing it, and those of the recount of everything that follows. */
async function bring(file: string): Promise<{ storedMs: number; countedMs: number }> {
  const started = performance.now();
  let batch = await runner.run(takeIn, { audience: 'public', circleId: null }, uploads([file]));
  while (batch.status === 'waiting' || batch.status === 'running') {
    await pause();
    batch = await runner.run(showBatch, { id: batch.id });
  }
  if (batch.status !== 'done') throw new Error(`batch ${batch.status}: ${batch.failure}`);
  const stored = performance.now();
  while ((await runner.run(overview, {})).recounting) await pause();
  return { storedMs: stored - started, countedMs: performance.now() - stored };
}

const keysOf = async (by: Dimension) => (await runner.run(breakdown, { by: [by], counting: 'naive', limit: 200 })).rows.map((r) => r.keys[0]!.key);

try {
  await runner.workOnJobs();
  await bring(corpus!);
  // One activity more makes the whole ledger be counted again: what a filter would cost if nothing were kept.
  const small = join(data!, 'one-more.xml');
  const recounts: number[] = [];
  for (let i = 0; i < 3; i++) {
    writeFileSync(small, `<iati-activities version="2.03"><iati-activity default-currency="EUR" last-updated-datetime="2024-01-0${i + 1}T00:00:00Z"><iati-identifier>XX-BENCH-1</iati-identifier><reporting-org ref="XX-BENCH" type="22"><narrative>Bench</narrative></reporting-org><title><narrative>One more ${i}</narrative></title></iati-activity></iati-activities>`);
    recounts.push((await bring(small)).countedMs);
  }
  const chance = seeded(300);
  const [places, sectors, organisations, years] = [await keysOf('place'), await keysOf('sector'), await keysOf('organisation'), await keysOf('year')];
  const filter = () => ({
    ...(chance.happens(0.5) && { place: chance.pick(places) }),
    ...(chance.happens(0.4) && { sector: chance.pick(sectors) }),
    ...(chance.happens(0.3) && { organisation: chance.pick(organisations) }),
    ...(chance.happens(0.4) && { year: Number(chance.pick(years)) || 2020 }),
    ...(chance.happens(0.15) && { within: [chance.pick(organisations), chance.pick(organisations)] }),
  });
  const times: number[] = [];
  for (let i = 0; i < Number(count); i++) {
    const input = filter();
    const started = performance.now();
    await runner.run(overview, input);
    times.push(performance.now() - started);
  }
  say({ seconds: times.reduce((a, b) => a + b, 0) / 1000, peakMegabytes: peakMegabytes(), medianMs: median(times), p95Ms: percentile(times, 0.95), slowestMs: Math.max(...times), recountMs: median(recounts) });
} finally {
  await runner.close();
}
