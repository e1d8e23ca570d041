import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { RateLimit } from '../../platform/http/limits.ts';
import { emailOf, PASSWORD } from '../../../test/cast.ts';
import { noLimits, world, type Answer, type World } from '../../../test/world.ts';
import { LINK_LIFE_MS, SESSION_IDLE_MS, SESSION_LONGEST_MS, SESSION_TOUCH_MS } from '../domain/parameters.ts';
import { firstAdministratorLink, makeLink } from './links.ts';
import { hashOf } from './secrets.ts';

let w: World;
beforeAll(async () => { w = await world(); });
afterAll(() => w.close());
beforeEach(() => { w.lines.length = 0; });

const stranger = () => w.as('stranger');
const signIn = (email: string, password = PASSWORD) => stranger().post('/access/sign-in', { email, password });
/** The secret in the cookie that an answer sets. */
const secretIn = (answer: Answer) => /^tessera=([\w-]{43});/.exec(String(answer.headers['set-cookie']))?.[1];
const sessions = async (id: number) => Number((await w.db.superuser.query('select count(*) from access_sessions where account_id = $1', [id])).rows[0].count);
const whoIs = async (secret: string | undefined) => (await w.holding(secret).get('/access/session')).body.account?.email ?? null;
const lastAudit = async () => (await w.db.superuser.query('select operation, account_id, organisation_id, about from access_audit order by id desc limit 1')).rows[0];
/** An invitation or new-password link, as an administrator would have made it. */
const linkFor = async (accountId: number, kind: 'invitation' | 'new-password' = 'new-password') =>
  w.db.app.transaction(w.actor('administrator'), async (tx) => (await makeLink(tx, { kind, accountId, createdBy: w.accounts.administrator, now: w.clock.now().toISOString() })).secret);
const outcome = (a: Answer) => [a.status, a.body.code];

test('a stranger learns the network and nothing about anybody', async () => {
  expect((await stranger().get('/access/session')).body).toEqual({ account: null, circles: [], illustrative: false, mixed: false, network: { name: 'Alpha', members: 4 }, permissions: [] });
});

test('who is signed in learns their account, circles and permissions', async () => {
  const { body } = await w.as('editor').get('/access/session');
  expect(body.account).toMatchObject({ email: emailOf('editor'), organisation: 'Alpha', role: 'editor', answered: true, disabledAt: null });
  expect(body.circles).toEqual([{ id: w.circles.valley, name: 'Valley', keeper: 'Alpha', members: [{ organisationId: w.organisations.Alpha, name: 'Alpha' }, { organisationId: w.organisations.Gamma, name: 'Gamma' }] }]);
  expect(body.permissions).toEqual(['intake:write', 'activities:write', 'funds:write', 'access:write']);
});

test('an administrator sees no other circles among those to share with', async () => {
  expect((await w.as('administrator').get('/access/session')).body.circles.map((c: { name: string }) => c.name)).toEqual(['Valley']);
});

test('mail address and password begin a session; the cookie is for this server alone and no script reads it', async () => {
  const answer = await signIn(emailOf('reader').toUpperCase());
  expect([answer.status, answer.body.account.email]).toEqual([200, emailOf('reader')]);
  expect(String(answer.headers['set-cookie'])).toMatch(/^tessera=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
  expect(await whoIs(secretIn(answer))).toBe(emailOf('reader'));
  expect(await lastAudit()).toMatchObject({ operation: 'access.sign-in', account_id: w.accounts.reader, organisation_id: w.organisations.Alpha });
});

test('what is stored is a hash: who reads the database holds no session', async () => {
  const secret = secretIn(await signIn(emailOf('reader')))!;
  const { rows } = await w.db.superuser.query(`select encode(token_hash, 'hex') as hash from access_sessions where token_hash = $1`, [hashOf(secret)]);
  expect(rows).toHaveLength(1);
  expect(await whoIs(rows[0].hash)).toBeNull();
  const everything = JSON.stringify((await w.db.superuser.query('select * from access_sessions')).rows) + JSON.stringify((await w.db.superuser.query('select * from access_audit')).rows);
  expect(everything).not.toContain(secret);
});

test('signing in over an old session ends the old one: a planted cookie is worth nothing', async () => {
  const planted = secretIn(await signIn(emailOf('outsider')))!;
  const answer = await w.holding(planted).post('/access/sign-in', { email: emailOf('neighbour'), password: PASSWORD });
  expect(secretIn(answer)).not.toBe(planted);
  expect([await whoIs(planted), await whoIs(secretIn(answer))]).toEqual([null, emailOf('neighbour')]);
});

test('a wrong password, an unknown address, an open invitation and a closed account get one and the same answer', async () => {
  await w.db.superuser.query(`insert into access_accounts (organisation_id, email, role) values ($1, 'invited@alpha.example', 'reader')`, [w.organisations.Alpha]);
  await w.db.superuser.query(`insert into access_accounts (organisation_id, email, role, password_hash, disabled_at) select $1, 'closed@alpha.example', 'reader', password_hash, now() from access_accounts where id = $2`, [w.organisations.Alpha, w.accounts.reader]);
  const tries = [[emailOf('reader'), 'wrong password here'], ['nobody@alpha.example', PASSWORD], ['invited@alpha.example', PASSWORD], ['closed@alpha.example', PASSWORD]] as const;
  const answers = await Promise.all(tries.map(([email, password]) => signIn(email, password)));
  const told = answers.map((a) => ({ ...a.body, requestId: '' }));
  expect(answers.map(outcome)).toEqual(tries.map(() => [401, 'access.wrong-credentials']));
  expect(told.every((t) => JSON.stringify(t) === JSON.stringify(told[0]))).toBe(true);
  expect(answers.map((a) => a.headers['set-cookie'])).toEqual(tries.map(() => undefined));
});

test('an unknown address takes as long as a known one', async () => {
  const took = { known: Infinity, unknown: Infinity };
  for (let i = 0; i < 8; i++) {   // in turns, and the least disturbed of each: other work on this machine must not decide
    for (const [who, email] of [['known', emailOf('reader')], ['unknown', 'nobody@nowhere.example']] as const) {
      const started = performance.now();
      await signIn(email, 'wrong password here');
      took[who] = Math.min(took[who], performance.now() - started);
    }
  }
  const { known, unknown } = took;
  // Without the work of a password hash an answer comes some twenty times sooner; a busy machine explains less than four.
  expect(unknown).toBeGreaterThan(known * 0.25);
  expect(unknown).toBeLessThan(known / 0.25);
});

test('signing out ends the session, here and in the database', async () => {
  const secret = secretIn(await signIn(emailOf('reader')))!;
  const answer = await w.holding(secret).post('/access/sign-out');
  expect([answer.body, String(answer.headers['set-cookie'])]).toEqual([{ done: true }, expect.stringMatching(/^tessera=; .*Expires=Thu, 01 Jan 1970/)]);
  expect(await whoIs(secret)).toBeNull();
});

test('a session ends when it is not used, and goes on while it is, but not for ever', async () => {
  const secret = secretIn(await signIn(emailOf('reader')))!;
  const step = SESSION_IDLE_MS - 60_000;
  const alive: (string | null)[] = [];
  for (let spent = 0; spent < SESSION_LONGEST_MS; spent += step) {
    w.clock.advance(step);
    alive.push(await whoIs(secret));
  }
  expect(alive.slice(0, -1)).toEqual(alive.slice(0, -1).map(() => emailOf('reader')));
  expect(alive.at(-1)).toBeNull();
  const idle = secretIn(await signIn(emailOf('reader')))!;
  w.clock.advance(SESSION_IDLE_MS + SESSION_TOUCH_MS);
  expect(await whoIs(idle)).toBeNull();
  w.clock.offset = 0;
});

test('reading requests do not write each time', async () => {
  const secret = secretIn(await signIn(emailOf('reader')))!;
  const seen = async () => (await w.db.superuser.query('select last_seen_at from access_sessions where token_hash = $1', [hashOf(secret)])).rows[0].last_seen_at;
  const first = await seen();
  w.clock.advance(SESSION_TOUCH_MS - 1000);
  await whoIs(secret);
  expect(await seen()).toBe(first);
  w.clock.advance(2000);
  await whoIs(secret);
  expect(await seen()).not.toBe(first);
  w.clock.offset = 0;
});

test('changing the password needs the current one, and ends every other session and open link', async () => {
  const id = w.accounts.member;
  const [here, there] = [secretIn(await signIn(emailOf('member'))), secretIn(await signIn(emailOf('member')))];
  const link = await linkFor(id);
  const change = (current: string) => w.holding(here).post('/access/password', { current, next: 'another long password' });
  expect(outcome(await change('not the password'))).toEqual([401, 'access.wrong-credentials']);
  expect(await whoIs(there)).toBe(emailOf('member'));
  expect((await change(PASSWORD)).body).toEqual({ done: true });
  expect([await whoIs(here), await whoIs(there), await sessions(id)]).toEqual([emailOf('member'), null, 1]);
  expect(outcome(await stranger().post('/access/links/read', { token: link }))).toEqual([410, 'access.link-used']);
  expect([(await signIn(emailOf('member'))).status, (await signIn(emailOf('member'), 'another long password')).status]).toEqual([401, 200]);
});

test('a short password is refused', async () => {
  expect(outcome(await w.as('reader').post('/access/password', { current: PASSWORD, next: 'short' }))).toEqual([400, 'input.invalid']);
});

test('an invitation is read, answered once, and begins a session', async () => {
  const { rows: [{ id }] } = await w.db.superuser.query(`insert into access_accounts (organisation_id, email, role) values ($1, 'new@beta.example', 'reporter') returning id`, [w.organisations.Beta]);
  const token = await linkFor(id, 'invitation');
  expect((await stranger().post('/access/links/read', { token })).body).toEqual({ kind: 'invitation', email: 'new@beta.example', organisation: 'Beta', role: 'reporter' });
  const answer = await stranger().post('/access/links/answer', { token, name: 'New Person', password: 'a password of my own' });
  expect(answer.body.account).toMatchObject({ email: 'new@beta.example', name: 'New Person', answered: true });
  expect(await whoIs(secretIn(answer))).toBe('new@beta.example');
  expect(await lastAudit()).toMatchObject({ operation: 'access.answer-link', account_id: id, about: { link: 'invitation' } });
  for (const path of ['read', 'answer']) expect(outcome(await stranger().post(`/access/links/${path}`, { token, password: 'a password of my own' }))).toEqual([410, 'access.link-used']);
});

test('of two who answer one link at the same moment, one gets it', async () => {
  const token = await linkFor(w.accounts.outsider);
  const both = await Promise.all(['first password here', 'second password here'].map((password) => stranger().post('/access/links/answer', { token, password })));
  expect(new Set(both.map((a) => a.status))).toEqual(new Set([200, 410]));
  await w.db.superuser.query('update access_accounts set password_hash = (select password_hash from access_accounts where id = $1) where id = $2', [w.accounts.reader, w.accounts.outsider]);
});

test('a new-password link ends the sessions and the links before it; the old password holds until it is answered', async () => {
  const old = secretIn(await signIn(emailOf('neighbour')));
  const [first, second] = [await linkFor(w.accounts.neighbour), await linkFor(w.accounts.neighbour)];
  expect((await signIn(emailOf('neighbour'))).status).toBe(200);
  expect(outcome(await stranger().post('/access/links/answer', { token: first, password: 'the new password' }))).toEqual([410, 'access.link-used']);
  expect((await stranger().post('/access/links/answer', { token: second, password: 'the new password' })).status).toBe(200);
  expect([await whoIs(old), (await signIn(emailOf('neighbour'))).status]).toEqual([null, 401]);
});

test.each([
  ['too old', async (token: string) => { w.clock.advance(LINK_LIFE_MS['new-password'] + 1000); return token; }],
  ['of an account that was closed', async (token: string) => { await w.db.superuser.query('update access_accounts set disabled_at = now() where id = $1', [w.accounts.reporter]); return token; }],
  ['made up', async () => 'x'.repeat(43)],
])('a link that is %s is told apart by nobody', async (_, spoil) => {
  const token = await spoil(await linkFor(w.accounts.reporter));
  const answers = [await stranger().post('/access/links/read', { token }), await stranger().post('/access/links/answer', { token, password: 'a password of my own' })];
  expect(answers.map(outcome)).toEqual([[410, 'access.link-used'], [410, 'access.link-used']]);
  w.clock.offset = 0;
  await w.db.superuser.query('update access_accounts set disabled_at = null where id = $1', [w.accounts.reporter]);
});

test('while there is an administrator, no start makes a link for the first one', async () => {
  expect(await firstAdministratorLink(w.db.app, w.clock.now())).toBeUndefined();
});

test('who tries one account too often is asked to wait, whether the account exists or not; others are not', async () => {
  const fresh = await world({ settings: { limits: { ...noLimits(), subject: new RateLimit(3, 60_000) } } });
  const attempt = (email: string) => fresh.as('stranger').post('/access/sign-in', { email, password: 'wrong password here' });
  for (const email of [emailOf('reader'), 'nobody@alpha.example']) {
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await attempt(email));
    expect(answers.map((a) => a.status)).toEqual([401, 401, 401, 429]);
    expect([answers[3]!.body.code, Number(answers[3]!.headers['retry-after'])]).toEqual(['request.too-many', expect.any(Number)]);
  }
  expect((await attempt(emailOf('editor'))).status).toBe(401);
  fresh.clock.advance(21_000);
  expect((await attempt(emailOf('reader'))).status).toBe(401);
  await fresh.close();
});

test('who tries from one address too often is asked to wait, whatever the accounts; reading goes on', async () => {
  const fresh = await world({ settings: { limits: { ...noLimits(), strict: new RateLimit(2, 60_000) } } });
  const attempt = (i: number, remoteAddress = '192.0.2.1') => fresh.app.inject({ method: 'POST', url: '/api/access/sign-in', remoteAddress, payload: { email: `a${i}@x.example`, password: 'p' } });
  expect([(await attempt(1)).statusCode, (await attempt(2)).statusCode, (await attempt(3)).statusCode]).toEqual([401, 401, 429]);
  expect((await attempt(4, '192.0.2.2')).statusCode).toBe(401);
  expect((await fresh.app.inject({ url: '/api/access/session', remoteAddress: '192.0.2.1' })).statusCode).toBe(200);
  await fresh.close();
});

test('the log of all this holds no mail address, name, password or secret', async () => {
  const token = await linkFor(w.accounts.reader);
  const answer = await stranger().post('/access/links/answer', { token, password: 'a password of my own' });
  await signIn('nobody@alpha.example', 'wrong password here');
  expect(w.lines.join('')).toContain('access.answer-link');
  expect(w.lines.join('')).not.toMatch(new RegExp(`@|Person|password of my own|wrong password|${token}|${secretIn(answer)}`));
});
