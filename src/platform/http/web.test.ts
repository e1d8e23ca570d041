import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { world, type World } from '../../../test/world.ts';
import { isNear } from './observe.ts';

let w: World;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tessera-web-'));
  await mkdir(path.join(folder, 'assets'));
  await mkdir(path.join(folder, '.vite'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Tessera</title>');
  await writeFile(path.join(folder, 'mark.svg'), '<svg/>');
  await writeFile(path.join(folder, 'assets/main-abc123.js'), `export const text = "${'hello '.repeat(1000)}"`);
  await writeFile(path.join(folder, '.vite/manifest.json'), '{}');
  await writeFile(path.join(folder, '..', `${path.basename(folder)}-outside.txt`), 'outside');
  w = await world({ handlers: [], settings: { webDirectory: folder, processMetrics: true } });
});
afterAll(async () => {
  await w.close();
  await rm(folder, { recursive: true });
  await rm(`${folder}-outside.txt`);
});
const get = (url: string, headers: Record<string, string> = {}) => w.app.inject({ url, headers: { accept: 'text/html', ...headers } });

test.each(['/', '/activities', '/organisations/XM-DAC-1-2', '/link', '/?place=MK'])('%s is a page of the product', async (url) => {
  const answer = await get(url);
  expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-cache']);
  expect(answer.body).toContain('<title>Tessera</title>');
});

test.each(['/', '/activities', '/mark.svg'])('only the head of %s may be asked for', async (url) => {
  const answer = await w.app.inject({ method: 'HEAD', url });
  expect([answer.statusCode, answer.body]).toEqual([200, '']);
});

test('an asset is kept for ever, and compressed', async () => {
  const answer = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip' });
  expect([answer.statusCode, answer.headers['cache-control'], answer.headers['content-encoding']]).toEqual([200, 'public, max-age=31536000, immutable', 'gzip']);
  expect(gunzipSync(answer.rawPayload).toString()).toContain('hello');
  expect((await get('/mark.svg')).headers['cache-control']).toBe('no-cache');
});

test.each(['/assets/old-999.js', '/api/nothing', '/api', '/.vite/manifest.json', '/../{}-outside.txt', '/%2e%2e/{}-outside.txt', '/assets/..%2f..%2f{}-outside.txt'])('%s is no page and no file', async (url) => {
  const answer = await get(url.replace('{}', path.basename(folder)));
  expect([answer.statusCode, answer.body.includes('outside') && !answer.body.includes('problem')]).toEqual([404, false]);
  expect(answer.json().code).toBe('request.not-found');
});

test('a program that asks for JSON at a page gets a problem', async () => {
  expect((await get('/activities', { accept: 'application/json' })).statusCode).toBe(404);
});

test('health: the database answers and has the schema of this program', async () => {
  expect((await get('/health')).json()).toEqual({ status: 'ok', database: true, migrations: 'current' });
});

test('health says when the database is behind, ahead, or away', async () => {
  await w.db.owner.query(`insert into platform_migrations (name, checksum, ms) values ('9999-newer.sql', '', 0)`);
  expect((await get('/health')).json()).toEqual({ status: 'ok', database: true, migrations: 'ahead' });
  await w.db.owner.query(`delete from platform_migrations where name >= '0008'`);
  const behind = await get('/health');
  expect([behind.statusCode, behind.json()]).toEqual([503, { status: 'failing', database: true, migrations: 'behind' }]);
  await w.db.superuser.query('alter function platform_schema() rename to gone');
  const away = await get('/health');
  expect([away.statusCode, away.json().database]).toEqual([503, false]);
});

test('metrics count operations, for collectors nearby and for nobody else', async () => {
  await get('/api/nothing');
  const near = await get('/metrics');
  expect(near.body).toMatch(/tessera_requests_total\{operation="health",status="200"\} \d/);
  expect(near.body).toMatch(/tessera_problems_total\{operation="web",code="request.not-found"\} \d/);
  expect(near.body).toMatch(/tessera_database_connections \d/);
  expect(near.body).toMatch(/process_resident_memory_bytes \d/);
  expect((await w.app.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })).statusCode).toBe(404);
  expect((await w.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } })).statusCode).toBe(404);
});

test.each([['127.0.0.1', true], ['::1', true], ['10.1.2.3', true], ['172.31.0.1', true], ['172.32.0.1', false], ['192.168.7.7', true], ['fd00::1', true], ['::ffff:10.0.0.1', true], ['203.0.113.9', false], ['2001:db8::1', false], ['fe.example', false]])(
  '%s is near: %s', (ip, near) => expect(isNear(ip)).toBe(near));
