import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName, isNameKey, organisationKey } from './fold.ts';

test.each([
  ['Ville de Genève', 'VILLE  DE GENEVE.', 'ville de geneve'],
  ['Straße der Helfer e.V.', 'STRASSE DER HELFER E.V.', 'strasse der helfer e v'],
  ['Łódź – Rada', 'Lodz Rada', 'lodz rada'],
  ['İstanbul Belediyesi', 'ISTANBUL BELEDIYESI', 'istanbul belediyesi'],
  ['Øresund & Co', 'oresund, co', 'oresund co'],
  ['Општина Ѓорче Петров', 'ОПШТИНА ЃОРЧЕ ПЕТРОВ', 'општина горче петров'],
  ['ΔΗΜΟΣ ΑΘΗΝΑΙΩΝ', 'Δήμος Αθηναίων', 'δημοσ αθηναιων'],
  ['A\u00a0B\u2013C', 'a b-c', 'a b c'],
  ['ﬁeld oﬃce', 'Field Office', 'field office'],
])('%s and %s are one name', (one, other, folded) => {
  expect(foldName(one)).toBe(folded);
  expect(foldName(other)).toBe(folded);
});

test('legal forms are kept: they may be the only difference', () => {
  expect(foldName('Bridge Ltd')).not.toBe(foldName('Bridge GmbH'));
});

test('names of other scripts keep their letters and their vowel signs', () => {
  expect(foldName('بلدية طرابلس')).toBe('بلدية طرابلس');
  expect(foldName('नगर निगम')).toBe('नगर निगम');
  expect(foldName('市役所')).toBe('市役所');
});

test('an identifier wins over the name and is compared in upper case without blanks around it', () => {
  expect(organisationKey({ ref: ' xm-dac-1-2 ', name: 'Somebody' })).toBe('XM-DAC-1-2');
  expect(organisationKey({ ref: 'XM-DAC-1-2' })).toBe('XM-DAC-1-2');
});

test.each([[''], ['  '], ['-'], [' . '], [null], [undefined]])('an identifier %j says nothing: the name counts', (ref) => {
  expect(organisationKey({ ref, name: 'Ville de Genève' })).toBe('name:ville de geneve');
});

test('who is not named at all has no key', () => {
  expect(organisationKey({})).toBeNull();
  expect(organisationKey({ ref: '', name: ' – ' })).toBeNull();
});

test('a key made from a name is told apart from an identifier', () => {
  expect(isNameKey('name:alpha')).toBe(true);
  expect(isNameKey('XM-DAC-1')).toBe(false);
});

test('folding twice changes nothing, and case, accents and punctuation do not matter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
      const once = foldName(name);
      expect(foldName(once)).toBe(once);
      expect(once).toBe(once.trim());
      expect(once).not.toMatch(/\s\s/);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', 'è', 'ü', 'ñ', 'ç', 'ø', 'ß', ' ', '-', '.', ',', "'", '"'), maxLength: 30 }), (name) => {
      expect(foldName(name.toUpperCase())).toBe(foldName(name));
      expect(foldName(name.normalize('NFD'))).toBe(foldName(name.normalize('NFC')));
      expect(foldName(`"${name}!"`)).toBe(foldName(name));
    }),
    { numRuns: 2000 },
  );
});

test('a key of a key is stable: identifiers survive being read again', () => {
  expect(organisationKey({ ref: organisationKey({ ref: ' xm-1 ' }) })).toBe('XM-1');
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (ref) => {
      const key = organisationKey({ ref });
      expect(organisationKey({ ref: key })).toBe(key);   // null of nothing stays null
    }),
  );
});

test('a code for a kind of institution does not make all of that kind one', () => {
  expect(organisationKey({ ref: '23000', name: 'BRAC' })).toBe('name:brac');
  expect(organisationKey({ ref: ' 44000 ', name: 'World Bank' })).toBe('name:world bank');
  expect(organisationKey({ ref: '23000' })).toBe('23000');
  expect(organisationKey({ ref: '23000', name: ' - ' })).toBe('23000');
  expect(organisationKey({ ref: '41122', name: 'UNICEF' })).toBe('41122');
});
