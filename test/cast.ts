import type pg from 'pg';
import { hashPassword } from '../src/access/server/passwords.ts';
import { hashOf, newSecret } from '../src/access/server/secrets.ts';
import type { Actor, Role } from '../src/kernel/audience.ts';

export type OrganisationName = 'Alpha' | 'Beta' | 'Gamma' | 'Delta';

/**
 * Who is who in tests. Alpha keeps the circle "Valley", to which Gamma belongs and Beta and Delta do not; the circle
 * "Nobody", kept by Beta, is empty. Everybody but the stranger is a member of the one network.
 */
export const cast = {
  stranger: null,
  reader: { organisation: 'Alpha', role: 'reader' },
  reporter: { organisation: 'Alpha', role: 'reporter' },
  editor: { organisation: 'Alpha', role: 'editor' },
  administrator: { organisation: 'Alpha', role: 'administrator' },
  /** Same network, other organisation: may there what the editor may here. */
  neighbour: { organisation: 'Beta', role: 'editor' },
  /** Of the circle. */
  member: { organisation: 'Gamma', role: 'editor' },
  /** Of no circle, and only reads. */
  outsider: { organisation: 'Delta', role: 'reader' },
} as const satisfies Record<string, { organisation: OrganisationName; role: Role } | null>;
export type CastName = keyof typeof cast;
export const castNames = Object.keys(cast) as CastName[];

export const PASSWORD = 'correct horse battery staple';
let passwordHash: string | undefined;

export const emailOf = (name: CastName) => `${name}@${cast[name]?.organisation.toLowerCase() ?? 'nowhere'}.example`;

/** The cast in a database: organisations, circles, accounts with one password, a session each. */
export async function seedCast(db: pg.Client) {
  passwordHash ??= await hashPassword(PASSWORD);
  const insert = async (sql: string, params: unknown[]) => (await db.query<{ id: number }>(sql, params)).rows[0]!.id;
  const organisations = {} as Record<OrganisationName, number>;
  for (const [i, name] of (['Alpha', 'Beta', 'Gamma', 'Delta'] as const).entries()) {
    organisations[name] = await insert(
      'insert into organisations_organisations (name, identifier, kind, level) values ($1, $2, $3, $4) returning id',
      [name, `XX-TEST-${name.toUpperCase()}`, ['10', '21', '15', '60'][i], ['local', 'regional', 'national', 'international'][i]]);
  }
  const circle = (name: string, keeper: number) => insert('insert into access_circles (name, organisation_id) values ($1, $2) returning id', [name, keeper]);
  const circles = { valley: await circle('Valley', organisations.Alpha), nobody: await circle('Nobody', organisations.Beta) };
  for (const o of [organisations.Alpha, organisations.Gamma]) await db.query('insert into access_circle_members (circle_id, organisation_id) values ($1, $2)', [circles.valley, o]);

  const accounts = {} as Record<CastName, number>;
  const secrets = {} as Record<CastName, string | undefined>;
  const actors = {} as Record<CastName, Actor>;
  for (const name of castNames) {
    const part = cast[name];
    if (!part) {
      actors[name] = { accountId: null, organisationId: null, role: null, circleIds: [] };
      continue;
    }
    const organisationId = organisations[part.organisation];
    const accountId = await insert(
      'insert into access_accounts (organisation_id, email, name, role, password_hash) values ($1, $2, $3, $4, $5) returning id',
      [organisationId, emailOf(name), `Person ${name}`, part.role, passwordHash]);
    const secret = newSecret();
    await db.query(`insert into access_sessions (token_hash, account_id, created_at, last_seen_at, expires_at) values ($1, $2, now(), now(), now() + interval '30 days')`, [hashOf(secret), accountId]);
    accounts[name] = accountId;
    secrets[name] = secret;
    actors[name] = { accountId, organisationId, role: part.role, circleIds: ['Alpha', 'Gamma'].includes(part.organisation) ? [circles.valley] : [] };
  }
  return { organisations, circles, accounts, secrets, actors };
}
export type Seeded = Awaited<ReturnType<typeof seedCast>>;
