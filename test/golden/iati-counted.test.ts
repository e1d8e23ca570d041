import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ProblemAt } from '../../src/kernel/problem-at.ts';
import { createInspector, type Inspection } from '../../src/standards/iati/inspect.ts';
import { createReader } from '../../src/standards/iati/read.ts';

const folder = new URL('iati/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));
/** Written by count.py, another program in another language. */
const counted = JSON.parse(readFileSync(new URL('counted.json', folder), 'utf8')) as Record<string, Record<string, unknown>>;

/** Problems by code, told by reading each file with the eye. */
const byHand: Record<string, Record<string, number>> = {
  'complete-2.03.xml': {},
  'dirty-2.03.xml': {
    'iati.code-as-word': 6, 'iati.code-written-differently': 4, 'iati.code-of-another-vocabulary': 1, 'iati.code-unknown': 2, 'iati.code-empty': 1, 'iati.region-as-country': 1,
    'iati.not-a-datetime': 1, 'iati.not-an-integer': 1, 'iati.not-a-boolean': 1, 'iati.not-a-date': 1, 'iati.not-a-number': 1, 'iati.amount-in-date': 1, 'iati.date-empty': 1,
    'iati.date-with-time': 1, 'iati.date-written-differently': 1, 'iati.number-with-separators': 1, 'iati.number-with-exponent': 1, 'iati.text-double-escaped': 1,
    'iati.value-negative': 1, 'iati.value-zero': 1, 'iati.value-too-precise': 1, 'iati.identifier-missing': 1,
    'iati.rule.1.3.1': 1, 'iati.rule.1.8.1': 1, 'iati.rule.2.1.2': 1, 'iati.rule.2.1.4': 1, 'iati.rule.3.1.2': 1, 'iati.rule.4.1.1': 1, 'iati.rule.6.9.1': 1,
    'iati.rule.6.14.1': 1, 'iati.rule.7.5.3': 1, 'iati.rule.11.2.1': 1,
  },
  'version-1.05.xml': { 'iati.code-as-word': 1, 'iati.value-negative': 1 },
  'portal-dump.xml': { 'iati.region-as-country': 1, 'iati.element-from-later-version': 1, 'iati.element-unknown': 1 },
  'datastore-dump.xml': {
    'iati.root-unexpected': 1, 'iati.version-missing': 1, 'iati.element-unknown': 1, 'iati.transaction-date-missing': 1, 'iati.value-missing': 1, 'iati.value-zero': 1,
  },
  'organisation.xml': { 'iati.organisation-file': 1, 'iati.rule.8.6.3': 1, 'iati.attribute-missing': 1 },
};

function readGolden(name: string): { problems: ProblemAt[]; inspection: Inspection; sums: Map<string, string[]> } {
  const problems: ProblemAt[] = [];
  const sums = new Map<string, string[]>();
  const inspector = createInspector();
  const reader = createReader({ today: '2026-11-22' }, {
    ...inspector.sink,
    problem: (problem) => void problems.push(problem),
    activity(read) {
      problems.push(...read.problems);
      for (const { currency, type, value } of read.transactions) if (value !== null) sums.set(`${currency}|${type}`, [...(sums.get(`${currency}|${type}`) ?? []), value]);
    },
  });
  const text = readFileSync(new URL(name, folder), 'utf8');
  for (let at = 0; at < text.length; at += 997) reader.write(text.slice(at, at + 997));
  reader.end();
  return { problems, inspection: inspector.inspection(), sums };
}

/** 1000 and 1000.00 are the same sum: noughts at the end are no figures. */
const sameForm = (sums: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(sums as Record<string, string>).map(([key, value]) => [key, value.includes('.') ? value.replace(/\.?0+$/, '') : value]));

describe.each(names)('%s', (name) => {
  const { problems, inspection } = readGolden(name);

  test('has the figures that another program counted', () => {
    const expected = counted[name]!;
    expect(Object.keys(expected).length).toBeGreaterThan(20);
    for (const [field, value] of Object.entries(expected)) {
      const found: unknown = inspection[field as keyof Inspection];
      const isSum = field.endsWith('_sums');
      expect(isSum ? sameForm(found) : found, field).toEqual(isSum ? sameForm(value) : value);
    }
  });

  test('has the problems that the eye finds, and no others', () => {
    const found: Record<string, number> = {};
    for (const { code } of problems) found[code] = (found[code] ?? 0) + 1;
    expect(found).toEqual(byHand[name]);
  });
});

test('types and currencies are read as they were meant, amounts to the last digit', () => {
  expect(Object.fromEntries(readGolden('dirty-2.03.xml').sums)).toEqual({ 'EUR|3': ['-100'], 'USD|4': ['0.00'], 'USD|null': ['1234.123456789'], 'USD|3': ['1'] });
  expect(Object.fromEntries(readGolden('version-1.05.xml').sums)).toEqual({ 'GBP|2': ['110000'], 'GBP|4': ['14000'], 'GBP|3': ['-500'] });
});
