import type { Tx } from '../../platform/db/pool.ts';
import { identifierIn, isMeant, withoutContacts } from '../domain/contact-elements.ts';
import { answerForOwnRows, EVERYBODY, eraseContacts, eraseExpired, filesOfVersions, forgetInHistory, versionsEver, waysToWrite } from './contact-store.ts';

/** Rewrites one record; `plain` tells what a part of it says. */
type Rewrite = (record: string, plain: (part: string) => string) => { text: string; erased: number };

/** What is done to kept originals: intake does it, the composition hands it over. Numbers are of pieces that were erased. */
export type Originals = {
  rewrite(tx: Tx, fileIds: readonly number[], elements: Elements, rewrite: Rewrite): Promise<number>;
  /** The time of a file is over: what cannot be read in it goes too. */
  end(tx: Tx, fileId: number, elements: Elements, rewrite: Rewrite): Promise<number>;
  /** Files in which a record may stand that never came into the picture. */
  unseen(tx: Tx, record: string): Promise<number[]>;
  /** Files whose time is over. */
  expired(tx: Tx, today: string, retentionDays: number): Promise<number[]>;
};

export type Person = { identifier: string; email?: string | undefined; name?: string | undefined };

/** What is looked at together in an original, and what is never cut in two. */
type Elements = { record: string; part: string };
const ELEMENTS: Elements = { record: 'iati-activity', part: 'contact-info' };

/**
 * Erases a contact person of an activity (all of its contact persons where nobody is named) from the rows of the asking
 * organisation, from their history and from the kept originals, whether or not the activity came into the picture. A
 * marker stays in each place.
 */
export async function eraseContactsOf(tx: Tx, person: Person, originals: Originals, today: string): Promise<number> {
  await answerForOwnRows(tx);
  const versions = await versionsEver(tx, person.identifier);
  const meant = await waysToWrite(tx, versions, person);
  const rows = await eraseContacts(tx, versions, meant);
  // What was just erased has become history by it: that is no second erasing.
  const past = (await forgetInHistory(tx, versions, meant)) - rows;
  const files = new Set([...(await filesOfVersions(tx, versions)), ...(await originals.unseen(tx, person.identifier))]);
  const inFiles = await originals.rewrite(tx, [...files], ELEMENTS, (record, plain) =>
    (identifierIn(plain(record)) ?? '') === person.identifier ? withoutContacts(record, (element) => isMeant(plain(element), person), today) : { text: record, erased: 0 });
  return rows + past + inFiles;
}

/** Erases the contact persons whose time is over from rows and their history. */
export async function eraseExpiredContacts(tx: Tx, today: string): Promise<number> {
  await answerForOwnRows(tx);
  const versions = await eraseExpired(tx, today);
  if (versions.length > 0) await forgetInHistory(tx, versions, EVERYBODY);
  return versions.length;
}

/** Erases every contact person from a kept file whose time is over. */
export async function endOriginal(tx: Tx, fileId: number, originals: Originals, today: string): Promise<number> {
  await answerForOwnRows(tx);
  return originals.end(tx, fileId, ELEMENTS, (record) => withoutContacts(record, () => true, today));
}
