import { expect, test } from 'vitest';
import { pseudo } from './pseudo.ts';

test('letters are accented and longer, digits circled, arguments and tags stay', () => {
  expect(pseudo('Open {name} of <link>page 2</link>')).toBe('⟦Öþéêñ {name} öóƒ <link>þàáĝéê ②</link>⟧');
});

test('branches of a plural are messages of their own', () => {
  expect(pseudo('{n, plural, one {# row} other {{n} rows}} in')).toBe('⟦{n, plural, one {# ŕöóŵ} other {{n} ŕöóŵš}} îíñ⟧');
});
