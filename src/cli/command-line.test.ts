import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { overview as overviewOperation } from '../funds/domain/contract.ts';
import { showBatch } from '../intake/domain/contract.ts';
import { moneyFigure } from '../kernel/figure.ts';
import { passport } from '../kernel/passport.ts';
import { Problem } from '../kernel/problem.ts';
import { runCommandLine } from './command-line.ts';
import { grouped, printable, table } from './table.ts';
import type { Runner, World } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ['one.xml', 'two.xml']) writeFileSync(join(folder, name), '<iati-activities/>');

const money = (value: string | null, currency = 'EUR') => moneyFigure(value, currency, passport({ sources: [{ name: 'A' }], method: { kind: 'counted' }, grade: 3, because: [] }));

type Batch = z.input<typeof showBatch.output>;
const counts = (keptOut: number) => ({ records: 3, added: 2, changed: 1 - Math.min(keptOut, 1), unchanged: 0, keptOut, problems: { critical: keptOut, error: 0, warning: 2, advice: 0 } });
const batch = (status: Batch['status'], keptOut = 0): Batch => ({
  id: 7, status, audience: 'public', circleId: null, owner: 'Us', createdBy: null, createdAt: '2026-01-02T03:04:05.000Z', startedAt: null, finishedAt: null, undoneAt: null, illustrative: false,
  progress: { phase: 'reading', bytesRead: 1, bytesTotal: 2, records: 0, problems: 0 }, counts: status === 'done' ? counts(keptOut) : null, failure: status === 'failed' ? 'The disk is full.' : null,
  files: [], mayUndo: true, standsInTheWay: [],
});
const totals = (recounting = false): z.input<typeof overviewOperation.output> => ({
  currency: 'EUR', naive: money('335'), receiverOnly: money('40'), entry: { ...money('140'), low: '120', high: '140' }, end: money('130'), retained: money('10'),
  buckets: [{ bucket: 'entered', figure: money('140'), flows: 2 }], repeated: { naive: money('0'), entry: money('0'), end: money('0'), transactions: 0 }, unconverted: [], boundary: { kind: 'default', organisations: 3, named: [] },
  traceable: { bothSides: money('160'), oneSided: money('85'), conflicting: money('0') }, cycles: [], circles: [], asOf: null, recounting,
});

type Answers = Record<string, unknown>;

/** A world in which every operation answers what the test says, and everything that is said is kept. */
function fake(answers: Answers = {}) {
  const said = { out: '', err: '', ran: [] as { id: string; input: unknown }[], data: '', closed: 0, jobs: 0, uploaded: [] as string[] };
  const next = (id: string): unknown => {
    const answer = answers[id];
    const one = Array.isArray(answer) && id !== 'intake.batches' && id !== 'organisations.list' && id !== 'intake.problems' ? (answer.length > 1 ? answer.shift() : answer[0]) : answer;
    if (one instanceof Error) throw one;
    return one;
  };
  const runner: Runner = {
    async run(operation, input, files) {
      said.ran.push({ id: operation.id, input });
      for await (const f of files ?? []) {
        said.uploaded.push(f.name);
        f.bytes.resume();
        await finished(f.bytes);
      }
      return operation.output.parse(next(operation.id)) as never;
    },
    async produce(operation, input, write) {
      said.ran.push({ id: operation.id, input });
      await write('a,b\n');
      await write('1,2\n');
      return 'rows.csv';
    },
    workOnJobs: async () => void said.jobs++,
    close: async () => void said.closed++,
  };
  const world: World = {
    out: (t) => void (said.out += t), outPiece: async (p) => void (said.out += String(p)), err: (t) => void (said.err += t), watched: false,
    environment: {}, directory: folder, pause: async () => {},
    openRunner: async (config) => ((said.data = config.dataDirectory), runner),
    async *inspect({ given }) { yield { file: given, fields: { kind: 'iati', activities: 2, transaction_value_sums: { 'GBP|C': '12.50' } } }; },
    async *rehearse({ given }) { yield { file: given, standard: '2.03', records: 4, keptOut: 1, problems: [{ code: 'iati.identifier-missing', severity: 'critical', times: 1, line: 9, record: null, values: {} }] }; },
    serve: async () => {},
  };
  return { world, said, run: (...argv: string[]) => runCommandLine(argv, world) };
}

const lines = (text: string) => text.trimEnd().split('\n').map((l) => JSON.parse(l) as Record<string, unknown>);

describe('wrong usage', () => {
  test.each([
    ['an unknown command', ['fly']],
    ['an unknown option', ['batches', '--colour']],
    ['a file that is not there', ['inspect', 'none.xml']],
    ['a dimension that does not exist', ['overview', '--by', 'weather']],
    ['dimensions that do not go together', ['overview', '--by', 'currency,place']],
    ['a counting that does not exist', ['overview', '--counting', 'twice']],
    ['a year in words', ['overview', '--year', 'last']],
    ['a batch without a number', ['undo', 'mine']],
    ['an audience that does not exist', ['import', 'one.xml', '--audience', 'friends']],
    ['another format', ['export', 'pdf']],
    ['a person without a role', ['user', 'add', 'a@example.org', '--organisation', 'Us']],
  ])('%s ends with 2 and says what is possible', async (_, argv) => {
    const { run, said } = fake();
    expect(await run(...argv)).toBe(2);
    expect(said.err.length).toBeGreaterThan(20);
    expect(said.out).toBe('');
    expect(said.ran).toEqual([]);
  });

  test('every file that is missing is named at once', async () => {
    const { run, said } = fake();
    expect(await run('import', 'one.xml', 'three.xml', 'four.xml', '.')).toBe(2);
    expect(said.err).toMatch(/three\.xml[\s\S]*four\.xml[\s\S]*is a folder/);
  });

  test('with --json a failure is one object too', async () => {
    const { run, said } = fake();
    expect(await run('inspect', 'none.xml', '--json')).toBe(2);
    expect(lines(said.err)).toEqual([{ kind: 'failure', problem: 'usage', what: 'There is no file none.xml.' }]);
  });
});

describe('help', () => {
  test('names every command and ends with 0', async () => {
    const { run, said } = fake();
    expect(await run('--help')).toBe(0);
    for (const name of ['serve', 'import', 'inspect', 'overview', 'export', 'undo', 'user', 'batches', 'rates']) expect(said.out).toContain(name);
  });
});

describe('the data directory', () => {
  test('can be given before and after the command', async () => {
    for (const argv of [['--data', 'here', 'batches'], ['batches', '--data', 'here']]) {
      const { run, said } = fake({ 'intake.batches': [] });
      expect(await run(...argv)).toBe(0);
      expect(said.data).toBe(join(folder, 'here'));
      expect(said.closed).toBe(1);
    }
  });

  test('inspect does not open it', async () => {
    const { run, said } = fake();
    expect(await run('inspect', 'one.xml', 'two.xml', '--json')).toBe(0);
    expect(said.data).toBe('');
    expect(lines(said.out).map((l) => l['transaction_value_sums'])).toEqual([{ 'GBP|C': '12.50' }, { 'GBP|C': '12.50' }]);
  });
});

describe('overview', () => {
  const rows = { rows: [{ currency: 'EUR', transactionType: '3', figure: money('12315170538.64509'), count: 4 }], recounting: false };

  test('by currency and type prints exact decimals under the agreed names', async () => {
    const { run, said } = fake({ 'funds.overview': totals(), 'funds.by-currency': rows });
    expect(await run('overview', '--by', 'currency,transaction-type', '--counting', 'end', '--json', '--place', 'MK', '--within', 'A,B')).toBe(0);
    expect(said.out).toBe('{"currency":"EUR","transactionType":"3","value":"12315170538.64509","count":4}\n');
    expect(said.ran.slice(1)).toEqual([{ id: 'funds.by-currency', input: { by: ['currency', 'transaction-type'], counting: 'end', place: 'MK', within: 'A,B' } }]);
  });

  test('by currency alone is the naive sum', async () => {
    const { run, said } = fake({ 'funds.overview': totals(), 'funds.by-currency': rows });
    expect(await run('overview', '--by', 'currency')).toBe(0);
    expect(said.ran[1]!.input).toEqual({ by: ['currency'], counting: 'naive' });
    expect(said.out).toContain('12,315,170,538.64509');
  });

  test('by place says names, rows and confidence', async () => {
    const { run, said } = fake({ 'funds.overview': totals(), 'funds.breakdown': { rows: [{ keys: [{ dimension: 'place', key: 'AL', name: 'Albania' }], figure: money('99.10'), flows: 3 }], total: money('99.10'), recounting: false } });
    expect(await run('overview', '--by', 'place')).toBe(0);
    expect(said.out).toMatch(/Albania \(AL\)\s+99\.10\s+3\s+3 of 5/);
    expect(said.ran[1]!.input).toEqual({ by: ['place'], counting: 'entry' });
  });

  test('waits for a recount where no server does it', async () => {
    const { run, said } = fake({ 'funds.overview': [totals(true), totals(true), totals()], 'funds.by-currency': rows });
    expect(await run('overview', '--by', 'currency')).toBe(0);
    expect([said.jobs, said.ran.length]).toEqual([1, 4]);
  });

  test('without a split tells the totals and how they were counted', async () => {
    const { run, said } = fake({ 'funds.overview': totals() });
    expect(await run('overview')).toBe(0);
    expect(said.out).toMatch(/entry\s+140\s+120 to 140/);
    expect(said.out).toContain('each euro once');
    const json = fake({ 'funds.overview': totals() });
    await json.run('overview', '--json', '--counting', 'entry');
    expect(lines(json.said.out)).toEqual([{ kind: 'total', counting: 'entry', value: '140', low: '120', high: '140', currency: 'EUR', grade: 3, freshness: 'unknown', asOf: null, sources: 1 }]);
  });
});

describe('import', () => {
  const answers = (last: Batch): Answers => ({ 'intake.take-in': batch('waiting'), 'intake.batch': [batch('running'), last], 'intake.problems': [], 'funds.overview': [totals(true), totals()] });

  test('waits for the batch and for the count, and ends with 0', async () => {
    const { run, said } = fake(answers(batch('done')));
    expect(await run('import', 'one.xml', 'two.xml')).toBe(0);
    expect(said.uploaded).toEqual(['one.xml', 'two.xml']);
    expect(said.ran.map((r) => r.id)).toEqual(['intake.take-in', 'intake.batch', 'intake.batch', 'funds.overview', 'funds.overview', 'intake.problems']);
    expect(said.ran[0]!.input).toEqual({ audience: 'public', circleId: null });
    expect(said.out).toContain('tessera undo 7');
    expect(said.jobs).toBeGreaterThan(0);
  });

  test('ends with 3 when records were kept out', async () => {
    const { run, said } = fake(answers(batch('done', 1)));
    expect(await run('import', 'one.xml', '--json', '--audience', 'circle:4')).toBe(3);
    expect(said.ran[0]!.input).toEqual({ audience: 'circle', circleId: 4 });
    expect(lines(said.out)[0]).toMatchObject({ kind: 'batch', id: 7, status: 'done', keptOut: 1 });
  });

  test('ends with 1 when the batch failed, and says why', async () => {
    const { run, said } = fake(answers(batch('failed')));
    expect(await run('import', 'one.xml')).toBe(1);
    expect(said.err).toContain('nothing of it went in. The disk is full.');
  });

  test('--dry-run asks nobody and stores nothing', async () => {
    const { run, said } = fake();
    expect(await run('import', 'one.xml', '--dry-run')).toBe(3);
    expect(said.ran).toEqual([]);
    expect(said.data).toBe('');
    expect(said.out).toMatch(/3 would be taken in, 1 kept out[\s\S]*critical, once, first in .*line 9[\s\S]*→ [\s\S]*Nothing was stored/);
  });
});

describe('other commands', () => {
  test('undo refuses in the words of the problem and says what to do first', async () => {
    const { run, said } = fake({ 'intake.undo': new Problem('intake.later-batch-stands-on-it', 'Batch 9 stands on it.') });
    expect(await run('undo', '7')).toBe(1);
    expect(said.err).toBe('Batch 9 stands on it.\nUndo the later batch first; tessera batches lists them.\n');
    expect(said.closed).toBe(1);
  });

  test('a boundary of organisations that nobody knows is wrong usage', async () => {
    const { run, said } = fake({ 'funds.overview': new Problem('funds.organisation-unknown', 'No organisation here is known as XX-NOBODY.', { unknown: ['XX-NOBODY'] }) });
    expect(await run('overview', '--within', 'XX-NOBODY')).toBe(2);
    expect(said.err).toMatch(/^No organisation here is known as XX-NOBODY\.\n.*tessera overview --by organisation\n$/);
  });

  test('a person is invited to an organisation found by its name', async () => {
    const organisations = [{ id: 4, name: 'Ministère', identifier: null, kind: null, level: null, illustrative: false }];
    const invited = { link: 'https://example.org/link', mailed: false, expiresAt: '2026-02-01T00:00:00.000Z' };
    const { run, said } = fake({ 'organisations.list': organisations, 'access.invite': invited });
    expect(await run('user', 'add', 'a@example.org', '--organisation', 'ministere', '--role', 'editor')).toBe(0);
    expect(said.ran.at(-1)).toEqual({ id: 'access.invite', input: { email: 'a@example.org', organisationId: 4, role: 'editor' } });
    expect(said.out).toContain(invited.link);
    const other = fake({ 'organisations.list': organisations });
    expect(await other.run('user', 'add', 'a@example.org', '--organisation', 'Police', '--role', 'editor')).toBe(2);
    expect(other.said.err).toContain('4  Ministère');
  });

  test('an export goes to standard output, or whole into a file', async () => {
    const { run, said } = fake({ 'funds.overview': totals() });
    expect(await run('export', 'csv', '--year', '2022')).toBe(0);
    expect(said.out).toBe('a,b\n1,2\n');
    expect(said.ran[1]).toEqual({ id: 'funds.export', input: { year: 2022 } });
    const file = fake({ 'funds.overview': totals() });
    expect(await file.run('export', 'csv', '--of', 'activities', '--out', 'rows.csv', '--json')).toBe(0);
    expect(lines(file.said.out)).toEqual([{ kind: 'written', file: 'rows.csv', bytes: 8 }]);
  });

  test('rates that cannot be read end with 3 and name their lines', async () => {
    const { run, said } = fake({ 'funds.overview': totals(), 'funds.set-rates': { rates: 2, problems: [{ line: 5, what: 'no number' }] } });
    expect(await run('rates', 'import', 'one.xml', '--source', 'Central bank', '--audience', 'public')).toBe(3);
    expect(said.ran[0]!.input).toEqual({ source: 'Central bank', audience: 'public' });
    expect(said.out).toContain('line 5: no number');
  });
});

describe('printing', () => {
  test('exact decimals are grouped, never rounded', () => {
    expect(['0', '999', '1000', '-1234567.5', '12315170538.64509'].map(grouped)).toEqual(['0', '999', '1,000', '-1,234,567.5', '12,315,170,538.64509']);
  });

  test('text from files cannot steer the terminal, and columns stay aligned in any script', () => {
    expect(printable('a\u001b[31mb')).toBe('a�[31mb');
    expect(table([{ n: 'Скопје', v: 5 }, { n: 'Ab', v: 10 }], [{ title: 'name', of: (r) => r.n }, { title: 'v', of: (r) => r.v, right: true }])).toBe('name     v\nСкопје   5\nAb      10');
  });
});
