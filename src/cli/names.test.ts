import { expect, test } from 'vitest';
import { inWords, nameOf } from './names.ts';

test('codes of a table are words with the code at hand', () => {
  expect(inWords('place', 'BD')).toBe('Bangladesh (BD)');
  expect(inWords('place', 'XK')).toBe('Kosovo* (XK)');
  expect(inWords('sector', '1:15190')).toMatch(/^Facilitation of orderly, safe.* \(1:15190\)$/);
  expect(inWords('sector', '1:12100'), 'no purpose of the DAC, but all of a category').toBe('Health, General (1:12100)');
  expect(inWords('sector', '2:151')).toMatch(/\(2:151\)$/);
  expect(inWords('transaction-type', '3')).toBe('Disbursement (3)');
  expect(inWords('year', '2020')).toBe('2020');
});

test('a code that nobody knows stays a code, under the words that the data gives it', () => {
  expect(inWords('sector', '99:MIG')).toBe('99:MIG');
  expect(inWords('sector', '99:MIG', 'Migration')).toBe('Migration (99:MIG)');
  expect(inWords('place', 'Q9', 'Q9')).toBe('Q9');
  expect(nameOf('receiver', '?')).toBe('not said');
});
