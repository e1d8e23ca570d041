import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Activity, Contact } from '../../activities/domain/model.ts';
import { ReportedBudget, ReportedTransaction } from '../../funds/domain/model.ts';
import { ProblemAt } from '../../kernel/problem-at.ts';
import { expectedOf } from '../../../test/golden/iati/expected.ts';
import { exampleActivity, exampleFile, exampleTransaction } from './example-activity.ts';
import { readWhole } from './read-whole.ts';
import { createReader } from './read.ts';

const folder = new URL('../../../test/golden/iati/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));
const golden = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('golden files', () => {
  test.each(names)('%s says what it said', (name) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(name.replace('.xml', '.expected.json'), folder), 'utf8'));
    expect(JSON.parse(JSON.stringify(expectedOf(golden(name))))).toEqual(expected);
  });

  test('the complete file has no problem, and everything in it has a field', () => {
    const { problems, activities, summary } = readWhole(golden('complete-2.03.xml'));
    expect(problems).toEqual([]);
    expect(summary).toMatchObject({ schemaValid: true, wellFormed: true, fit: 2 });
    const { activity, contacts } = activities[0]!;
    expect(activity.unmodelled).toEqual([]);
    for (const [field, value] of Object.entries(activity)) {
      if (!['repairs', 'unmodelled'].includes(field)) expect(value === null || (Array.isArray(value) && value.length === 0), field).toBe(false);
    }
    expect(contacts[0]!.emails).toEqual(['desk@example.org']);
  });

  test.each(names)('what is read of %s has the shapes that everybody builds on', (name) => {
    const { activities, problems } = readWhole(golden(name));
    for (const read of activities) {
      if (read.fit) Activity.parse(read.activity);
      read.transactions.forEach((t) => ReportedTransaction.parse(t));
      read.budgets.forEach((b) => ReportedBudget.parse(b));
      read.contacts.forEach((c) => Contact.parse(c));
    }
    for (const problem of problems) ProblemAt.parse(problem);
  });
});

describe('reading in pieces', () => {
  const everything = names.map((name) => [name, golden(name)] as const);

  test('any cutting into pieces gives the same events', () => {
    for (const [name, text] of everything) {
      const whole = readWhole(text);
      fc.assert(
        fc.property(fc.array(fc.nat(text.length), { maxLength: 40 }), (cuts) => {
          const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
          expect(readWhole(at.slice(1).map((end, i) => text.slice(at[i], end))), name).toEqual(whole);
        }),
        { numRuns: 25 },
      );
    }
  });

  test('one character at a time gives the same events', () => {
    for (const [name, text] of everything.filter(([n]) => n !== 'complete-2.03.xml')) expect(readWhole(text.split('')), name).toEqual(readWhole(text));
  });

  test('a file cut anywhere never throws and keeps the activities that were complete', () => {
    const text = golden('portal-dump.xml');
    const ends = [...text.matchAll(/<\/iati-activity>/g)].map((m) => m.index + m[0].length);
    const whole = readWhole(text);
    for (let cut = 0; cut < text.trimEnd().length; cut += 7) {
      const { activities, summary, problems } = readWhole(text.slice(0, cut));
      expect(activities).toEqual(whole.activities.slice(0, ends.filter((end) => end <= cut).length));
      expect(summary.wellFormed).toBe(false);
      expect(problems.at(-1)).toMatchObject({ severity: 'critical', code: 'xml.cut-off' });
    }
  });

  test('bytes that are no text end the file where they stand', () => {
    const problems: unknown[] = [];
    const reader = createReader({ today: '2026-11-22' }, { problem: (p) => void problems.push(p) });
    reader.write(`<iati-activities version="2.03">\n${exampleActivity()}`);
    expect(reader.end({ code: 'xml.encoding', reason: 'byte 0xff' })).toMatchObject({ records: 1, fit: 1, wellFormed: false });
    expect(problems).toMatchObject([{ code: 'xml.encoding', line: 2, params: { reason: 'byte 0xff' } }]);
  });
});

describe('one activity', () => {
  test('with errors still goes in; without an identifier it does not', () => {
    expect(readWhole(exampleFile({ title: '', status: '<activity-status code="77"/>' })).activities[0]!.fit).toBe(true);
    expect(readWhole(exampleFile({ identifier: '' })).activities[0]!.fit).toBe(false);
  });

  test('is judged by its own version, not by that of the file', () => {
    const own = exampleFile({ tag: '<tag code="1" vocabulary="1"/>' }, '2.01').replace('<iati-activity ', '<iati-activity xmlns:p="http://p.example.org" p:version="2.03" ');
    expect(readWhole(own)).toMatchObject({ problems: [], activities: [{ version: '2.03' }] });
  });

  test('names contact persons nowhere but among the contacts', () => {
    const contact = '<contact-info><person-name>Kim Example</person-name><email>kim@example.org</email><x:secret xmlns:x="http://x">Kim Example</x:secret><website>http://[kim</website></contact-info>';
    const whole = readWhole(exampleFile({ contact }));
    const { contacts, content, ...rest } = whole.activities[0]!;
    expect(JSON.stringify(contacts)).toContain('kim@example.org');
    expect(JSON.stringify([rest, whole.problems])).not.toMatch(/kim/i);
    expect(whole.problems.map((p) => p.code)).toContain('iati.not-a-uri');
    expect(content).toContain('kim@example.org');
  });

  test('keeps what was repaired, and what has no field', () => {
    const { activity } = readWhole(exampleFile({ country: '<recipient-country code="jo"/>', after: '<x:a xmlns:x="http://x"><x:b/></x:a>' })).activities[0]!;
    expect(activity.repairs).toEqual([{ xpath: 'recipient-country/@code', published: 'jo', taken: 'JO' }]);
    expect(activity.unmodelled).toEqual([{ xpath: 'x:a', xml: '<x:a xmlns:x="http://x"><x:b/></x:a>' }]);
    expect(activity.recipientCountries[0]!.code).toBe('JO');
  });

  test('has the same content when it stands elsewhere, another when a letter differs', () => {
    const content = (text: string) => readWhole(text).activities.at(-1)!.content;
    const one = exampleFile();
    const later = `<iati-activities version="2.03">\n\n${exampleActivity({ identifier: '<iati-identifier>XM-DAC-99999-0</iati-identifier>' })}${exampleActivity()}</iati-activities>`;
    expect(content(later)).toBe(content(one));
    expect(content(exampleFile({ title: '<title><narrative>Bridge</narrative></title>' }))).not.toBe(content(one));
    expect(content(exampleFile({}, '2.02'))).not.toBe(content(one));
  });

  test('takes markup in texts as text', () => {
    const { activity } = readWhole(exampleFile({ title: '<title><narrative>&lt;script&gt;alert(1)&lt;/script&gt;</narrative></title>' })).activities[0]!;
    expect(activity.title[0]!.text).toBe('<script>alert(1)</script>');
  });

  test('takes the default currency where the value names none, and says so', () => {
    const [own, fallback] = readWhole(
      exampleFile({ transaction: exampleTransaction({ value: '<value currency="USD" value-date="2025-01-01">1</value>' }) + exampleTransaction() }),
    ).activities[0]!.transactions;
    expect(own).toMatchObject({ currency: 'USD', currencyIsDefault: false });
    expect(fallback).toMatchObject({ currency: 'EUR', currencyIsDefault: true });
  });

  test('an element that declares a namespace of its own is not ours', () => {
    const { problems, activities } = readWhole(exampleFile({ after: '<title xmlns="http://example.org/">Not a title</title>' }));
    expect(problems).toEqual([]);
    expect(activities[0]!.activity.title[0]!.text).toBe('Bridges');
  });
});
