import type { Tx } from '../../platform/db/pool.ts';
import { identifierIn, isMeant, withoutContacts } from '../domain/contact-elements.ts';
import { EVERYBODY, eraseContacts, eraseExpired, filesOfVersions, forgetInHistory, versionsEver, waysToWrite } from './contact-store.ts';

/** How kept originals are rewritten: intake does it, the composition hands it over. */
export type RewriteOriginals = (tx: Tx, fileIds: readonly number[], element: string, rewrite: (record: string) => { text: string; erased: number }) => Promise<number>;

export type Person = { identifier: string; email?: string | undefined; name?: string | undefined };

/**
 * Erases a contact person of an activity (all of its contact persons where nobody is named) from the rows of the asking
 * organisation, from their history and from the kept originals. A marker stays in each place.
 */
export async function eraseContactsOf(tx: Tx, person: Person, rewriteOriginals: RewriteOriginals, today: string): Promise<number> {
  const versions = await versionsEver(tx, person.identifier);
  const meant = await waysToWrite(tx, versions, person);
  const rows = await eraseContacts(tx, versions, meant);
  // What was just erased has become history by it: that is no second erasing.
  const past = (await forgetInHistory(tx, versions, meant)) - rows;
  const files = await filesOfVersions(tx, versions, true);
  const inFiles = await rewriteOriginals(tx, files, 'iati-activity', (record) =>
    identifierIn(record) === person.identifier ? withoutContacts(record, (element) => isMeant(element, person), today) : { text: record, erased: 0 });
  return rows + past + inFiles;
}

/** Erases everything whose time is over: rows, history, and the contact persons in the files they came with. */
export async function eraseExpiredContacts(tx: Tx, rewriteOriginals: RewriteOriginals, today: string): Promise<number> {
  const versions = await eraseExpired(tx, today);
  if (versions.length === 0) return 0;
  await forgetInHistory(tx, versions, EVERYBODY);
  const files = await filesOfVersions(tx, versions, false);
  return versions.length + (await rewriteOriginals(tx, files, 'iati-activity', (record) => withoutContacts(record, () => true, today)));
}
