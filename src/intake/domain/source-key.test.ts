import { expect, test } from 'vitest';
import { repeatedSourceKey, sourceKey } from './source-key.ts';

test('a file keeps its source whatever folder, packing or second download it comes in', () => {
  const names = ['activities.xml', 'Activities.XML', 'data/activities.xml.gz', 'C:\\new\\activities (1).xml', 'activities.xml (2).zip', 'activities(3).zip', ' activities.xml '];
  expect(new Set(names.map(sourceKey))).toEqual(new Set(['activities']));
});

test('another name is another source', () => {
  expect(sourceKey('activities-2024.xml')).not.toBe(sourceKey('activities-2025.xml'));
  expect(sourceKey('budget (2024).xml')).not.toBe(sourceKey('budget (2025).xml'));
});

test('a name that is nothing but an ending still has a key', () => {
  expect(sourceKey('.xml')).toBe('unnamed');
  expect(sourceKey('')).toBe('unnamed');
});

test('a second record of one identifier has a source of its own', () => {
  expect([1, 2, 3].map((n) => repeatedSourceKey('a', n))).toEqual(['a', 'a#2', 'a#3']);
  expect(sourceKey('a#2.xml')).not.toBe(repeatedSourceKey('a', 2));
});
