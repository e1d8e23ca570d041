import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { parseConfig } from '../platform/config.ts';
import { runCommandLine } from './command-line.ts';
import { runnerOn } from './local-runner.ts';
import { machine } from './machine.ts';

/** Figures of 24 real files, measured by others with other programs; they lie beside the checkout, not in it. */
const shared = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/data/activities');
const there = existsSync(join(shared, 'measured.json'));
const why = 'the folder shared, with the real files and their measured figures, is not beside this checkout';

type Measured = { files: Record<string, Record<string, unknown>>; totals_over_iati_files: Record<string, unknown> };
const measured = there ? (JSON.parse(readFileSync(join(shared, 'measured.json'), 'utf8')) as Measured) : { files: {}, totals_over_iati_files: {} };
const names = Object.keys(measured.files).filter((name) => measured.files[name]!['kind'] === 'iati');
const paths = names.map((name) => join(shared, name));

/** libxml2 words its messages by itself, and stops at a root of another version where we go on: not comparable. */
const ofLibxml2 = new Set(['xsd_2_03_errors', 'xsd_2_03_error_kinds']);
/** 1.0x letters and what they became. */
const types: Record<string, string> = { IF: '1', C: '2', D: '3', E: '4', IP: '5', LR: '6', R: '7', QP: '8', QS: '9', CG: '10' };

describe('measured by others', () => {
  let db: TestDatabase;
  let out = '';
  const tessera = async (...argv: string[]) => {
    out = '';
    const code = await runCommandLine([...argv, '--json'], {
      ...machine(), out: (text) => void (out += text), watched: false,
      openRunner: () => runnerOn({ app: db.app, appConnection: db.appConnection, jobsConnection: db.jobsConnection, close: async () => {} }, parseConfig({ LOG_LEVEL: 'silent' }, '.')),
    });
    return { code, objects: out === '' ? [] : out.trimEnd().split('\n').map((l) => JSON.parse(l) as Record<string, unknown>) };
  };
  beforeAll(async () => { db = await freshDatabase(); });
  afterAll(() => db.dispose());

  test('inspect finds every figure of every file', async ({ skip }) => {
    skip(!there, why);
    const { objects } = await tessera('inspect', ...paths);
    const different: string[] = [];
    for (const [i, name] of names.entries()) {
      for (const [field, value] of Object.entries(measured.files[name]!)) {
        if (!ofLibxml2.has(field) && JSON.stringify(sorted(objects[i]![field])) !== JSON.stringify(sorted(value))) different.push(`${name} ${field}`);
      }
    }
    expect(different).toEqual([]);
    expect(objects.length).toBe(24);
  }, 120_000);

  test('after an import, overview adds up to the same exact sums by currency and type', async ({ skip }) => {
    skip(!there, why);
    const imported = await tessera('import', ...paths);
    expect(imported.objects[0]).toMatchObject({ kind: 'batch', status: 'done', records: measured.totals_over_iati_files['activities'] });
    const { objects } = await tessera('overview', '--by', 'currency,transaction-type', '--counting', 'naive');
    const found = Object.fromEntries(objects.map((o) => [`${String(o['currency'])}|${String(o['transactionType'])}`, plain(String(o['value']))]));
    const expected: Record<string, string> = {};
    for (const [key, value] of Object.entries(measured.totals_over_iati_files['transaction_value_sums'] as Record<string, string>)) {
      const [currency, type] = key.split('|') as [string, string];
      const normal = `${currency}|${types[type] ?? type}`;
      expected[normal] = plain(added(expected[normal] ?? '0', value));
    }
    expect(found).toEqual(expected);
  }, 240_000);
});

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;

/** The sum of two decimals, by whole numbers of an independent kind: what is tested must not test itself. */
function added(a: string, b: string): string {
  const places = Math.max(...[a, b].map((t) => t.split('.')[1]?.length ?? 0));
  const units = (t: string) => BigInt(t.replace('.', '') + '0'.repeat(places - (t.split('.')[1]?.length ?? 0)));
  const digits = (units(a) + units(b)).toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** `1.50` and `1.5` are the same number. */
const plain = (t: string) => (t.includes('.') ? t.replace(/\.?0+$/, '') : t);
