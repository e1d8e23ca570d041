import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes src/funds/domain/annual-rates.ts from a CSV of annual averages (columns year, currency, units_per_usd).
 * Run it when the source has another year: `npx tsx scripts/transcribe-annual-rates.ts FILE.csv`.
 */
const [file] = process.argv.slice(2);
if (!file) throw new Error('name the CSV file with the columns year, currency, units_per_usd');

const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
if (header !== 'year,currency,units_per_usd') throw new Error(`unexpected columns: ${header}`);

const byCurrency = new Map<string, Map<number, string>>();
for (const line of lines) {
  const [year, currency, perUsd] = line.split(',') as [string, string, string];
  if (!/^\d{4}$/.test(year) || !/^[A-Z]{3}$/.test(currency) || !(Number(perUsd) >= 0)) throw new Error(`unreadable line: ${line}`);
  // Six places after the point leave fewer than three digits of currencies that were later divided by millions: no rate.
  if (Number(perUsd) < 0.0001) continue;
  const shortest = perUsd.includes('.') ? perUsd.replace(/\.?0+$/, '') : perUsd;
  byCurrency.set(currency, (byCurrency.get(currency) ?? new Map<number, string>()).set(Number(year), shortest));
}

const rows = [...byCurrency].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, years]) => {
  const first = Math.min(...years.keys());
  const last = Math.max(...years.keys());
  // A year that the source leaves out stays an empty place between two blanks.
  const values = Array.from({ length: last - first + 1 }, (_, i) => years.get(first + i) ?? '-');
  return `${currency} ${first} ${values.join(' ')}`;
});

const all = [...byCurrency.values()].flatMap((years) => [...years.keys()]);
writeFileSync('src/funds/domain/annual-rates.ts', `/**
 * National currency units per US dollar, average of the year: International Monetary Fund, International Financial
 * Statistics, series ENDA, ${Math.min(...all)} to ${Math.max(...all)}, as transcribed by codeforIATI/imf-exchangerates (commit 89e77b6b12).
 * Made by scripts/transcribe-annual-rates.ts. One line a currency: code, first year, then one figure a year (\`-\`: none).
 */
export const annualRatesSource = 'annual average, IMF International Financial Statistics (ENDA)';

export const annualRates = \`
${rows.join('\n')}
\`;
`);
