import { expect, test } from 'vitest';
import { placeKind, placeName } from './place.ts';

test('countries have their name in the languages of the product', () => {
  expect(placeName('BD', 'en')).toBe('Bangladesh');
  expect(placeName('CI', 'fr')).toBe('Côte d’Ivoire');
  expect(placeName('JO', 'ar')).toBe('الأردن');
  expect(placeName('XK', 'sq')).toBe('Kosovë');
  expect(placeName('AN', 'en')).toMatch(/Antilles/);
});

test('regions of the DAC too', () => {
  expect(placeName('298', 'en')).toBe('Africa, regional');
  expect(placeName('1030', 'fr')).toBe('Afrique de l’Ouest, régional');
  expect(placeName('89', 'mk')).toBe('Europe, regional');
});

test('a code that nobody knows is shown as it is', () => {
  expect(placeName('?', 'en')).toBe('?');
  expect(placeName('QZ', 'en')).toBe('QZ');
  expect(placeName('12345', 'ar')).toBe('12345');
  expect([placeKind('BD'), placeKind('298'), placeKind('QZ'), placeKind('ZZ'), placeKind('?')]).toEqual(['country', 'region', 'other', 'other', 'other']);
});
