import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emailOf } from '../../../test/cast.ts';
import { world, type World } from '../../../test/world.ts';

let w: World;
let takesLetters = false;
beforeAll(async () => { w = await world({ mail: () => takesLetters }); });
afterAll(() => w.close());
beforeEach(() => { takesLetters = false; w.letters.length = 0; });

const admin = () => w.as('administrator');
const code = (a: { status: number; body: { code: string } }) => [a.status, a.body.code];
const change = (id: number, to: object) => admin().post(`/access/accounts/${id}`, to);
const invite = (email: string, more: object = {}) => admin().post('/access/invitations', { email, organisationId: w.organisations.Beta, role: 'reporter', ...more });
const accountOf = async (email: string) => (await admin().get('/access/accounts')).body.find((a: { email: string }) => a.email === email);
const lastAudit = async () => (await w.db.superuser.query('select operation, about from access_audit order by id desc limit 1')).rows[0];

test('an administrator sees every account of the network, and no password in any form', async () => {
  const answer = await admin().get('/access/accounts');
  expect(answer.body.map((a: { email: string }) => a.email)).toEqual((['administrator', 'editor', 'reader', 'reporter', 'neighbour', 'outsider', 'member'] as const).map(emailOf));   // by organisation, then address
  expect(answer.text).not.toMatch(/argon2|passwordHash|password_hash/);
});

test('without a mail server an invitation is shown to the administrator, and it works', async () => {
  const given = await invite('invited@beta.example');
  expect(given.body).toEqual({ link: expect.stringMatching(/^http:\/\/localhost\/link#[\w-]{43}$/), mailed: false, expiresAt: expect.stringMatching(/Z$/) });
  expect(await accountOf('invited@beta.example')).toMatchObject({ organisation: 'Beta', role: 'reporter', answered: false });
  const answered = await w.as('stranger').post('/access/links/answer', { token: given.body.link.split('#')[1], name: 'Ines', password: 'a password of my own' });
  expect(answered.body.account).toMatchObject({ email: 'invited@beta.example', name: 'Ines', role: 'reporter' });
  expect(await lastAudit()).toMatchObject({ operation: 'access.answer-link' });
});

test('with one the link goes by mail and nobody else is shown it', async () => {
  takesLetters = true;
  const given = await invite('mailed@beta.example');
  expect(given.body).toMatchObject({ link: null, mailed: true });
  expect(w.letters).toEqual([{ to: 'mailed@beta.example', subject: 'Tessera: invitation for Beta', text: expect.stringMatching(/^Person administrator \(Alpha\) invites you .*\nhttp:\/\/localhost\/link#[\w-]{43}\n/s) }]);
  expect(await lastAudit()).toEqual({ operation: 'access.invite', about: { accountId: expect.any(Number), organisationId: w.organisations.Beta, role: 'reporter', mailed: true } });
});

test.each([['the same address', 'invited@beta.example'], ['the same address in capitals', 'INVITED@beta.example'], ['an address of the cast', emailOf('reader')]])(
  '%s is not invited twice', async (_, email) => {
    expect(code(await invite(email))).toEqual([409, 'access.account-exists']);
  });

test.each([
  ['an organisation that does not exist', { organisationId: 999 }], ['a role that does not exist', { role: 'king' }], ['an address that is none', { email: 'ines' }],
])('%s is refused', async (_, more) => {
  expect(code(await invite('someone@beta.example', more))).toEqual([400, 'input.invalid']);
});

test('a new-password link replaces the one before it', async () => {
  const renew = () => admin().post(`/access/accounts/${w.accounts.reader}/new-password`);
  const [first, second] = [await renew(), await renew()];
  const read = (a: typeof first) => w.as('stranger').post('/access/links/read', { token: a.body.link.split('#')[1] });
  expect([(await read(first)).status, (await read(second)).body]).toEqual([410, { kind: 'new-password', email: emailOf('reader'), organisation: 'Alpha', role: 'reader' }]);
  takesLetters = true;
  expect((await renew()).body.link).toBeNull();
  expect(w.letters[0]).toMatchObject({ to: emailOf('reader'), subject: 'Tessera: a new password' });
});

test('a new role or organisation ends the sessions of that account and of no other', async () => {
  expect((await w.as('outsider').get('/access/session')).body.account.role).toBe('reader');
  expect((await change(w.accounts.outsider, { role: 'reporter' })).body).toMatchObject({ role: 'reporter', organisation: 'Delta' });
  expect((await w.as('outsider').get('/access/session')).body.account).toBeNull();
  expect((await w.as('reader').get('/access/session')).body.account.role).toBe('reader');
  expect(await lastAudit()).toEqual({ operation: 'access.change-account', about: { accountId: w.accounts.outsider, role: 'reporter' } });
  expect((await change(w.accounts.member, { organisationId: w.organisations.Beta })).body.organisation).toBe('Beta');
  expect((await w.as('member').get('/access/session')).body.account).toBeNull();
});

test('a change that changes nothing ends nothing', async () => {
  await change(w.accounts.reader, { role: 'reader' });
  expect((await w.as('reader').get('/access/session')).body.account.role).toBe('reader');
});

test('a closed account is out at once, and its links are dead; opened again it may sign in', async () => {
  const { body: { link } } = await admin().post(`/access/accounts/${w.accounts.reporter}/new-password`);
  expect((await change(w.accounts.reporter, { disabled: true })).body.disabledAt).toMatch(/Z$/);
  expect((await w.as('reporter').get('/access/session')).body.account).toBeNull();
  expect(code(await w.as('stranger').post('/access/links/read', { token: link.split('#')[1] }))).toEqual([410, 'access.link-used']);
  expect(code(await admin().post(`/access/accounts/${w.accounts.reporter}/new-password`))).toEqual([404, 'request.not-found']);
  expect((await change(w.accounts.reporter, { disabled: false })).body.disabledAt).toBeNull();
});

test('the last administrator can neither step down nor be closed; with a second one they can', async () => {
  const id = w.accounts.administrator;
  for (const to of [{ role: 'editor' }, { disabled: true }]) expect(code(await change(id, to))).toEqual([409, 'access.last-administrator']);
  await change(w.accounts.editor, { role: 'administrator' });
  await w.db.superuser.query('update access_accounts set password_hash = null where id = $1', [w.accounts.editor]);
  expect(code(await change(id, { role: 'editor' }))).toEqual([409, 'access.last-administrator']);   // the other one cannot sign in yet
  await w.db.superuser.query('update access_accounts set password_hash = (select password_hash from access_accounts where id = $2) where id = $1', [w.accounts.editor, id]);
  expect((await change(id, { role: 'editor' })).body.role).toBe('editor');
  expect(code(await admin().get('/access/accounts'))).toEqual([401, 'access.sign-in-required']);
  await w.db.superuser.query(`update access_accounts set role = 'administrator' where id = $1`, [id]);
});

test('an account that does not exist is not found', async () => {
  const two = await world();
  const a = two.as('administrator');
  expect([code(await a.post('/access/accounts/999999', { role: 'reader' })), code(await a.post('/access/accounts/999999/new-password'))]).toEqual([[404, 'request.not-found'], [404, 'request.not-found']]);
  expect(code(await a.post(`/access/accounts/${two.accounts.reader}`, { organisationId: 999 }))).toEqual([400, 'input.invalid']);
  await two.close();
});
