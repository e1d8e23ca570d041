import { expect, test } from 'vitest';
import { harmless } from './csv-cell.ts';

test('what a spreadsheet would run is shown as text', () => {
  for (const cell of ['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x']) expect(harmless(cell)).toBe(`'${cell}`);
});

test('numbers and words stay as they are', () => {
  for (const cell of ['-12.50', '+3', '0', 'a=b', '', 'عربي']) expect(harmless(cell)).toBe(cell);
});
