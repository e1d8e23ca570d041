import type { Queryable } from '../../platform/db/rows.ts';
import { isSame, type Person } from '../domain/contact-elements.ts';

/** A person as they stand in rows: every way in which address and name are written there; null for any. */
export type Meant = { emails: string[] | null; names: string[] | null };

export const EVERYBODY: Meant = { emails: null, names: null };

const emailsIn = `jsonb_array_elements_text(content -> 'emails')`;
const namesIn = `(select p ->> 'text' from jsonb_array_elements(content -> 'persons') p)`;

/**
 * How a person is written in the contacts of these versions, now and before. Who is the same is decided here, by the
 * rule that also holds for kept originals; the database compares what was found, letter by letter.
 */
export async function waysToWrite(tx: Queryable, versionIds: readonly number[], { email, name }: Person): Promise<Meant> {
  const among = async (values: string, wanted: string | undefined) => {
    if (wanted === undefined) return null;
    const { rows } = await tx.query(
      `select distinct value from (select content from activities_contacts where version_id = any ($1) union all select content from activities_contacts_history where version_id = any ($1)) c,
         lateral (select * from ${values} x (value)) v where content is not null`, [versionIds]);
    return rows.map((r) => r.value as string).filter((value) => isSame(value, wanted));
  };
  return { emails: await among(emailsIn, email), names: await among(namesIn, name) };
}

/** Every version of an identifier that the asking organisation has or had. */
export async function versionsEver(tx: Queryable, identifier: string): Promise<number[]> {
  const { rows } = await tx.query(
    `select id from activities_versions where identifier = $1 and owner_id = (select claim_organisation())
     union select id from activities_versions_history where identifier = $1 and owner_id = (select claim_organisation())`, [identifier]);
  return rows.map((r) => r.id as number);
}

export async function eraseContacts(tx: Queryable, versionIds: readonly number[], { emails, names }: Meant): Promise<number> {
  const { rowCount } = await tx.query(
    `update activities_contacts set content = null, erased_at = now() where version_id = any ($1) and content is not null
       and ($2::text[] is null or content -> 'emails' ?| $2) and ($3::text[] is null or exists (select from jsonb_array_elements(content -> 'persons') p where p ->> 'text' = any ($3)))`, [versionIds, emails, names]);
  return rowCount ?? 0;
}

/** History cannot be written by the application: a function of the database does exactly this and nothing else. */
export async function forgetInHistory(tx: Queryable, versionIds: readonly number[], { emails, names }: Meant): Promise<number> {
  const { rows } = await tx.query('select activities_forget_contacts($1, $2, $3) as erased', [versionIds, emails, names]);
  return rows[0]!.erased as number;
}

/** Contact persons of the asking organisation whose time is over. @returns their versions */
export async function eraseExpired(tx: Queryable, today: string): Promise<number[]> {
  const { rows } = await tx.query(
    `with ended as (update activities_contacts set content = null, erased_at = now() where owner_id = (select claim_organisation()) and content is not null and retain_until < $1::date returning version_id)
     select version_id from ended union
     select version_id from activities_contacts_history where owner_id = (select claim_organisation()) and content is not null and retain_until < $1::date`, [today]);
  return rows.map((r) => r.version_id as number);
}

/**
 * Kept files of the asking organisation in which these versions may stand: those they came with, every other file of the
 * same source, in which the same person may stand again, and copies of both.
 */
export async function filesOfVersions(tx: Queryable, versionIds: readonly number[]): Promise<number[]> {
  const { rows } = await tx.query(
    `with came as (
       select file_id, source_id from activities_versions where id = any ($1) union select file_id, source_id from activities_versions_history where id = any ($1)),
     files as (
       select f.id from intake_files f where f.owner_id = (select claim_organisation()) and (f.id in (select file_id from came) or f.source_id in (select source_id from came)))
     select id from files union
     select f.id from intake_files f where f.owner_id = (select claim_organisation()) and (f.same_as in (select id from files) or f.same_as in (select entry_of from intake_files where id in (select id from files)))`, [versionIds]);
  return rows.map((r) => r.id as number);
}

/**
 * An organisation answers for its own rows also in a circle that it has left, where it may write nothing else any more:
 * for the rest of this transaction it stands in every circle in which rows of its own stand. Only they are touched here.
 */
export const answerForOwnRows = (tx: Queryable) =>
  tx.query(`select set_config('app.circles', (select coalesce(string_agg(distinct circle_id::text, ','), '') from (
    select circle_id from activities_contacts where owner_id = (select claim_organisation())
    union all select circle_id from intake_files where owner_id = (select claim_organisation())
    union all select unnest(claim_circles())) c), true)`);
