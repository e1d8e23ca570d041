import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { STRANGER } from '../../kernel/audience.ts';
import { parseConfig } from '../config.ts';
import { checkServerVersion } from './migrate.ts';
import { openDatabase } from './open.ts';

const server = inject('server');
let name: string;
let folder: string;
let admin: pg.Client;

beforeEach(async () => {
  name = `url_${randomBytes(4).toString('hex')}`;
  folder = mkdtempSync(path.join(os.tmpdir(), 'tessera-url-'));
  admin = new pg.Client({ ...server, database: 'postgres' });
  await admin.connect();
});
afterEach(async () => {
  await admin.query(`drop database if exists ${name} with (force)`);
  for (const role of [`${name}_app_login`, `${name}_jobs`, `${name}_owner`]) await admin.query(`drop role if exists ${role}`);
  await admin.end();
  await rm(folder, { recursive: true });
});

/** A database and the role of a DATABASE_URL, as somebody who rents a server would have them. */
async function rented(rights: string, password = 'pass word/?', owns = true): Promise<string> {
  await admin.query(`create role ${name}_owner login ${rights} password ${pg.escapeLiteral(password)}`);
  // Another test's owner made the group of this server; since PostgreSQL 16 only who may administer it gives it on.
  await admin.query(`do $$ begin if to_regrole('tessera_app') is not null and '${rights}' = 'createrole' then grant tessera_app to ${name}_owner with admin option; end if; end $$`);
  await admin.query(`create database ${name}${owns ? ` owner ${name}_owner` : ''}`);
  return urlFor(password);
}
const urlFor = (password: string, database = name) =>
  `postgres://${name}_owner:${encodeURIComponent(password)}@${encodeURIComponent(server.host!)}:${server.port}/${database}`;
const open = (url: string, data = folder) => openDatabase(parseConfig({ TESSERA_DATA: data, DATABASE_URL: url }, '/'), { as: 'serve' });
const failure = (url: string) => open(url).then((db) => db.close().then(() => 'it opened'), (e: Error) => e.message);

describe('a database of one\'s own server', () => {
  test('is prepared by a role that may make roles; the application signs in as another one', async () => {
    const db = await open(await rented('createrole'));
    const { rows } = await db.app.transaction(STRANGER, (tx) => tx.query(`select current_user::text as me, pg_has_role('tessera_app', 'usage') as member`));
    await db.close();
    expect(rows).toEqual([{ me: `${name}_app_login`, member: true }]);
    expect(db.server).toBeUndefined();
  });

  test('is shared by several hosts: each comes to the same passwords by itself', async () => {
    const url = await rented('createrole');
    const other = mkdtempSync(path.join(os.tmpdir(), 'tessera-url-'));
    const [first, second] = await Promise.all([open(url), open(url, other)]);
    for (const db of [first, second]) expect((await db.app.transaction(STRANGER, (tx) => tx.query('select 1 as fine'))).rows).toEqual([{ fine: 1 }]);
    await Promise.all([first.close(), second.close(), rm(other, { recursive: true })]);
  });

  test('without the right to make roles the statements are told, and are enough', async () => {
    const url = await rented('nocreaterole');
    const message = await failure(url);
    expect(message).toContain(`create role "${name}_app_login"`);
    expect(message).toContain('roles.sql');
    const file = path.join(folder, 'roles.sql');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const secret = /password '([^']+)'/.exec(readFileSync(file, 'utf8'))![1]!;
    expect(message).not.toContain(secret);
    const administrator = new pg.Client({ ...server, database: name });
    await administrator.connect();
    await administrator.query(readFileSync(file, 'utf8'));
    await administrator.end();
    const db = await open(url);
    await db.close();
    expect(db.migrated.schema).toBeGreaterThan(0);
  });

  test('a lost password of the application is set anew', async () => {
    const url = await rented('createrole');
    await (await open(url)).close();
    await admin.query(`alter role ${name}_app_login password 'something else'`);
    const db = await open(url);
    expect((await db.app.transaction(STRANGER, (tx) => tx.query('select 1 as fine'))).rows).toEqual([{ fine: 1 }]);
    await db.close();
  });

  test('a login that somebody made mighty is made ordinary again', async () => {
    const url = await rented('createrole');
    await (await open(url)).close();
    await admin.query(`alter role ${name}_app_login createdb`);
    await admin.query(`alter role ${name}_owner createdb`);   // PostgreSQL 16 and later: nobody takes away what they lack
    await (await open(url)).close();
    const { rows } = await admin.query('select rolcreatedb from pg_roles where rolname = $1', [`${name}_app_login`]);
    expect(rows).toEqual([{ rolcreatedb: false }]);
  });

  test('what is wrong is said with the variable\'s name and how to mend it', async () => {
    const url = await rented('createrole', 'right', false);
    expect(await failure(url)).toMatch(/alter database "url_.*" owner to/);
    expect(await failure(urlFor('wrong'))).toMatch(/^DATABASE_URL: can't sign in .*Check role and password/s);
    expect(await failure(urlFor('right', 'nowhere'))).toMatch(/^DATABASE_URL: .*Create the database/s);
    expect(await failure('postgres://a:b@127.0.0.1:1/x')).toMatch(/^DATABASE_URL: .*can be reached/s);
  });
});

test('a server before PostgreSQL 15 is refused with a way out', async () => {
  const old = { query: () => Promise.resolve({ rows: [{ v: '140011', text: '14.11' }] }) } as unknown as Parameters<typeof checkServerVersion>[0];
  await expect(checkServerVersion(old)).rejects.toThrow(/PostgreSQL 14\.11.*15 or later.*DATABASE_URL empty/);
});
