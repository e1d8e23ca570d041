import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sourcesHash } from '../src/build-web.ts';
import { processesOf } from '../src/platform/db/postmaster.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
let port: number;
const begun: ChildProcess[] = [];
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tessera-serve-'));
  await chmod(folder, 0o755);
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  port = (probe.address() as AddressInfo).port;
  probe.close();
});
afterAll(async () => {
  for (const child of begun) if (child.exitCode === null) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The product as people start it, until it says where it is. */
async function serve(...args: string[]) {
  const child = spawn(process.execPath, ['bin/tessera.mjs', 'serve', ...args], { cwd: root, env: { ...process.env, TESSERA_DATA: path.join(folder, 'data'), PORT: String(port), LOG_LEVEL: 'warn' } });
  begun.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (d: Buffer) => { out += d.toString(); });
  child.stderr.on('data', (d: Buffer) => { err += d.toString(); });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  while (!out.includes('Tessera is at') && child.exitCode === null) await pause(50);
  await pause(100);
  return { out: () => out, err: () => err, exited, stop: (signal: NodeJS.Signals = 'SIGTERM') => { child.kill(signal); return exited; } };
}
const address = () => `http://127.0.0.1:${port}`;
const api = async (url: string, body?: object) => (await fetch(`${address()}/api${url}`, body ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {})).json() as Promise<Record<string, unknown> & { organisations: unknown[] }>;
const linkIn = (out: string) => /\/link#([\w-]{43})/.exec(out)?.[1];

test('the first start serves pages and API, loads the demonstration, and prints a link that makes the administrator', async () => {
  const server = await serve();
  expect(server.out()).toContain(`Tessera is at ${address()}`);
  expect(await (await fetch(`${address()}/`)).text()).toContain('<script');
  expect(await (await fetch(`${address()}/health`)).json()).toEqual({ status: 'ok', database: true, migrations: 'current' });
  const loaded = async () => (await api('/access/session')).illustrative === true;
  for (let i = 0; i < 600 && !(await loaded()); i++) await pause(100);
  expect(await loaded()).toBe(true);
  expect((await api('/organisations?limit=5')).organisations).toHaveLength(5);
  const answer = await api('/access/links/answer', { token: linkIn(server.out()), email: 'ada@town.example', organisation: 'Town', password: 'a password of my own' });
  expect(answer).toMatchObject({ account: { role: 'administrator', organisation: 'Town' }, network: { name: 'Town' } });

  const other = await serve('--data', path.join(folder, 'other'), '--empty');
  expect([await other.exited, other.err()]).toEqual([2, expect.stringContaining(`Port ${port} is taken. Choose another, such as PORT=${port + 1}`)]);
  expect(existsSync(path.join(folder, 'other'))).toBe(false);   // that was known before anything was made

  expect(await server.stop()).toBe(0);
  expect(await processesOf(path.join(folder, 'data', 'postgres', '18'))).toEqual([]);
  expect(server.err()).toBe('');
});

test('the second start builds nothing, keeps everything, and offers no link; Ctrl-C stops it', async () => {
  const server = await serve();
  expect(server.out()).not.toMatch(/building|link#/);
  expect((await api('/access/session')).network).toMatchObject({ name: 'Town', members: 2 });
  expect(await server.stop('SIGINT')).toBe(130);
});

test('--empty begins without the demonstration, and a wrong setting is told with how to mend it', async () => {
  const server = await serve('--data', path.join(folder, 'empty'), '--empty');
  expect((await api('/access/session')).network).toEqual({ name: '', members: 0 });
  expect(linkIn(server.out())).toBeDefined();
  expect(await server.stop()).toBe(0);
  const wrong = spawn(process.execPath, ['bin/tessera.mjs', 'serve'], { cwd: root, env: { ...process.env, PORT: 'http' } });
  let err = '';
  wrong.stderr.on('data', (d: Buffer) => { err += d.toString(); });
  expect((await once(wrong, 'exit'))[0]).toBe(2);
  expect(err).toMatch(/^Mend these settings and start again:\n {2}PORT: /);
});

/** `npm start`, in a process group of its own as in a terminal. */
async function npmStart() {
  const data = path.join(folder, 'by npm');
  const npm = spawn('npm', ['start', '--', '--empty', '--data', data], { cwd: root, env: { ...process.env, PORT: String(port), LOG_LEVEL: 'warn' }, detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  begun.push(npm);
  let out = '';
  npm.stdout.on('data', (d: Buffer) => { out += d.toString(); });
  while (!out.includes('Tessera is at') && npm.exitCode === null) await pause(50);
  const left = async () => (await processesOf(path.join(data, 'postgres', '18'))).length;
  expect(await left()).toBeGreaterThan(3);
  return { npm, left, exited: once(npm, 'exit').then(([code]) => code as number | null) };
}

test('a signal to npm start ends the server and its database before npm ends', async () => {
  const { npm, left, exited } = await npmStart();
  npm.kill('SIGTERM');
  await exited;
  expect(await left()).toBe(0);
});

test('Ctrl-C under npm comes twice and still ends the database cleanly', async () => {
  const { npm, left, exited } = await npmStart();
  process.kill(-npm.pid!, 'SIGINT');
  await exited;
  expect(await left()).toBe(0);
});

test('when npm is killed, the server ends by itself', async () => {
  const { npm, left } = await npmStart();
  npm.kill('SIGKILL');
  for (let i = 0; i < 200 && (await left()) > 0; i++) await pause(100);
  expect(await left()).toBe(0);
});

test('a signal while it starts ends what was started', async () => {
  const data = path.join(folder, 'by npm');
  const child = spawn(process.execPath, ['bin/tessera.mjs', 'serve', '--data', data, '--empty'], { cwd: root, env: { ...process.env, PORT: String(port), LOG_LEVEL: 'warn' } });
  begun.push(child);
  while ((await processesOf(path.join(data, 'postgres', '18'))).length === 0 && child.exitCode === null) await pause(5);
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(0);
  expect(await processesOf(path.join(data, 'postgres', '18'))).toEqual([]);
});

test('a database that ends and cannot be started again ends the server, with words and a code', async () => {
  const data = path.join(folder, 'by npm', 'postgres', '18');
  const server = await serve('--data', path.join(folder, 'by npm'), '--empty');
  const postmaster = Number((await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  await rename(data, `${data}.gone`);
  process.kill(postmaster, 'SIGKILL');
  expect(await server.exited).toBe(1);
  expect(server.err()).toMatch(/The database server ended and could not be started again: .*18/);
  expect(server.err()).toContain('Look at');
});

test('pages are built again when, and only when, what they are made of has changed', async () => {
  const copy = path.join(folder, 'sources');
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(copy, file)), { recursive: true });
    await writeFile(path.join(copy, file), text);
    return sourcesHash(copy);
  };
  const first = await write('src/shell/main.tsx', 'one');
  for (const file of ['src/serve.ts', 'src/platform/log.ts', 'src/access/server/store.ts', 'src/shell/main.test.tsx', 'docs/api.md']) expect({ file, hash: await write(file, 'x') }).toEqual({ file, hash: first });
  const seen = new Set([first]);
  for (const file of ['src/shell/main.tsx', 'src/access/web/Page.tsx', 'src/access/domain/model.ts', 'src/kernel/money.ts', 'src/pages.tsx', 'vite.config.ts', 'package-lock.json']) seen.add(await write(file, 'two'));
  expect(seen.size).toBe(8);
});
