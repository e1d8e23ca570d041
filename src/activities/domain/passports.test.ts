import { describe, expect, test } from 'vitest';
import { passportsOfFile } from '../../../test/passports-of-file.ts';
import { activities, activity, transaction } from '../../../test/activity-files.ts';
import { realFiles, textOf } from '../../../test/generators/iati-corpus.ts';
import { root } from '../../../test/rules/tree.ts';
import { publisherRecord, recordOf, reliabilityOf, rhythmOf, type ActivityRecord } from './publisher-record.ts';

const record = (r: Partial<ActivityRecord>): ActivityRecord & { lastUpdatedOn: string | null } =>
  ({ expected: 20, given: 20, missing: [], errors: 0, warnings: 0, advice: 0, flows: 0, named: 0, asOf: '2024-01-01', span: null, lastUpdatedOn: null, ...r });

describe('reliability of a publisher', () => {
  test('the worked example: 89 % given, 90 % without error, no receiver named is a C', () => {
    const all = Array.from({ length: 200 }, (_, i) => record({ expected: 100, given: 89, errors: i < 20 ? 1 : 0, flows: 1 }));
    expect(reliabilityOf(publisherRecord(all))).toMatchObject({ reliability: 'C', because: { code: 'publisher.record', params: { given: 89, sound: 90, named: 0 } } });
  });

  test('two activities say nothing about a publisher', () => {
    expect(reliabilityOf(publisherRecord([record({}), record({})]))).toMatchObject({ reliability: 'F', because: { code: 'publisher.too-few' } });
  });

  test('more errors, fewer elements and fewer names never make a letter better', () => {
    const letters = 'ABCDE';
    const of = (r: Partial<ActivityRecord>) => letters.indexOf(reliabilityOf(publisherRecord([record(r), record(r), record(r)])).reliability);
    for (let given = 20; given > 0; given -= 4) for (const errors of [0, 1]) for (const named of [10, 5, 0]) {
      const here = of({ given, errors, flows: 10, named });
      expect(of({ given: given - 4, errors, flows: 10, named })).toBeGreaterThanOrEqual(here);
      expect(of({ given, errors: 1, flows: 10, named })).toBeGreaterThanOrEqual(here);
      expect(of({ given, errors, flows: 10, named: 0 })).toBeGreaterThanOrEqual(here);
    }
  });
});

test('the rhythm is that of the updates, else of the payments, else the recommended quarter', () => {
  expect(rhythmOf({ days: ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'], span: 10 })).toMatchObject({ rhythm: 31, because: { code: 'publisher.rhythm-updates' } });
  expect(rhythmOf({ days: ['2024-01-01'], span: 10 })).toMatchObject({ rhythm: 10, because: { code: 'publisher.rhythm-transactions' } });
  expect(rhythmOf({ days: [], span: null })).toMatchObject({ rhythm: 90 });
  expect(rhythmOf({ days: [], span: 1 }).rhythm).toBe(7);
});

test('what is expected depends on what the activity is', () => {
  const of = (status: string, more = '') => passportsOfFile(activities(activity('A-1', { status, more }), activity('A-2'), activity('A-3')));
  expect(of('2').expected).toBeLessThan(of('4').expected + 2);
  expect(recordOf({ activity: { ...emptyActivity(), status: '4' }, transactions: [], budgets: [], contacts: [], problems: { critical: 0, error: 0, warning: 0, advice: 0 } }).missing).toContain('result');
  expect(recordOf({ activity: { ...emptyActivity(), status: '2' }, transactions: [], budgets: [], contacts: [], problems: { critical: 0, error: 0, warning: 0, advice: 0 } }).missing).toContain('budget');
});

test('an ended activity stays fresh, one that goes on grows old by its publisher’s rhythm', () => {
  const text = activities(activity('A-1', { status: '4' }), activity('A-2'), activity('A-3', { more: transaction('3', '1') }));
  expect(passportsOfFile(text, '2030-01-01').passports.map((p) => p.freshness)).toEqual(['fresh', 'delinquent', 'delinquent']);
  expect(passportsOfFile(text, '2024-05-20').passports.map((p) => p.freshness)).toEqual(['fresh', 'fresh', 'fresh']);
});

test('no field of the passport is constant over the real files', { timeout: 120_000 }, (context) => {
  const files = realFiles(root);
  if (files.length === 0) return context.skip('the real files are not beside this checkout');
  const read = files.map((f) => passportsOfFile(textOf(f)));
  const all = read.flatMap((f) => f.passports);
  const different = (values: unknown[]) => new Set(values.map((v) => JSON.stringify(v))).size;
  expect(different(all.map((p) => p.grade))).toBeGreaterThanOrEqual(4);
  expect(different(all.map((p) => p.reliability))).toBeGreaterThanOrEqual(5);
  expect(different(all.map((p) => p.credibility))).toBeGreaterThanOrEqual(4);
  expect(different(all.map((p) => p.freshness))).toBeGreaterThanOrEqual(4);
  expect(different(read.map((f) => f.whole.completeness))).toBeGreaterThan(10);
  expect(different(read.map((f) => f.whole.grade))).toBeGreaterThanOrEqual(4);
  expect(different(read.map((f) => Math.round((f.given / f.expected) * 100)))).toBeGreaterThan(8);
});

function emptyActivity(): Parameters<typeof recordOf>[0]['activity'] {
  return {
    identifier: 'A', otherIdentifiers: [], version: '2.03', lang: '', defaultCurrency: null, lastUpdatedAt: null, linkedDataUri: null, hierarchy: 1, humanitarian: null, budgetNotProvided: null,
    reportingOrganisation: { ref: null, type: null, names: [], secondary: false }, title: [], descriptions: [], participatingOrganisations: [], status: null, dates: [], scope: null,
    recipientCountries: [], recipientRegions: [], locations: [], sectors: [], tags: [], policyMarkers: [], humanitarianScopes: [], relatedActivities: [], collaborationType: null, defaultFlowType: null,
    defaultFinanceType: null, defaultAidTypes: [], defaultTiedStatus: null, capitalSpend: null, countryBudgetItems: [], documents: [], conditions: null, results: [], legacyData: [], crsAdd: [], fss: null, repairs: [], unmodelled: [],
  };
}
