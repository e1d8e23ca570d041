import { expect, test } from 'vitest';
import { isCountry, placeCode } from './place-code.ts';

test.each([
  ['MK', { kind: 'country', code: 'MK', withdrawn: false }],
  [' mk ', { kind: 'country', code: 'MK', withdrawn: false }],
  ['MKD', { kind: 'country', code: 'MK', withdrawn: false }],
  ['XK', { kind: 'country', code: 'XK', withdrawn: false }],
  ['AN', { kind: 'country', code: 'AN', withdrawn: true }],
  ['298', { kind: 'dac-region', code: '298' }],
  ['1027', { kind: 'dac-region', code: '1027' }],
  ['MK-101', { kind: 'subdivision', code: 'MK-101', country: 'MK' }],
  ['FR-IDF', { kind: 'subdivision', code: 'FR-IDF', country: 'FR' }],
  ['MK0104', { kind: 'p-code', code: 'MK0104', country: 'MK' }],
  ['IQG15Q03', { kind: 'p-code', code: 'IQG15Q03', country: 'IQ' }],
  ['SLE01', { kind: 'p-code', code: 'SLE01', country: 'SL' }],
] as const)('%j is recognised as what it is', (text, expected) => {
  expect(placeCode(text)).toEqual(expected);
});

test.each(['', 'ZZ', 'QQ-1', '807', '2', 'Skopje', 'MK-', 'MK-1014', 'A1', 'ABC12', 'UK', 'EU', '0298'])('%j is no code that we know', (text) => {
  expect(placeCode(text)).toBeNull();
});

test('a region that stands in the field for countries is seen to be a region', () => {
  expect(['298', '998', '89', 'KE'].map((c) => placeCode(c)?.kind)).toEqual(['dac-region', 'dac-region', 'dac-region', 'country']);
  expect(isCountry('298')).toBe(false);
});
