/**
 * Where the time of a recount goes, and how long overviews take beside it, over an imported corpus.
 *
 *   npx tsx bench/ledger.ts [MEGABYTES=200] [ROUNDS=5] [FILTERS=100] [DATA DIRECTORY: kept, and used again]
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeIn, showBatch } from '../src/intake/domain/contract.ts';
import { breakdown, overview, type Dimension } from '../src/funds/domain/contract.ts';
import { recountScope } from '../src/funds/server/recount.ts';
import { uploads } from '../src/cli/file-input.ts';
import { runnerOn } from '../src/cli/local-runner.ts';
import { STRANGER } from '../src/kernel/audience.ts';
import { parseConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import { corpusOf } from '../test/generators/iati-corpus.ts';
import { seeded } from '../test/generators/seeded.ts';
import { median, peakMegabytes, percentile, root } from './child.ts';

const [size = '200', rounds = '5', filters = '100', kept] = process.argv.slice(2);
const data = kept ?? mkdtempSync(join(tmpdir(), 'tessera-bench-'));
const config = parseConfig({ TESSERA_DATA: data, LOG_LEVEL: 'error' }, process.cwd());
const database = await openDatabase(config, { as: 'guest' });
const runner = await runnerOn(database, config);
const pause = () => new Promise((resolve) => { setTimeout(resolve, 200); });

async function bringCorpus(): Promise<void> {
  await runner.workOnJobs();
  let batch = await runner.run(takeIn, { audience: 'public', circleId: null }, uploads([corpusOf(root, join(root, '.cache/bench'), Number(size)).path]));
  while (batch.status === 'waiting' || batch.status === 'running') {
    await pause();
    batch = await runner.run(showBatch, { id: batch.id });
  }
  if (batch.status !== 'done') throw new Error(`batch ${batch.status}: ${batch.failure}`);
  while ((await runner.run(overview, {})).recounting) await pause();
}

/** Milliseconds that a process has worked, in the kernel's ticks of 10. NaN where there is no /proc. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

const keysOf = async (by: Dimension) => (await runner.run(breakdown, { by: [by], counting: 'naive', limit: 200 })).rows.map((r) => r.keys[0]!.key);

try {
  if ((await runner.run(overview, {})).naive.value === '0.00') await bringCorpus();
  const laps: Record<string, number>[] = [];
  let last = { transactions: 0, facts: 0 };
  for (let i = 0; i < Number(rounds); i++) {
    const cpu = process.cpuUsage();
    let ofDatabase = 0;
    const done = await database.app.transaction(STRANGER, async (tx) => {
      const { rows: [backend] } = await tx.query('select pg_backend_pid() as pid');
      const before = cpuOf(backend!['pid'] as number);
      const counted = await recountScope(tx);
      ofDatabase = cpuOf(backend!['pid'] as number) - before;
      return counted;
    }, { purpose: 'job', timeoutMs: 0, isolation: 'repeatable read' });
    const { user, system } = process.cpuUsage(cpu);
    laps.push({ ...done.ms, all: Object.values(done.ms).reduce((a, b) => a + b, 0), 'cpu of this process': Math.round((user + system) / 1000), 'cpu of the database': ofDatabase });
    last = done;
  }
  console.log(`${last.transactions} transactions, ${last.facts} facts; peak of this process ${peakMegabytes()} MB`);
  for (const lap of Object.keys(laps[0]!)) console.log(`${lap}: ${Math.round(median(laps.map((l) => l[lap]!)))} ms`);
  const chance = seeded(300);
  const [places, sectors, organisations, years] = [await keysOf('place'), await keysOf('sector'), await keysOf('organisation'), await keysOf('year')];
  const times: number[] = [];
  for (let i = 0; i < Number(filters); i++) {
    const input = {
      ...(chance.happens(0.5) && { place: chance.pick(places) }), ...(chance.happens(0.4) && { sector: chance.pick(sectors) }),
      ...(chance.happens(0.3) && { organisation: chance.pick(organisations) }), ...(chance.happens(0.4) && { year: Number(chance.pick(years)) || 2020 }),
      ...(chance.happens(0.15) && { within: [chance.pick(organisations), chance.pick(organisations)] }),
    };
    const started = performance.now();
    await runner.run(overview, input);
    times.push(performance.now() - started);
  }
  const all = median(laps.map((l) => l['all']!));
  console.log(`overview under ${filters} random filters: median ${median(times).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms = ${((percentile(times, 0.95) / all) * 100).toFixed(1)} % of a recount`);
} finally {
  await runner.close();
  if (kept === undefined) rmSync(data, { recursive: true, force: true });
}
