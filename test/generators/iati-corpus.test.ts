import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, test } from 'vitest';
import { activitiesOf, realFiles, shifted, textOf, writeClones, writeGenerated } from './iati-corpus.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'tessera-corpus-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Counts as an outsider would: identifiers once, transactions, naive sum in cents. */
function measure(xml: string): { identifiers: string[]; transactions: number; naive: bigint } {
  const found = { identifiers: [] as string[], transactions: 0, naive: 0n };
  let text = '';
  let type = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    text = '';
    if (tag.name === 'transaction') found.transactions++;
    if (tag.name === 'transaction-type') type = tag.attributes['code']?.value ?? '';
    if (tag.name === 'transaction') type = '';
  });
  parser.on('text', (t) => void (text += t));
  parser.on('closetag', (tag) => {
    if (tag.name === 'iati-identifier') found.identifiers.push(text.trim());
    if (tag.name === 'value' && (type === '3' || type === '4')) found.naive += BigInt(Math.round(Number(text) * 100));
    if (tag.name === 'transaction') type = '';
  });
  parser.write(xml).close();
  return found;
}

describe('a made-up corpus', () => {
  const path = join(folder, 'generated.xml');
  const corpus = writeGenerated(path, 2_000_000, { seed: 7, dirt: 0.3 });

  test('is well-formed, as large as asked for, and counted as it says', () => {
    expect(statSync(path).size).toBe(corpus.bytes);
    expect(corpus.bytes).toBeGreaterThanOrEqual(2_000_000);
    expect(corpus.bytes).toBeLessThan(2_200_000);
    const found = measure(readFileSync(path, 'utf8'));
    expect(found.identifiers.length).toBe(corpus.activities);
    expect(new Set(found.identifiers).size).toBe(corpus.activities);
    expect(found.transactions).toBe(corpus.transactions);
    expect(found.naive).toBe(corpus.planted!.naiveCents);
  });

  test('holds dirt of every kind at about the rate asked for, and none when none is asked for', () => {
    const kinds = Object.values(corpus.planted!.dirt);
    expect(kinds.length).toBe(10);
    const share = kinds.reduce((a, b) => a + b, 0) / corpus.activities;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
    expect(writeGenerated(join(folder, 'clean.xml'), 200_000, { seed: 7, dirt: 0 }).planted!.dirt).toEqual({});
  });

  test('the same seed writes the same bytes', () => {
    writeGenerated(join(folder, 'again.xml'), 2_000_000, { seed: 7, dirt: 0.3 });
    expect(readFileSync(join(folder, 'again.xml')).equals(readFileSync(path))).toBe(true);
  });

  test('what entered its chains is more than what was spent at their ends, and less than what is published', () => {
    const { entryCents, endCents, naiveCents } = corpus.planted!;
    expect(entryCents > endCents && naiveCents > entryCents).toBe(true);
  });
});

describe('clones', () => {
  test('everything that names an activity is shifted alike, organisations are not', () => {
    const activity = `<iati-activity x="1"><iati-identifier> A-1 </iati-identifier><reporting-org ref="A"/><related-activity type='1' ref='A-0'/>
      <participating-org ref="B" activity-id="B-1"/><transaction><provider-org ref="C" provider-activity-id="C-1"/><receiver-org receiver-activity-id="" ref="D"/></transaction></iati-activity>`;
    expect(shifted(activity, '-R001')).toBe(`<iati-activity x="1"><iati-identifier> A-1-R001 </iati-identifier><reporting-org ref="A"/><related-activity type='1' ref='A-0-R001'/>
      <participating-org ref="B" activity-id="B-1-R001"/><transaction><provider-org ref="C" provider-activity-id="C-1-R001"/><receiver-org receiver-activity-id="" ref="D"/></transaction></iati-activity>`);
  });

  const files = realFiles(root);
  test('of the real files are well-formed, whole, and under new identifiers', ({ skip }) => {
    skip(files.length === 0, 'the folder shared is not beside this checkout');
    const small = files.filter((f) => !/dportal_(36|44|130)|dfid|unhcr/.test(f)).slice(-4);
    const once = small.reduce((n, f) => n + [...activitiesOf(textOf(f))].length, 0);
    const path = join(folder, 'clones.xml');
    const corpus = writeClones(path, small.reduce((n, f) => n + textOf(f).length, 0) * 2, small);
    const found = measure(readFileSync(path, 'utf8'));
    expect(found.identifiers.length).toBe(corpus.activities);
    expect(found.transactions).toBe(corpus.transactions);
    expect(corpus.activities).toBeGreaterThan(once * 1.8);
    expect(new Set(found.identifiers).size).toBe(corpus.activities);
  });
});
