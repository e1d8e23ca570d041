import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationTotals, type DemonstrationTotals } from '../../demo/truth.ts';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { parseConfig } from '../platform/config.ts';
import { runCommandLine } from './command-line.ts';
import { runnerOn } from './local-runner.ts';
import { machine } from './machine.ts';

const demo = join(dirname(fileURLToPath(import.meta.url)), '../../demo');
const files = readdirSync(join(demo, 'iati')).sort().map((name) => join(demo, 'iati', name));

/** The demonstration through the commands, on a real database: what is printed against what its tables say is true. */
describe('the demonstration, from its files to its totals', () => {
  let db: TestDatabase;
  let said = '';
  const config = parseConfig({ LOG_LEVEL: 'silent' }, '.');
  const tessera = async (...argv: string[]) => {
    said = '';
    const code = await runCommandLine(argv, {
      ...machine(), out: (text) => void (said += text), outPiece: async (piece) => void (said += String(piece)), err: (text) => void (said += text), watched: false,
      openRunner: () => runnerOn({ app: db.app, appConnection: db.appConnection, jobsConnection: db.jobsConnection, close: async () => {} }, config),
    });
    return { code, objects: argv.includes('--json') && said !== '' ? said.trimEnd().split('\n').map((l) => JSON.parse(l) as Record<string, unknown>) : [] };
  };
  beforeAll(async () => { db = await freshDatabase(); });
  afterAll(() => db.dispose());

  const totals = demonstrationTotals(demo);
  const inCents = (value: unknown) => Math.round(Number(value) * 100);
  const shown = async (counting: string) => new Map((await tessera('overview', '--by', 'currency', '--counting', counting, '--json')).objects.map((r) => [r['currency'], inCents(r['value'])]));

  test('one activity of 62 is kept out, and the command says so with 3', async () => {
    const { code, objects } = await tessera('import', ...files, '--json');
    expect(code).toBe(3);
    expect(objects[0]).toMatchObject({ kind: 'batch', id: 1, status: 'done', records: 62, added: 61, keptOut: 1 });
    expect(objects.filter((o) => o['kind'] === 'file').length).toBe(6);
    expect(objects.find((o) => o['severity'] === 'critical')).toMatchObject({ code: 'iati.identifier-missing', times: 1 });
  }, 60_000);

  test.each(['naive', 'entry', 'end', 'retained'] as const)('%s is what the tables say, to the cent', async (counting) => {
    const found = await shown(counting);
    for (const t of totals) expect([t.currency, found.get(t.currency)]).toEqual([t.currency, t[counting satisfies keyof DemonstrationTotals]]);
  });

  test('rows by currency and type add up to the naive sum', async () => {
    const { objects } = await tessera('overview', '--by', 'currency,transaction-type', '--json');
    expect(Object.keys(objects[0]!)).toEqual(['currency', 'transactionType', 'value', 'count']);
    const spent = objects.filter((o) => o['currency'] === 'EUR' && ['3', '4'].includes(String(o['transactionType'])));
    expect(spent.reduce((sum, o) => sum + inCents(o['value']), 0)).toBe(totals[0]!.naive);
  });

  test('the cycle is named, and parts by place add up to the total', async () => {
    const { objects } = await tessera('overview', '--json');
    expect(objects.find((o) => o['kind'] === 'cycle')).toMatchObject({ organisations: expect.arrayContaining(['XX-DEMO-NET', 'XX-DEMO-RDA']) as unknown });
    const entry = objects.find((o) => o['kind'] === 'total' && o['counting'] === 'entry')!;
    const parts = (await tessera('overview', '--by', 'place', '--json')).objects;
    expect(parts.reduce((sum, p) => sum + inCents(p['value']), 0)).toBe(inCents(entry['value']));
  });

  test('the same files again add nothing; exports have rows; undo leaves nothing', async () => {
    const again = await tessera('import', ...files, '--json');
    expect(again.objects.filter((o) => o['kind'] === 'file').every((o) => o['sameAs'] !== null)).toBe(true);
    expect((await tessera('export', 'csv')).code).toBe(0);
    expect(said.split('\n').length).toBeGreaterThan(150);
    expect((await tessera('undo', '1')).code).toBe(1);   // the second brought the same
    for (const batch of ['2', '1']) expect((await tessera('undo', batch)).code).toBe(0);
    expect((await tessera('overview', '--by', 'currency', '--json')).objects).toEqual([]);
  }, 60_000);
});
