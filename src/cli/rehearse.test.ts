import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { rehearsePath } from './rehearse.ts';
import type { Rehearsed } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-rehearse-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function rehearse(name: string, content: string | Buffer): Promise<Rehearsed[]> {
  writeFileSync(join(folder, name), content);
  const found: Rehearsed[] = [];
  for await (const part of rehearsePath({ given: name, path: join(folder, name) }, '2026-11-22', () => {})) found.push(part);
  return found;
}

const activity = (id: string) => `<iati-activity default-currency="EUR"><iati-identifier>${id}</iati-identifier><reporting-org ref="XX-A" type="22"><narrative>A</narrative></reporting-org><title><narrative>T</narrative></title></iati-activity>`;
const file = (...activities: string[]) => `<iati-activities version="2.03">${activities.join('\n')}</iati-activities>`;

test('good activities and those kept out are told apart, packed or not', async () => {
  for (const [name, content] of [['a.xml', file(activity('XX-A-1'), activity(''))], ['a.gz', gzipSync(file(activity('XX-A-1'), activity('')))]] as const) {
    const [found] = await rehearse(name, content);
    expect(found).toMatchObject({ file: name, standard: 'iati 2.03', records: 2, keptOut: 1 });
    expect(found!.problems.find((p) => p.severity === 'critical')).toMatchObject({ code: 'iati.identifier-missing', times: 1, line: 2 });
  }
});

test('what is cut off, broken or something else is told as a problem, never thrown', async () => {
  const whole = file(activity('XX-A-1'), activity('XX-A-2'));
  const codes = async (name: string, content: string | Buffer) => (await rehearse(name, content))[0]!.problems.filter((p) => p.severity === 'critical').map((p) => p.code);
  expect(await codes('cut.xml', whole.slice(0, -60))).toEqual(['xml.cut-off']);
  expect(await codes('cut.gz', gzipSync(whole).subarray(0, -20))).toEqual(['intake.archive-cut-off']);
  expect(await codes('notes.txt', 'Dear colleagues')).toEqual(['intake.not-recognised']);
  expect(await codes('latin.xml', Buffer.concat([Buffer.from('<iati-activities version="2.03"><iati-activity>'), Buffer.from([0xe9, 0x20]), Buffer.from('</iati-activity></iati-activities>')]))).toEqual(['xml.encoding']);
});
