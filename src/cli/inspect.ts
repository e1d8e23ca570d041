import { exitCodes, type ExitCode } from './failure.ts';
import type { Named } from './file-input.ts';
import { grouped, table } from './table.ts';
import type { Voice } from './voice.ts';
import type { World } from './world.ts';

/** What each file says, all fields for programs, the most asked-for ones for people. */
export async function inspectFiles(voice: Voice, world: World, files: readonly Named[]): Promise<ExitCode> {
  let unknown = 0;
  for (const named of files) {
    for await (const { file, fields } of world.inspect(named)) {
      voice.object({ file, ...fields });
      if (fields['kind'] !== 'iati') unknown++;
      voice.say(summaryOf(file, fields));
    }
  }
  return unknown > 0 ? exitCodes.someKeptOut : exitCodes.fine;
}

const entries = (value: unknown) => Object.entries((value ?? {}) as Record<string, unknown>);
const listed = (value: unknown, most = 6) => {
  const all = entries(value).map(([k, v]) => `${k} (${String(v)})`);
  return all.length > most ? `${all.slice(0, most).join(', ')} and ${all.length - most} more` : all.join(', ') || '–';
};

const word = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function summaryOf(file: string, f: Record<string, unknown>): string {
  if (f['kind'] !== 'iati') return `${file}: not an IATI activity file (${word(f['looks_like']) || word(f['kind']) || 'unknown'})\n`;
  const facts: [string, unknown][] = [
    ['activities', `${String(f['activities'])} (${String(f['distinct_identifiers'])} identifiers)`],
    ['versions', listed(f['activity_versions'])],
    ['publishers', listed(f['publishers'])],
    ['transactions', `${String(f['transactions'])}: types ${listed(f['transactions_by_type'], 12)}`],
    ['values', `${String(f['negative_values'])} negative, ${String(f['zero_values'])} zero, ${String(f['missing_values'])} missing, ${String(f['unparseable_values'])} unreadable`],
    ['migration codes', listed(f['activities_by_migration_code'], 8)],
    ['countries', f['distinct_recipient_countries']],
    ['budgets, results', `${String(f['budgets'])}, ${String(f['results'])}`],
  ];
  const sums = entries(f['transaction_value_sums']).map(([key, value]) => ({ key, value: String(value) }));
  return [
    file,
    table(facts.map(([name, value]) => ({ name, value })), [{ title: '', of: (r) => `  ${r.name}` }, { title: '', of: (r) => String(r.value) }], 110).replace(/^\s*\n/, ''),
    table(sums, [{ title: '  currency|type', of: (r) => `  ${r.key}` }, { title: 'sum as published', of: (r) => grouped(r.value), right: true }]),
    '',
  ].join('\n');
}
