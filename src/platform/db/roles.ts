import pg from 'pg';

/** The group that grants and policies name; every Tessera database of a server shares it, it can't sign in. */
export const GROUP_ROLE = 'tessera_app';

/** Who signs in to one database, and with what. */
export type Logins = { app: Login; jobs: Login };
export type Login = { role: string; password: string };

/** Not `<database>_app`: in a database called "tessera" that would be the group. */
export const appRoleOf = (database: string) => `${database}_app_login`;
export const jobsRoleOf = (database: string) => `${database}_jobs`;

/** The roles are not as they must be and the URL's role may not make them so. `statements()` is what an administrator has to run. */
export class RolesMissing extends Error {
  override name = 'RolesMissing';
  readonly #sql: string;   // holds passwords: nothing that prints errors may come across it
  constructor(owner: string, sql: string, because: string) {
    super(`The role "${owner}" of DATABASE_URL can't prepare the roles of the application (${because}).`);
    this.#sql = sql;
  }
  /** For a file that only the administrator can read. */
  statements(): string {
    return this.#sql;
  }
}

/**
 * Makes the roles, or repairs them: a group, the application's login (member of the group, owner of nothing) and the
 * login of the job queue (owner of the schema `graphile_worker` alone). Neither is superuser, may bypass row-level
 * security or make anything. Does nothing when all is as it should be.
 */
export async function prepareRoles(owner: pg.ClientBase, logins: Logins): Promise<void> {
  const { rows: [me] } = await owner.query<{ name: string; database: string }>('select current_user::text as name, current_database()::text as database');
  await runOrTell(owner, me!.name, await missing(owner, logins, me!.name, me!.database));
}

/** Gives the logins new passwords (the old ones were lost or are others). */
export async function renewPasswords(owner: pg.ClientBase, { app, jobs }: Logins): Promise<void> {
  const { rows: [me] } = await owner.query<{ name: string }>('select current_user::text as name');
  await runOrTell(owner, me!.name, [app, jobs].map((l) => `alter role ${pg.escapeIdentifier(l.role)} password ${pg.escapeLiteral(l.password)}`));
}

async function runOrTell(owner: pg.ClientBase, name: string, statements: string[]): Promise<void> {
  try {
    await owner.query('begin');
    for (const statement of statements) await owner.query(statement);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => {});
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new RolesMissing(name, statements.map((s) => `${s};\n`).join(''), (error as Error).message);
  }
}

const flags = 'login nosuperuser nocreatedb nocreaterole nobypassrls noreplication inherit';

function create({ app, jobs }: Logins): string[] {
  return [app, jobs].map((l) => `create role ${pg.escapeIdentifier(l.role)} ${flags} password ${pg.escapeLiteral(l.password)}`);
}

function wire({ app, jobs }: Logins, owner: string, database: string): string[] {
  const [a, j, o, d] = [app.role, jobs.role, owner, database].map((s) => pg.escapeIdentifier(s));
  return [
    `grant ${GROUP_ROLE} to ${a}`,
    `grant ${j} to ${o}`,     // platform_enqueue runs as the owner and puts jobs into the queue
    `grant connect, temporary on database ${d} to ${a}, ${j}`,
  ];
}

/** The statements that are still needed; asks before it acts, so that a role without CREATEROLE passes when all is there. */
async function missing(owner: pg.ClientBase, logins: Logins, me: string, database: string): Promise<string[]> {
  const { app, jobs } = logins;
  const { rows } = await owner.query<{ rolname: string; member_of_group: boolean; mine: boolean; might: string; connects: boolean }>(
    `select rolname::text,
       exists (select from pg_auth_members m where m.member = r.oid and m.roleid = to_regrole($2)) as member_of_group,
       pg_has_role(current_user, r.oid, 'usage') as mine,
       concat_ws(' ', case when rolsuper then 'nosuperuser' end, case when rolbypassrls then 'nobypassrls' end, case when rolcreaterole then 'nocreaterole' end,
         case when rolcreatedb then 'nocreatedb' end, case when rolreplication then 'noreplication' end) as might,
       has_database_privilege(r.oid, current_database(), 'connect') and has_database_privilege(r.oid, current_database(), 'temporary') as connects
     from pg_roles r where rolname = any ($1)`, [[GROUP_ROLE, app.role, jobs.role], GROUP_ROLE]);
  const found = new Map(rows.map((r) => [r.rolname, r]));
  const statements: string[] = [];
  if (!found.has(GROUP_ROLE)) statements.push(`create role ${GROUP_ROLE} nologin`);
  create(logins).forEach((statement, i) => { if (!found.has([app, jobs][i]!.role)) statements.push(statement); });
  for (const login of [app, jobs]) {
    const might = found.get(login.role)?.might;   // only what is wrong: naming more needs more rights
    if (might) statements.push(`alter role ${pg.escapeIdentifier(login.role)} ${might}`);
  }
  const [group, queue, connect] = wire(logins, me, database);
  if (!found.get(app.role)?.member_of_group) statements.push(group!);
  if (!found.get(jobs.role)?.mine) statements.push(queue!);
  if (!found.get(app.role)?.connects || !found.get(jobs.role)?.connects) statements.push(connect!);
  return statements;
}
