import { expect, test } from 'vitest';
import { batchOf, Origin } from './origin.ts';
import { reason, reasonKey } from './reason.ts';

test('a record says where it came in, and which undo would take it back', () => {
  const line = Origin.parse({ kind: 'file', batchId: 4, file: 'donor.zip/a.xml', line: 120, xpath: '/iati-activities/iati-activity[3]' });
  const cell = Origin.parse({ kind: 'sheet', batchId: 5, file: '3w.xlsx', sheet: 'Q1', row: 12, cell: 'C12' });
  const typed = Origin.parse({ kind: 'form', form: 'activity', on: '2026-11-22' });
  expect([line, cell, typed].map(batchOf)).toEqual([4, 5, null]);
});

test('an origin without its place, or with an impossible one, is none', () => {
  for (const origin of [{ kind: 'file', file: 'a.xml', line: 1 }, { kind: 'sheet', batchId: 1, file: 'a.xlsx', sheet: 'Q1', row: 0 }, { kind: 'sheet', batchId: 1, file: 'a.xlsx', sheet: 'Q1', row: 1, cell: '12C' }, { kind: 'memory' }]) {
    expect(Origin.safeParse(origin).success).toBe(false);
  }
});

test('two reasons are the same whatever the order of their values', () => {
  expect(reasonKey(reason('grade.age', { age: 3, lost: 1 }))).toBe(reasonKey(reason('grade.age', { lost: 1, age: 3 })));
  expect(reasonKey(reason('grade.age', { age: 3 }))).not.toBe(reasonKey(reason('grade.age', { age: 4 })));
});
