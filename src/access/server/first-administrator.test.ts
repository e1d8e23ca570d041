import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { world, type World } from '../../../test/world.ts';
import { runnerOn } from '../../cli/local-runner.ts';
import { uploads } from '../../cli/file-input.ts';
import { takeIn } from '../../intake/domain/contract.ts';
import { parseConfig } from '../../platform/config.ts';
import { linkAddress, secretOfLink } from '../domain/link.ts';
import { LINK_LIFE_MS } from '../domain/parameters.ts';
import { firstAdministratorLink } from './links.ts';

let w: World;
beforeEach(async () => {
  w = await world();
  for (const table of ['access_sessions', 'access_accounts', 'access_circle_members', 'access_circles', 'organisations_organisations']) await w.db.superuser.query(`delete from ${table}`);
});
afterEach(() => w.close());

const start = async () => (await firstAdministratorLink(w.db.app, w.clock.now()))!;
const answer = (token: string, more: object = {}) => w.as('stranger').post('/access/links/answer', { token, email: 'Ada@town.example', name: ' Ada ', organisation: ' Town of Valley ', password: 'a password of my own', ...more });
const read = (token: string) => w.as('stranger').post('/access/links/read', { token });
const code = (a: { status: number; body: { code: string } }) => [a.status, a.body.code];

test('the link of the first start makes the administrator and their organisation, and signs them in', async () => {
  const token = await start();
  expect((await read(token)).body).toEqual({ kind: 'first-administrator', email: null, organisation: null, role: null });
  const done = await answer(token);
  expect(done.body).toMatchObject({
    account: { email: 'Ada@town.example', name: 'Ada', organisation: 'Town of Valley', role: 'administrator', answered: true },
    network: { name: 'Town of Valley', members: 1 }, permissions: expect.arrayContaining(['access:administer', 'intake:administer']),
  });
  const secret = /tessera=([\w-]{43})/.exec(String(done.headers['set-cookie']))![1];
  expect((await w.holding(secret).get('/access/accounts')).body).toHaveLength(1);
  expect((await w.db.superuser.query('select operation, account_id, about from access_audit')).rows).toEqual([{ operation: 'access.answer-link', account_id: done.body.account.id, about: { link: 'first-administrator' } }]);
});

test('it can be used once, and no later start makes another', async () => {
  const token = await start();
  await answer(token);
  expect([code(await answer(token, { email: 'eve@town.example' })), code(await read(token))]).toEqual([[410, 'access.link-used'], [410, 'access.link-used']]);
  expect(await firstAdministratorLink(w.db.app, w.clock.now())).toBeUndefined();
});

test('a new start makes a new link and the old one dies', async () => {
  const [first, second] = [await start(), await start()];
  expect(first).not.toBe(second);
  expect(code(await read(first))).toEqual([410, 'access.link-used']);
  expect((await read(second)).status).toBe(200);
});

test('it grows old', async () => {
  const token = await start();
  w.clock.advance(LINK_LIFE_MS['first-administrator'] + 1000);
  expect(code(await answer(token))).toEqual([410, 'access.link-used']);
});

test('who forgets the mail address or the organisation may try again with the same link', async () => {
  const token = await start();
  const forgot = await answer(token, { email: undefined, organisation: '  ' });
  expect([code(forgot), forgot.body.details.fields.map((f: { field: string }) => f.field)]).toEqual([[400, 'input.invalid'], ['email', 'organisation']]);
  expect((await answer(token)).status).toBe(200);
});

test('two who answer at once make one administrator', async () => {
  const token = await start();
  const both = await Promise.all([answer(token), answer(token, { email: 'eve@town.example', organisation: 'Other' })]);
  expect(new Set(both.map((a) => a.status))).toEqual(new Set([200, 410]));
  expect(Number((await w.db.superuser.query('select count(*) from access_accounts')).rows[0].count)).toBe(1);
});

test('an organisation that exists is joined, not made twice', async () => {
  await w.db.superuser.query(`insert into organisations_organisations (name) values ('town OF valley')`);
  expect((await answer(await start())).body.network).toEqual({ name: 'town OF valley', members: 1 });
});

describe('what commands brought before anybody was here', () => {
  const DEMONSTRATION = fileURLToPath(new URL('../../../demo/iati/local-partners.xml', import.meta.url));
  async function bringByCommand(): Promise<number> {
    const runner = await runnerOn({ app: w.db.app, appConnection: w.db.appConnection, jobsConnection: w.db.jobsConnection, close: async () => {} }, parseConfig({ LOG_LEVEL: 'silent' }, '.'));
    const { id } = await runner.run(takeIn, { audience: 'owner' }, uploads([DEMONSTRATION]));
    await runner.close();
    await w.runJobs();
    return id;
  }
  const institutions = async () => (await w.db.superuser.query('select id, name from organisations_organisations order by id')).rows.map((o) => o.name);

  test('is the first administrator’s: their institution is the one that owns it', async () => {
    const batch = await bringByCommand();
    expect(await institutions()).toEqual(['This installation']);
    const done = await answer(await start());
    expect(done.body).toMatchObject({ account: { organisation: 'Town of Valley' }, network: { name: 'Town of Valley', members: 1 } });
    expect(await institutions()).toEqual(['Town of Valley']);
    const ada = w.holding(/tessera=([\w-]{43})/.exec(String(done.headers['set-cookie']))![1]);
    expect((await ada.get('/intake/batches')).body).toMatchObject([{ id: batch, status: 'done', mayUndo: true }]);
    expect((await ada.post(`/intake/batches/${batch}/undo`)).status).toBe(200);
    expect((await ada.get('/access/audit')).body.entries.find((e: { operation: string }) => e.operation === 'access.answer-link').about).toEqual({ link: 'first-administrator', named: done.body.account.organisationId });
  });

  test('stays where it is when their institution is here already, and when it has a name', async () => {
    await bringByCommand();
    await w.db.superuser.query(`insert into organisations_organisations (name) values ('TOWN of valley')`);
    expect((await answer(await start())).body.account.organisation).toBe('TOWN of valley');
    expect(await institutions()).toEqual(['This installation', 'TOWN of valley']);
    await w.db.superuser.query(`update access_accounts set disabled_at = now() where password_hash is not null`);
    await w.db.superuser.query(`update organisations_organisations set name = 'Valley' where name = 'This installation'`);
    expect((await answer(await start(), { email: 'eve@town.example', organisation: 'Lake' })).body.account.organisation).toBe('Lake');
    expect(await institutions()).toEqual(['Valley', 'TOWN of valley', 'Lake']);
  });
});

test('an address that somebody has is refused', async () => {
  await w.db.superuser.query(`insert into organisations_organisations (name) values ('Old')`);
  await w.db.superuser.query(`insert into access_accounts (organisation_id, email, role) select id, 'ada@TOWN.example', 'reader' from organisations_organisations`);
  expect(code(await answer(await start()))).toEqual([409, 'access.account-exists']);
});

test('a closed administrator is none: the next start makes a link again', async () => {
  await answer(await start());
  await w.db.superuser.query('update access_accounts set disabled_at = now()');
  expect(await start()).toMatch(/^[\w-]{43}$/);
});

test('a link keeps its secret behind #, where no server sees it', () => {
  const secret = 'x'.repeat(43);
  const url = new URL(linkAddress('https://tessera.example', secret));
  expect([url.pathname + url.search, secretOfLink(url.hash), secretOfLink('#short'), secretOfLink('')]).toEqual(['/link', secret, undefined, undefined]);
});
