import { expect, test } from 'vitest';
import type { Contact } from '../domain/model.ts';
import { calledOf } from './contact-called.ts';

const contact = (over: Partial<Contact>): Contact => ({ type: null, organisations: [], departments: [], persons: [], jobTitles: [], telephones: [], emails: [], websites: [], mailingAddresses: [], ...over });
const named = (...texts: string[]) => texts.map((text) => ({ lang: 'en', text }));

test.each([
  ['by the name, not also by an address that colleagues may share', contact({ persons: named('Anna'), emails: ['office@x.example'] }), 'Anna', { name: 'Anna' }],
  ['by the address where no name is given', contact({ persons: named(' '), emails: ['', 'office@x.example'] }), 'office@x.example', { email: 'office@x.example' }],
  ['by the address where the name is longer than can be asked for', contact({ persons: named('x'.repeat(301)), emails: ['a@x.example'] }), 'a@x.example', { email: 'a@x.example' }],
  ['by nothing: then all are meant, and the question says so', contact({ telephones: ['1'] }), null, {}],
])('a contact is told from the others %s', (_, given, who, person) => {
  expect(calledOf(given, 'en')).toEqual({ who, person });
});
