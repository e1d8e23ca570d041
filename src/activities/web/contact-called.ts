import type { Contact } from '../domain/model.ts';
import { ownLanguage } from './Narrative.tsx';

/** How a contact is told from the others of its activity; nothing of a person: it cannot be. */
export type Called = { who: string | null; person: { name?: string; email?: string } };

/** As long as the contract takes. */
const LONGEST = 300;
const usable = (value: string | undefined): value is string => value !== undefined && value.trim() !== '' && value.length <= LONGEST;

/**
 * By the name, where there is one: an address may be an office's, and erasing by it would take colleagues along; name and
 * address together would leave the person standing where the file gives only one of them.
 */
export function calledOf(contact: Contact, tag: string): Called {
  const name = [ownLanguage(contact.persons, tag)?.text, ...contact.persons.map((p) => p.text)].find(usable);
  if (name !== undefined) return { who: name, person: { name } };
  const email = contact.emails.find(usable);
  return email === undefined ? { who: null, person: {} } : { who: email, person: { email } };
}
