import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { operation, type Permission } from '../../kernel/operation.ts';
import { Problem } from '../../kernel/problem.ts';
import { world, type World } from '../../../test/world.ts';
import { handle, type Handler } from './handle.ts';

/** Operations of no slice, each showing one trait of the way. */
const op = <I extends z.ZodType, O extends z.ZodType>(id: string, method: 'GET' | 'POST', input: I, output: O, permission: Permission = 'public', path = `/trial/${id}`) =>
  operation({ id: `trial.${id}`, method, path: path as `/${string}`, summary: id, permission, input, output });
const Name = z.object({ name: z.string().min(2) });
const Id = z.object({ id: z.number().int() });
const add = `insert into organisations_organisations (name) values ($1) returning id`;

const handlers: Handler[] = [
  handle(op('add', 'POST', Name, Id, 'organisations:administer'), async ({ input, ctx }) => {
    ctx.audit({ did: 'add' });
    return (await ctx.tx.query(add, [input.name])).rows[0] as { id: number };
  }),
  handle(op('add-then-fail', 'POST', Name, Id, 'organisations:administer'), async ({ input, ctx }) => {
    await ctx.tx.query(add, [input.name]);
    throw new Error('secret inside');
  }),
  handle(op('add-then-answer-nonsense', 'POST', Name, Id, 'organisations:administer'), async ({ input, ctx }) => {
    await ctx.tx.query(add, [input.name]);
    return { id: 'nonsense' } as never;
  }),
  handle(op('unguarded', 'POST', Name, Id, 'signed-in'), async ({ input, ctx }) => (await ctx.tx.query(add, [input.name])).rows[0] as { id: number }),
  handle(op('write-by-get', 'GET', Name, Id, 'organisations:administer'), async ({ input, ctx }) => (await ctx.tx.query(add, [input.name])).rows[0] as { id: number }),
  handle(op('too-much', 'GET', z.object({}), z.object({ shown: z.string() })), () => ({ shown: 'yes', hidden: 'column' }) as { shown: string }),
  handle(op('list', 'GET', z.object({ of: z.array(z.string()).default([]), n: z.coerce.number().int().default(7) }), z.object({ of: z.array(z.string()), n: z.number() })), ({ input }) => input),
  handle(op('by-key', 'GET', z.object({ key: z.string() }), z.object({ key: z.string() }), 'public', '/trial/by-key/:key'), ({ input }) => input),
  handle(op('refuse', 'POST', z.object({}), Id), () => { throw new Problem('intake.in-progress', 'Wait for it.', { batch: 4 }); }),
  handle(op('strict', 'POST', z.object({}), z.object({})), () => ({}), { strict: true }),
  handle(op('slow', 'GET', z.object({}), z.object({})), async ({ ctx }) => { await ctx.tx.query(`set local statement_timeout = 20`); await ctx.tx.query('select pg_sleep(5)'); return {}; }),
];

let w: World;
beforeAll(async () => { w = await world({ handlers }); });
afterAll(() => w.close());

const count = async (name: string) => Number((await w.db.superuser.query('select count(*) from organisations_organisations where name = $1', [name])).rows[0].count);
const audits = async () => (await w.db.superuser.query(`select operation, account_id, about, request_id from access_audit order by id`)).rows;

test('a write is stored, audited in its own transaction, and answered after the commit', async () => {
  const answer = await w.as('administrator').post('/trial/add', { name: 'Stored' }, { 'x-request-id': 'from-the-proxy-1' });
  expect(answer).toMatchObject({ status: 200, body: { id: expect.any(Number) } });
  expect(await count('Stored')).toBe(1);
  expect((await audits()).at(-1)).toEqual({ operation: 'trial.add', account_id: w.accounts.administrator, about: { did: 'add' }, request_id: 'from-the-proxy-1' });
  expect(answer.headers['x-request-id']).toBe('from-the-proxy-1');
});

test.each(['add-then-fail', 'add-then-answer-nonsense'])('%s: nothing stays, nothing is told but code and request id, everything is in the log', async (what) => {
  const before = (await audits()).length;
  const answer = await w.as('administrator').post(`/trial/${what}`, { name: 'Half' });
  expect(answer.status).toBe(500);
  expect(answer.headers['content-type']).toMatch('application/problem+json');
  expect(answer.body).toEqual({ type: 'urn:tessera:problem:platform.failed', title: 'Internal Server Error', status: 500, code: 'platform.failed', requestId: answer.headers['x-request-id'], detail: expect.any(String) });
  expect(answer.text).not.toMatch(/secret inside|nonsense|\.ts|stack/);
  expect(await count('Half')).toBe(0);
  expect((await audits()).length).toBe(before);
  expect(w.lines.some((l) => l.includes(answer.body.requestId) && /secret inside|trial.add-then-answer-nonsense answers/.test(l))).toBe(true);
});

test('a commit that fails is no success: the answer waits for it', async () => {
  await w.db.superuser.query(`create function fails() returns trigger language plpgsql as $$ begin raise exception 'too late'; end $$;
    create constraint trigger fails after insert on organisations_organisations deferrable initially deferred for each row when (new.name = 'Late') execute function fails()`);
  const answer = await w.as('administrator').post('/trial/add', { name: 'Late' });
  expect([answer.status, answer.body.code]).toEqual([500, 'platform.failed']);
  expect(await count('Late')).toBe(0);
});

test('a problem keeps its code, status, words and details', async () => {
  const answer = await w.as('stranger').post('/trial/refuse');
  expect([answer.status, answer.body.code, answer.body.detail, answer.body.details]).toEqual([409, 'intake.in-progress', 'Wait for it.', { batch: 4 }]);
});

test('what the API lets through by mistake, row-level security still refuses: access.denied, and the log says so', async () => {
  const answer = await w.as('reader').post('/trial/unguarded', { name: 'Sneaked' });
  expect([answer.status, answer.body.code]).toEqual([403, 'access.denied']);
  expect(await count('Sneaked')).toBe(0);
  expect(w.lines.some((l) => l.includes(answer.body.requestId) && l.includes('row-level security'))).toBe(true);
});

test('a read cannot write, whatever its handler tries', async () => {
  const answer = await w.as('administrator').get('/trial/write-by-get', { name: 'Wrong' });
  expect([answer.status, answer.body.code]).toEqual([500, 'platform.failed']);
  expect(await count('Wrong')).toBe(0);
});

test('a key that the contract does not name never leaves', async () => {
  expect((await w.as('stranger').get('/trial/too-much')).body).toEqual({ shown: 'yes' });
});

test('a query repeats what is a list, also a list of one; an empty parameter was not given', async () => {
  const s = w.as('stranger');
  expect((await s.get('/trial/list', { of: ['a', 'b'], n: 3 })).body).toEqual({ of: ['a', 'b'], n: 3 });
  expect((await s.get('/trial/list', { of: 'a' })).body).toEqual({ of: ['a'], n: 7 });
  expect((await s.get('/trial/list?of=&n=')).body).toEqual({ of: [], n: 7 });
});

test('a key in the path may be long and hold a slash', async () => {
  const key = `name:${'ä/'.repeat(100)}`;
  expect((await w.as('stranger').get(`/trial/by-key/${encodeURIComponent(key)}`)).body).toEqual({ key });
});

test.each([
  ['a field that is too short', JSON.stringify({ name: 'A' }), 400, 'input.invalid'],
  ['a field that is missing', '{}', 400, 'input.invalid'],
  ['no JSON', '{', 400, 'input.invalid'],
  ['an empty body', '', 400, 'input.invalid'],
  ['a list', '[1]', 400, 'input.invalid'],
  ['a prototype', '{"__proto__":{"name":"Xx"}}', 400, 'input.invalid'],
  ['a body that is too large', JSON.stringify({ name: 'x'.repeat(1_200_000) }), 413, 'request.too-large'],
])('%s is refused', async (_, body, status, code) => {
  const answer = await w.app.inject({ method: 'POST', url: '/api/trial/add', payload: body, headers: { 'content-type': 'application/json', cookie: w.as('administrator').cookie! } });
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
});

test('which fields are wrong is told, and never what stood in them', async () => {
  const answer = await w.as('administrator').post('/trial/add', { name: 4711 });
  expect(answer.body.details).toEqual({ fields: [{ field: 'name', reason: 'invalid_type', message: expect.any(String) }] });
  expect(answer.text).not.toContain('4711');
});

test.each([
  ['text/plain', 'name=x'], ['application/x-www-form-urlencoded', 'name=x'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nForm\r\n--x--\r\n'],
])('a form of another site (%s) is not understood', async (type, payload) => {
  const answer = await w.app.inject({ method: 'POST', url: '/api/trial/add', payload, headers: { 'content-type': type, cookie: w.as('administrator').cookie! } });
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'input.invalid']);
});

test.each([
  ['a page of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
  ['a page of another host of this domain', { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' }, 403],
  ['an old browser on another site', { 'sec-fetch-site': '', origin: 'https://evil.example' }, 403],
  ['a page without an origin', { 'sec-fetch-site': '', origin: 'null' }, 403],
  ['another port of this host', { 'sec-fetch-site': '', origin: 'http://localhost:9' }, 403],
  ['this site', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }, 200],
  ['an old browser on this site', { 'sec-fetch-site': '', origin: 'http://localhost' }, 200],
  ['a command line', { 'sec-fetch-site': '', origin: '' }, 200],
])('a change asked for by %s: %o → %i', async (_, headers, status) => {
  const given = Object.fromEntries(Object.entries({ 'content-type': 'application/json', host: 'localhost', cookie: w.as('administrator').cookie!, ...headers }).filter(([, v]) => v !== ''));
  const answer = await w.app.inject({ method: 'POST', url: '/api/trial/add', payload: JSON.stringify({ name: `From ${JSON.stringify(headers)}` }), headers: given });
  expect(answer.statusCode).toBe(status);
  expect(answer.json().code).toBe(status === 403 ? 'access.cross-site' : undefined);
});

test('who is not signed in is asked to, who is but may not is refused, before a byte of the body is read', async () => {
  const asked = (name: 'stranger' | 'editor') => w.app.inject({ method: 'POST', url: '/api/trial/add', payload: '{', headers: { 'content-type': 'application/json', cookie: w.as(name).cookie ?? '' } });
  const [stranger, editor] = [await asked('stranger'), await asked('editor')];
  expect([stranger.statusCode, stranger.json().code]).toEqual([401, 'access.sign-in-required']);
  expect([editor.statusCode, editor.json().code]).toEqual([403, 'access.denied']);
});

test('a question that takes too long is given up', async () => {
  const answer = await w.as('stranger').get('/trial/slow');
  expect([answer.status, answer.body.code]).toEqual([503, 'platform.busy']);
});

test.each(['/api', '/api/', '/api/nothing', '/api/trial', '/nothing.js', '/api/trial/by-key/%E0%A4%A', '/../../etc/passwd'])('%s is nothing: a problem, no page', async (url) => {
  const answer = await w.app.inject({ url, headers: { accept: 'text/html' } });
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'request.not-found']);
});

test('a request id that could forge a line of the log is not taken over', async () => {
  const answer = await w.as('stranger').post('/trial/refuse', {}, { 'x-request-id': 'a"}\n{"level":"error"' });
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test('every answer carries a strict content security policy, and no other site may frame or sniff it', async () => {
  const { headers } = await w.as('stranger').get('/trial/too-much');
  const policy = String(headers['content-security-policy']);
  for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) expect(policy).toContain(rule);
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|http:|\*/);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
  expect(headers).not.toHaveProperty('strict-transport-security');
});

test('the log of a request has its operation and no name, address, cookie or what was asked', async () => {
  w.lines.length = 0;
  await w.as('administrator').get('/trial/list', { of: 'Somebody Private' });
  const text = w.lines.join('');
  expect(JSON.parse(w.lines.at(-1)!)).toMatchObject({ operation: 'trial.list', status: 200, requestId: expect.any(String) });
  expect(text).not.toMatch(/Private|127\.0\.0\.1|tessera=|administrator@/);
});
