/**
 * `npm run bench` measures everything; `npm run bench -- import --rounds 3 --sizes real,50,200` one question. Ratios are
 * of the same run; seconds are printed beside and never asserted. The figures go to bench/results.json and docs/benchmarks.md.
 * Ends with 1 when a ratio or the memory misses its target.
 */
import { Command } from 'commander';
import { benchImport } from './import.ts';
import { benchOverview } from './overview.ts';
import { benchStart } from './start.ts';
import { writeTables } from './table.ts';
import { missed } from './targets.ts';

const program = new Command('bench')
  .argument('[questions...]', 'import, overview, start, table; all when none is named')
  .option('--rounds <n>', 'how often each side runs', Number, 3)
  .option('--sizes <list>', 'real, or megabytes', (text: string) => text.split(','), ['real', '50', '200'])
  .option('--filters <n>', 'how many random filters', Number, 300)
  .parse();
const { rounds, sizes, filters } = program.opts<{ rounds: number; sizes: string[]; filters: number }>();
const asked = program.args.length > 0 ? program.args : ['import', 'overview', 'start'];
if (asked.includes('import')) await benchImport({ rounds, sizes });
if (asked.includes('overview')) await benchOverview({ filters, size: sizes.at(-1)! });
if (asked.includes('start')) await benchStart({ rounds });
writeTables();
for (const line of missed(asked)) {
  process.stderr.write(`missed: ${line}\n`);
  process.exitCode = 1;
}
