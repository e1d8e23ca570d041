import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { exampleActivity, exampleFile, exampleTransaction } from './example-activity.ts';
import { readWhole } from './read-whole.ts';
import { standardRules } from './rules/standard.ts';
import { LATEST, schemaOf, versions } from './schema/versions.ts';

/** The published test documents and files stand beside a checkout in our workplace, and nowhere else. */
const activities = new URL('../../../../shared/data/activities/', import.meta.url);
const published = new URL('iati-standard/2.03/', activities);
const hasShared = existsSync(new URL('measured.json', activities));

const judged = (text: string): boolean => readWhole(text, { judgeAs: LATEST }).summary.schemaValid;
const textOf = (url: URL): string => {
  const bytes = readFileSync(url);
  return (url.pathname.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};
const piecesOf = (text: string): string[] => Array.from({ length: Math.ceil(text.length / 65_536) }, (_, i) => text.slice(i * 65_536, (i + 1) * 65_536));

describe('verdicts on documents of our own', () => {
  test.each([
    ['the smallest activity', exampleFile()],
    ['an unknown version (the schema takes any text)', exampleFile({}, 'xx')],
    ['an empty identifier (the schema takes it, the intake does not)', exampleFile({ identifier: '<iati-identifier/>' })],
    ['elements of another namespace at the end', exampleFile({ after: '<x:a xmlns:x="http://x"><b/>text</x:a>' })],
    ['elements of another namespace at the end of a part', exampleFile({ title: '<title><narrative>A</narrative><x:a xmlns:x="http://x"/></title>' })],
    ['attributes of another namespace', exampleFile({ title: '<title xmlns:x="http://x" x:y="1"><narrative>A</narrative></title>' })],
    ['xml:lang where it does not help', exampleFile({ title: '<title xml:lang="en"><narrative>A</narrative></title>' })],
    ['comments anywhere', exampleFile({ status: '<!-- a --><activity-status code="2"><!-- b --></activity-status>' })],
    ['a date with a time zone', exampleFile({ date: '<activity-date type="1" iso-date="2025-01-01Z"/>' })],
    ['blanks around numbers and dates', exampleFile({ transaction: exampleTransaction({ value: '<value value-date=" 2025-01-01 ">\n 5 \n</value>' }) })],
  ])('%s passes', (_, text) => {
    expect(judged(text)).toBe(true);
  });

  test.each([
    ['no activity', '<iati-activities version="2.03"/>'],
    ['an empty activity', '<iati-activities version="2.03"><iati-activity/></iati-activities>'],
    ['no version', exampleFile().replace(' version="2.03"', '')],
    ['the version at the activity', exampleFile({ attributes: 'version="2.03"' })],
    ['another outermost element', `<activities>${exampleActivity()}</activities>`],
    ['a default namespace', exampleFile().replace('<iati-activities', '<iati-activities xmlns="http://example.org/"')],
    ['something of ours without a namespace', exampleFile({ after: '<foo/>' })],
    ['something of another namespace before the end', exampleFile({ other: '<x:a xmlns:x="http://x"/>' })],
    ['something of another namespace before the activities', exampleFile().replace('<iati-activity', '<x:a xmlns:x="http://x"/><iati-activity')],
    ['an element too late', exampleFile({ status: '', sector: '<sector code="15190"/><activity-status code="2"/>' })],
    ['an element too often', exampleFile({ transaction: exampleTransaction({ after: '<description><narrative>a</narrative></description><description><narrative>b</narrative></description>' }) })],
    ['text between elements', exampleFile({ title: '<title>Bridges<narrative>Bridges</narrative></title>' })],
    ['an element inside text', exampleFile({ title: '<title><narrative>A<x:b xmlns:x="http://x"/></narrative></title>' })],
    ['an attribute of another namespace where none may stand', exampleFile({ related: '<related-activity xmlns:x="http://x" ref="a" type="1" x:y="1"/>' })],
    ['an activity in a list of organisations', `<iati-organisations version="2.03">${exampleActivity()}</iati-organisations>`],
    ['a date of no calendar', exampleFile({ date: '<activity-date type="1" iso-date="2025-02-29"/>' })],
    ['an empty number', exampleFile({ transaction: exampleTransaction({ value: '<value value-date="2025-01-01"/>' }) })],
  ])('%s fails', (_, text) => {
    expect(judged(text)).toBe(false);
  });
});

describe('the description of the standard', () => {
  test('knows every version, and each version less than the next', () => {
    const size = (version: (typeof versions)[number]) => {
      let count = 0;
      (function walk(state: ReturnType<typeof schemaOf>) {
        count += 1 + state.attributes.size;
        state.sequence.forEach(walk);
      })(schemaOf('activities', version));
      return count;
    };
    expect(versions.map(size)).toEqual([...versions.map(size)].sort((a, b) => a - b));
  });
});

describe('the published documents', () => {
  beforeEach(({ skip }) => {
    if (!hasShared) skip('the published IATI documents are not beside the project');
  });

  test('the table of rules has every rule of the ruleset, with its severity', () => {
    const ids = new Map<string, string>();
    (function walk(value: unknown): void {
      if (value === null || typeof value !== 'object') return;
      const info = (value as { ruleInfo?: { id: string; severity: string } }).ruleInfo;
      if (info) ids.set(info.id, info.severity);
      Object.values(value).forEach(walk);
    })(JSON.parse(textOf(new URL('rulesets/standard.json', published))));
    expect(Object.fromEntries(standardRules.map((rule) => [rule.id, rule.severity]))).toEqual(Object.fromEntries(ids));
  });

  test('the codelists have every code, withdrawn or not', async () => {
    const modules = await Promise.all(['activity', 'agencies', 'formats', 'goals', 'languages', 'money', 'places', 'sectors'].map((name) => import(`./codelists/${name}.ts`)));
    const ours = new Map(modules.flatMap((m) => Object.values(m) as { name: string; items: Map<string, unknown> }[]).map((list) => [list.name, list]));
    let compared = 0;
    for (const part of ['embedded', 'non-embedded']) {
      for (const file of readdirSync(new URL(`codelists/${part}/`, published))) {
        const xml = textOf(new URL(`codelists/${part}/${file}`, published));
        const list = ours.get(/<codelist name="([^"]+)"/.exec(xml)![1]!);
        if (list === undefined) continue;
        compared++;
        expect([...list.items.keys()].sort(), file).toEqual([...new Set([...xml.matchAll(/<code>\s*([^<]*?)\s*<\/code>/g)].map((m) => m[1]!))].sort());
      }
    }
    expect(compared).toBe(ours.size);
  });

  const measured = hasShared ? (JSON.parse(textOf(new URL('measured.json', activities))) as { files: Record<string, { kind: string }> }).files : {};

  test('everything real goes in: errors are said, not punished', () => {
    for (const file of Object.keys(measured).filter((name) => measured[name]!.kind === 'iati')) {
      const { summary } = readWhole(piecesOf(textOf(new URL(file, activities))));
      expect(summary.fit, file).toBe(summary.records);
    }
  }, 120_000);

  test('our verdict on whole files is that of a validating parser', () => {
    for (const [file, figures] of Object.entries(measured)) {
      if (figures.kind !== 'iati') continue;
      const { summary } = readWhole(piecesOf(textOf(new URL(file, activities))), { judgeAs: LATEST });
      expect(summary.schemaValid, file).toBe((figures as unknown as { xsd_2_03_valid: boolean }).xsd_2_03_valid);
    }
  }, 120_000);
});
