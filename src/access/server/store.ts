import { z } from 'zod';
import { Role, type Actor } from '../../kernel/audience.ts';
import { Instant } from '../../kernel/values.ts';
import { many, maybe, one, type Queryable } from '../../platform/db/rows.ts';
import { Account, AuditEntry, Circle } from '../domain/model.ts';
import { COMMAND_LINE, UNNAMED_INSTITUTION, type LinkKind } from '../domain/parameters.ts';

type Tx = Queryable;
const Id = z.object({ id: z.number().int() });

// --- who asks -------------------------------------------------------------------------------------------------------

const ActorRow = z.object({ accountId: z.number().int(), organisationId: z.number().int(), role: Role, circleIds: z.array(z.number().int()) });
const actorColumns = `a.id as account_id, a.organisation_id, a.role,
  array(select m.circle_id from access_circle_members m where m.organisation_id = a.organisation_id order by 1) as circle_ids`;

/** Who holds the session with this hash, if it still lives. */
export const actorOfSession = (tx: Tx, tokenHash: Buffer, now: Date, seenAfter: Date) =>
  maybe(tx, ActorRow.extend({ lastSeenAt: Instant }),
    `select ${actorColumns}, s.last_seen_at from access_sessions s join access_accounts a on a.id = s.account_id
     where s.token_hash = $1 and a.disabled_at is null and s.expires_at > $2 and s.last_seen_at > $3`, [tokenHash, now, seenAfter]);

export const actorOfAccount = (tx: Tx, accountId: number): Promise<Actor | undefined> =>
  maybe(tx, ActorRow, `select ${actorColumns} from access_accounts a where a.id = $1 and a.disabled_at is null`, [accountId]);

/** To which circles an organisation belongs; undefined: there is no such organisation. */
export const circlesOfOrganisation = (tx: Tx, organisationId: number) =>
  maybe(tx, z.object({ circleIds: z.array(z.number().int()) }),
    `select array(select m.circle_id from access_circle_members m where m.organisation_id = o.id order by 1) as circle_ids
     from organisations_organisations o where o.id = $1`, [organisationId]);

// --- accounts -------------------------------------------------------------------------------------------------------

const accountSelect = `select a.id, a.email, a.name, a.organisation_id, o.name as organisation, a.role, a.created_at, a.disabled_at,
  a.password_hash is not null as answered from access_accounts a join organisations_organisations o on o.id = a.organisation_id`;

export const listAccounts = (tx: Tx) => many(tx, Account, `${accountSelect} order by a.disabled_at is not null, lower(o.name), lower(a.email)`);
export const findAccount = (tx: Tx, id: number) => maybe(tx, Account, `${accountSelect} where a.id = $1`, [id]);

const Credentials = z.object({ id: z.number().int(), passwordHash: z.string().nullable(), disabledAt: Instant.nullable() });

export const credentialsOfEmail = (tx: Tx, email: string) =>
  maybe(tx, Credentials, 'select id, password_hash, disabled_at from access_accounts where lower(email) = lower($1)', [email]);
export const credentialsOfAccount = (tx: Tx, id: number) =>
  maybe(tx, Credentials, 'select id, password_hash, disabled_at from access_accounts where id = $1', [id]);

/** Undefined: somebody has this address already. */
export const addAccount = (tx: Tx, a: { email: string; name: string | null; organisationId: number; role: Role; passwordHash: string | null; now: string }) =>
  maybe(tx, Id,
    `insert into access_accounts (email, name, organisation_id, role, password_hash, created_at) values (trim($1), $2, $3, $4, $5, $6)
     on conflict do nothing returning id`, [a.email, a.name, a.organisationId, a.role, a.passwordHash, a.now]);

export const setPassword = (tx: Tx, id: number, passwordHash: string, name: string | null) =>
  tx.query('update access_accounts set password_hash = $2, name = coalesce($3, name) where id = $1', [id, passwordHash, name]);

export const changeAccount = (tx: Tx, id: number, c: { role: Role | null; organisationId: number | null; disabled: boolean | null; now: string }) =>
  maybe(tx, Id,
    `update access_accounts set role = coalesce($2, role), organisation_id = coalesce($3, organisation_id),
       disabled_at = case when $4::boolean is null then disabled_at when $4 then coalesce(disabled_at, $5) end
     where id = $1 returning id`, [id, c.role, c.organisationId, c.disabled, c.now]);

/** Administrators who can sign in, locked: two who demote each other at the same moment do not both succeed. */
export const openAdministrators = (tx: Tx) =>
  many(tx, Id, `select id from access_accounts where role = 'administrator' and disabled_at is null and password_hash is not null order by id for update`);

export const hasAdministrator = async (tx: Tx) =>
  (await one(tx, z.object({ there: z.boolean() }), `select exists (select from access_accounts
    where role = 'administrator' and disabled_at is null and password_hash is not null) as there`)).there;

// --- sessions -------------------------------------------------------------------------------------------------------

export const addSession = (tx: Tx, s: { tokenHash: Buffer; accountId: number; now: string; expiresAt: Date }) =>
  tx.query('insert into access_sessions (token_hash, account_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $4)', [s.tokenHash, s.accountId, s.now, s.expiresAt]);
export const touchSession = (tx: Tx, tokenHash: Buffer, now: Date) =>
  tx.query('update access_sessions set last_seen_at = $2 where token_hash = $1', [tokenHash, now]);
export const endSession = (tx: Tx, tokenHash: Buffer) => tx.query('delete from access_sessions where token_hash = $1', [tokenHash]);
/** Ends all sessions of an account, but for the one that is named. */
export const endSessions = (tx: Tx, accountId: number, except: Buffer | null = null) =>
  tx.query('delete from access_sessions where account_id = $1 and token_hash is distinct from $2', [accountId, except]);
export const forgetSessions = async (tx: Tx, now: Date, seenAfter: Date) =>
  (await tx.query('delete from access_sessions where expires_at <= $1 or last_seen_at <= $2', [now, seenAfter])).rowCount ?? 0;

// --- one-time links -------------------------------------------------------------------------------------------------

const LinkRow = z.object({ kind: z.enum(['first-administrator', 'invitation', 'new-password']), accountId: z.number().int().nullable() });
const LinkShown = z.object({ kind: LinkRow.shape.kind, email: z.string().nullable(), organisation: z.string().nullable(), role: Role.nullable() });
/** Not used, not too old, and for nobody whose account is closed. */
const livingLink = `l.token_hash = $1 and l.used_at is null and l.expires_at > $2
  and (l.account_id is null or exists (select from access_accounts x where x.id = l.account_id and x.disabled_at is null))`;

export const addLink = (tx: Tx, l: { tokenHash: Buffer; kind: LinkKind; accountId: number | null; createdBy: number | null; now: string; expiresAt: Date }) =>
  tx.query('insert into access_links (token_hash, kind, account_id, created_by, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)',
    [l.tokenHash, l.kind, l.accountId, l.createdBy, l.now, l.expiresAt]);
export const showLink = (tx: Tx, tokenHash: Buffer, now: string) =>
  maybe(tx, LinkShown,
    `select l.kind, a.email, o.name as organisation, a.role from access_links l
     left join access_accounts a on a.id = l.account_id left join organisations_organisations o on o.id = a.organisation_id
     where ${livingLink}`, [tokenHash, now]);
/** Takes the link; of two who answer it at once only one gets it. */
export const useLink = (tx: Tx, tokenHash: Buffer, now: string) =>
  maybe(tx, LinkRow, `update access_links l set used_at = $2 where ${livingLink} returning l.kind, l.account_id`, [tokenHash, now]);
export const dropFirstLinks = (tx: Tx) => tx.query(`delete from access_links where kind = 'first-administrator'`);
export const dropLinksOf = (tx: Tx, accountId: number) => tx.query('delete from access_links where account_id = $1', [accountId]);
export const forgetLinks = async (tx: Tx, before: Date) => (await tx.query('delete from access_links where expires_at <= $1', [before])).rowCount ?? 0;

// --- circles --------------------------------------------------------------------------------------------------------

const circleSelect = `select c.id, c.name, k.name as keeper,
  coalesce((select json_agg(json_build_object('organisationId', o.id, 'name', o.name) order by lower(o.name)) from access_circle_members m
    join organisations_organisations o on o.id = m.organisation_id where m.circle_id = c.id), '[]') as members
  from access_circles c join organisations_organisations k on k.id = c.organisation_id`;

/** Circles to which an organisation belongs or which it keeps (an administrator may read others, but not speak for them). */
export const circlesOf = (tx: Tx, { organisationId, circleIds }: Pick<Actor, 'organisationId' | 'circleIds'>) =>
  many(tx, Circle, `${circleSelect} where c.organisation_id = $1 or c.id = any ($2) order by lower(c.name), c.id`, [organisationId, circleIds]);
export const findCircle = (tx: Tx, id: number) => maybe(tx, Circle, `${circleSelect} where c.id = $1`, [id]);
export const addCircle = (tx: Tx, name: string, organisationId: number, now: string) =>
  one(tx, Id, 'insert into access_circles (name, organisation_id, created_at) values ($1, $2, $3) returning id', [name, organisationId, now]);
export const renameCircle = (tx: Tx, id: number, name: string, organisationId: number) =>
  maybe(tx, Id, 'update access_circles set name = $2 where id = $1 and organisation_id = $3 returning id', [id, name, organisationId]);
export async function setMembers(tx: Tx, circleId: number, organisationIds: readonly number[]): Promise<void> {
  await tx.query('delete from access_circle_members where circle_id = $1 and organisation_id <> all ($2)', [circleId, organisationIds]);
  await tx.query('insert into access_circle_members (circle_id, organisation_id) select $1, o from unnest($2::int[]) o on conflict do nothing', [circleId, organisationIds]);
}

// --- the network ----------------------------------------------------------------------------------------------------

const OrganisationRow = z.object({ organisationId: z.number().int(), name: z.string() });
export const network = (tx: Tx) => many(tx, OrganisationRow, 'select id as organisation_id, name from organisations_organisations order by lower(name), id');
export const peopleByOrganisation = async (tx: Tx) =>
  new Map((await many(tx, z.object({ organisationId: z.number().int(), people: z.number().int() }), 'select organisation_id, people from access_people()')).map((r) => [r.organisationId, r.people]));
/** The institution of this name, for the first administrator: made where it does not exist. */
export const organisationNamed = async (tx: Tx, name: string) =>
  (await maybe(tx, Id, 'select id from organisations_organisations where lower(name) = lower(trim($1))', [name]))
  ?? one(tx, Id, 'insert into organisations_organisations (name) values (trim($1)) returning id', [name]);
/**
 * The institution under which commands brought data before anybody was here gets its name. Undefined where there is none
 * without a name, or another institution has this one.
 */
export const nameTheUnnamed = (tx: Tx, name: string) =>
  maybe(tx, Id,
    `update organisations_organisations o set name = trim($1)
     where o.name = $2 and exists (select from access_accounts a where a.organisation_id = o.id and a.email = $3)
       and not exists (select from organisations_organisations other where lower(other.name) = lower(trim($1))) returning o.id`, [name, UNNAMED_INSTITUTION, COMMAND_LINE]);
export const missingOrganisations = async (tx: Tx, ids: readonly number[]) =>
  (await many(tx, Id, 'select i as id from unnest($1::int[]) i where not exists (select from organisations_organisations o where o.id = i)', [ids])).map((r) => r.id);

/** The network is called after its first institution, until somebody brings several networks together. */
export const networkFacts = (tx: Tx) =>
  one(tx, z.object({ name: z.string(), members: z.number().int(), illustrative: z.boolean(), mixed: z.boolean() }),
    `select coalesce((select name from organisations_organisations where not illustrative order by id limit 1), '') as name,
       (select count(*)::int from organisations_organisations) as members,
       exists (select from intake_batches where illustrative and status = 'done') as illustrative,
       exists (select from intake_batches where not illustrative and status = 'done') as mixed`);

// --- audit ----------------------------------------------------------------------------------------------------------

export const auditEntries = (tx: Tx, before: number | null, limit: number) =>
  many(tx, AuditEntry,
    `select r.id, r.at, coalesce(a.name, a.email) as account, o.name as organisation, r.operation, r.about, r.request_id
     from access_audit r left join access_accounts a on a.id = r.account_id left join organisations_organisations o on o.id = r.organisation_id
     where $1::bigint is null or r.id < $1 order by r.id desc limit $2`, [before, limit]);

/** Whether every row's hash fits its content and names the row before it, from the first row without a gap. */
export const auditChainHolds = async (tx: Tx) =>
  (await one(tx, z.object({ holds: z.boolean() }),
    `select coalesce(bool_and(hash = access_audit_hash(r) and id = place and previous_hash is not distinct from before), true) as holds
     from (select r as r, r.id, r.hash, r.previous_hash, row_number() over w as place, lag(r.hash) over w as before
           from access_audit r window w as (order by r.id)) chain`)).holds;
