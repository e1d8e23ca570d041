import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { demonstrationFiles, readTables } from '../../demo/build.ts';
import { openIati } from '../../src/intake/server/iati-records.ts';
import { demonstrationTotals, type DemonstrationTotals } from '../../demo/truth.ts';

const demo = join(dirname(fileURLToPath(import.meta.url)), '../../demo');
const tables = readTables(demo);
const totals = demonstrationTotals(demo);
const readme = readFileSync(join(demo, 'README.md'), 'utf8');

describe('the demonstration', () => {
  test('its IATI files are what its tables say', () => {
    const built = demonstrationFiles(demo);
    expect(readdirSync(join(demo, 'iati')).sort()).toEqual(built.map((f) => f.name).sort());
    for (const { name, xml } of built) expect(readFileSync(join(demo, 'iati', name), 'utf8'), `${name}: run npx tsx demo/build.ts`).toBe(xml);
  });

  test('its files are well-formed and marked illustrative', () => {
    for (const { xml } of demonstrationFiles(demo)) {
      const parser = new SaxesParser({ xmlns: true });
      expect(() => parser.write(xml).close()).not.toThrow();
      expect(xml).toContain('Illustrative:');
    }
    for (const o of tables.organisations) expect(o['name'] + o['ref']!).toMatch(/\(illustrative\)XX-DEMO-/);
    for (const a of tables.activities) expect(a['identifier']).toMatch(/^(XX-DEMO-.*)?$/);
  });

  test('every payment belongs to an activity of its file, and names organisations that exist', () => {
    const activities = new Set(tables.activities.map((a) => `${a['file']} ${a['identifier']}`));
    const organisations = new Set(['', ...tables.organisations.map((o) => o['ref']!)]);
    const lost = tables.payments.filter((p) => !activities.has(`${p['file']} ${p['activity']}`) || !organisations.has(p['provider']!) || !organisations.has(p['receiver']!));
    expect(lost).toEqual([]);
  });

  test('every payment that a provider reports has at most one other side', () => {
    const key = (p: Record<string, string>) => [p['provider_activity'], p['receiver_activity']].join(' ');
    const copied = (p: Record<string, string>) => p['file'] === 'regional-aid-register.xml' && tables.activities.some((a) => a['identifier'] === p['activity'] && a['file'] !== p['file']);
    const count = (label: string) => {
      const times = new Map<string, number>();
      for (const p of tables.payments.filter((q) => q['counts'] === label && !copied(q))) times.set(key(p), (times.get(key(p)) ?? 0) + 1);
      return times;
    };
    const paid = count('yes');
    for (const [pair, times] of count('other-side')) expect(paid.get(pair), pair).toBeGreaterThanOrEqual(times);
  });

  test('the README states the right totals, and they add up', () => {
    const rows: [string, keyof DemonstrationTotals][] = [
      ['naive: disbursements and expenditures as published', 'naive'], ['known only from receivers', 'receiverOnly'], ['**entry**', 'entry'], ['**end**', 'end'], ['retained', 'retained'],
      ['bucket: entered', 'entered'], ['bucket: direct', 'direct'], ['bucket: own or unrecorded source', 'own'], ['bucket: passed on or spent inside', 'passedOn'],
      ['bucket: other level', 'otherLevel'], ['bucket: other version', 'otherVersion'],
    ];
    const written = (n: number) => (n / 100).toLocaleString('en', { minimumFractionDigits: 2 });
    expect(totals.map((t) => t.currency)).toEqual(['EUR', 'MKD', 'CHF']);
    for (const [words, field] of rows) {
      const cells = totals.map((t) => written(t[field] as number)).map((n) => (words.startsWith('**') ? `**${n}**` : n));
      expect(readme).toContain(`| ${words} | ${cells.join(' | ')} |`);
    }
    for (const t of totals) expect(t.entered + t.direct + t.own + t.passedOn + t.otherLevel + t.otherVersion).toBe(t.naive + t.receiverOnly);
  });

  test('its dirt shows problems of every degree, and one activity is kept out', () => {
    const found = new Map<string, string>();
    let keptOut = 0;
    for (const { xml } of demonstrationFiles(demo)) {
      const reader = openIati('2026-11-22', { record() {}, keptOut: () => void keptOut++, problem: (p) => void found.set(p.code, p.severity) });
      reader.write(xml);
      reader.end();
    }
    expect(keptOut).toBe(1);
    expect([...new Set(found.values())].sort()).toEqual(['advice', 'critical', 'error', 'warning']);
    const planted = ['iati.identifier-missing', 'iati.not-a-date', 'iati.not-a-number', 'iati.code-unknown', 'iati.region-as-country', 'iati.code-written-differently', 'iati.value-negative', 'iati.rule.2.1.2', 'iati.rule.3.1.2'];
    expect(planted.filter((code) => !found.has(code))).toEqual([]);
  });

  test('it is large and varied enough to show something', () => {
    expect(new Set(tables.activities.map((a) => a['identifier'])).size).toBe(59);
    const codes = new Set(tables.activities.flatMap((a) => a['sectors']!.split(';').map((s) => s.split(':')[0]!)));
    for (const code of ['15190', '72010', '93010', '13010', '11330', '15160', '15180']) expect(codes.has(code)).toBe(true);
    const languages = new Set(tables.activities.map((a) => a['local_language']));
    for (const language of ['sq', 'mk', 'sr', 'bs']) expect(languages.has(language)).toBe(true);
    expect(tables.activities.filter((a) => a['title_fr'] !== '').length).toBeGreaterThan(7);
    const countries = new Set(tables.activities.flatMap((a) => a['countries']!.split(';').map((c) => c.split(':')[0]!)));
    for (const code of ['AL', 'BA', 'XK', 'ME', 'MK', 'RS']) expect(countries.has(code)).toBe(true);
  });
});
