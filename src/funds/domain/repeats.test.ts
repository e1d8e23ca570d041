import { expect, test } from 'vitest';
import type { ReportedTransaction } from './model.ts';
import { repeatsAmong } from './repeats.ts';

const paid = (more: Partial<ReportedTransaction> = {}): ReportedTransaction => ({
  ref: null, type: '4', typeAsPublished: '4', transactionOn: '2020-06-30', value: '41238787.61', valueAsPublished: '41238787.61', currency: 'GBP', currencyIsDefault: false, valueOn: '2020-06-30',
  descriptions: [{ lang: 'en', text: 'Quarterly total of direct expenditure' }], provider: null, receiver: null, disbursementChannel: null, sectors: [], recipientCountry: null, recipientRegion: null,
  flowType: null, financeType: null, aidTypes: [], tiedStatus: null, humanitarian: null, line: 1, ...more,
});
const other = { ref: null, type: null, names: [{ lang: 'en', text: 'Somebody' }], activityId: null };

test('a transaction that says what an earlier one says repeats it, wherever it stands; the first of several is meant', () => {
  expect([...repeatsAmong([paid({ line: 10 }), paid({ value: '5', line: 11 }), paid({ line: 12 }), paid({ line: 90 })])]).toEqual([[2, 0], [3, 0]]);
});

test.each<[string, Partial<ReportedTransaction>]>([
  ['amount', { value: '41238787.62' }], ['day', { transactionOn: '2020-09-30' }], ['day of the value', { valueOn: '2020-07-01' }], ['kind', { type: '3' }], ['currency', { currency: 'EUR' }],
  ['receiver', { receiver: other }], ['provider', { provider: other }], ['reference', { ref: 'Q2' }], ['words', { descriptions: [{ lang: 'en', text: 'Quarterly total' }] }], ['sector', { sectors: [{ vocabulary: '1', code: '15110', percentage: '100', names: [] } as never] }],
])('another %s is another payment', (_, more) => {
  expect(repeatsAmong([paid(), paid(more)]).size).toBe(0);
});

test('what has no amount repeats nothing', () => {
  for (const value of [null, '0', '0.00']) expect(repeatsAmong([paid({ value }), paid({ value })]).size).toBe(0);
});
