import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { COMMAND_LINE, UNNAMED_INSTITUTION } from '../access/domain/parameters.ts';
import { changeAccount, invite, listAccounts, listAudit, session } from '../access/domain/contract.ts';
import { addInstitution, listInstitutions } from '../organisations/domain/contract.ts';
import { Problem } from '../kernel/problem.ts';
import { parseConfig } from '../platform/config.ts';
import { addUser } from './accounts.ts';
import { runnerOn } from './local-runner.ts';
import { Voice } from './voice.ts';
import type { Runner, World } from './world.ts';

describe('operations without the wire', () => {
  let db: TestDatabase;
  let runner: Runner;
  const open = () => runnerOn({ app: db.app, appConnection: db.appConnection, jobsConnection: db.jobsConnection, close: async () => {} }, parseConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: 'https://tessera.example.org' }, '.'));
  beforeAll(async () => {
    db = await freshDatabase();
    runner = await open();
  });
  afterAll(async () => {
    await runner.close();
    await db.dispose();
  });

  test('an empty directory gets an account of the command line, once, and nobody can sign in with it', async () => {
    await (await open()).close();
    const accounts = await runner.run(listAccounts, {});
    expect(accounts.map((a) => [a.email, a.role, a.answered])).toEqual([[COMMAND_LINE, 'administrator', false]]);
    expect((await runner.run(session, {})).permissions.length).toBeGreaterThan(5);
  });

  test('a write is audited, its output is what the contract says', async () => {
    const made = await runner.run(addInstitution, { name: 'Ministry', identifier: null, kind: '10', level: 'national' });
    expect(await runner.run(listInstitutions, {})).toContainEqual(made);
    const { link, mailed } = await runner.run(invite, { email: 'ana@example.org', organisationId: made.id, role: 'editor' });
    expect([link?.startsWith('https://tessera.example.org/'), mailed]).toEqual([true, false]);
    const { entries, chainHolds } = await runner.run(listAudit, {});
    expect(chainHolds).toBe(true);
    expect(entries.map((e) => e.operation).slice(0, 3)).toEqual(['access.invite', 'organisations.add', 'access.command-line']);
  });

  test('wrong input and refusals are the problems of the API', async () => {
    const wrong = await runner.run(invite, { email: 'nobody', organisationId: 1, role: 'editor' }).catch((e: unknown) => e);
    expect(wrong).toBeInstanceOf(Problem);
    expect((wrong as Problem).code).toBe('input.invalid');
    await expect(runner.run(changeAccount, { id: 999_999 })).rejects.toMatchObject({ code: 'request.not-found' });
  });

  test('the first administrator that is added names the institution of the command line; a further one makes their own', async () => {
    const voice = new Voice({ out: () => {}, err: () => {} } as unknown as World, true);
    const names = async () => (await runner.run(listInstitutions, {})).map((o) => o.name);
    expect(await names()).toContain(UNNAMED_INSTITUTION);
    await addUser(runner, voice, 'kim@example.org', { organisation: 'Lake', role: 'editor', newOrganisation: true });
    await addUser(runner, voice, 'ada@example.org', { organisation: 'Town', role: 'administrator', newOrganisation: true });
    await addUser(runner, voice, 'eve@example.org', { organisation: 'Hill', role: 'administrator', newOrganisation: true });
    expect(await names()).toEqual(['Hill', 'Lake', 'Ministry', 'Town']);
    const [mine, ada] = ['@tessera', 'ada@'].map(async (part) => (await runner.run(listAccounts, {})).find((a) => a.email.includes(part)));
    expect([(await ada)!.organisation, (await mine)!.organisation]).toEqual(['Town', 'Town']);
  });

  test('once somebody can sign in, commands act in their name', async () => {
    const [mine] = await runner.run(listAccounts, {});
    await db.superuser.query(`insert into access_accounts (organisation_id, email, role, password_hash) values ($1, 'first@example.org', 'administrator', 'x')`, [mine!.organisationId]);
    const later = await open();
    expect((await later.run(session, {})).account?.email).toBe('first@example.org');
    await later.close();
  });
});
