import { chownSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { canReach, lookUp } from '../../src/platform/db/account.ts';
import { socketFolder } from '../../src/platform/db/place.ts';
import { readSecrets } from '../../src/platform/db/secrets.ts';
import { ended, Scene, until, userOf } from './visitors.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });   // each starts processes and a database of its own

let scene: Scene;
beforeEach(() => { scene = new Scene(); });
afterEach(() => scene.dispose());

const mark = (value: string) => scene.ask(`create table mark as select '${value}'::text as answer`);
const marked = async () => (await scene.ask('select answer from mark')).answer;

test('a fresh folder gets a server that only its own user can reach, through a socket and a password', async () => {
  await scene.visit('serve');
  const { cluster } = await readSecrets(scene.dataDirectory);
  expect(await scene.ask(`select current_setting('listen_addresses') as addresses, current_setting('data_checksums') as checksums,
    current_setting('server_encoding') as encoding, current_setting('server_version_num')::int / 10000 as major`))
    .toEqual({ addresses: '', checksums: 'on', encoding: 'UTF8', major: 18 });
  expect(statSync(path.join(scene.dataDirectory, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(statSync(socketFolder(cluster)).mode & 0o777).toBe(0o700);
  expect(socketFolder(cluster).length).toBeLessThan(80);
  expect(readFileSync(path.join(scene.cluster, 'pg_hba.conf'), 'utf8')).not.toMatch(/^(local|host)\b.*\b(trust|peer)$/m);
});

test('letters of every script count as letters in fuzzy search', async () => {
  await scene.visit('serve');
  await scene.ask('create extension pg_trgm');
  const { answer } = await scene.ask(`select array_to_string(show_trgm('Скопје مرحبا'), ',') as answer`);
  expect(answer.split(',').length).toBeGreaterThan(8);
});

test('as root the server and its files belong to another user', async ({ skip }) => {
  if (process.getuid?.() !== 0) skip('needs root');
  const { server } = await scene.visit('serve');
  expect(userOf(server!)).not.toBe(0);
  expect(statSync(scene.cluster).uid).toBe(userOf(server!));
});

test('an ordinary user needs neither root nor another user', async ({ skip }) => {
  const nobody = lookUp('nobody');
  if (process.getuid?.() !== 0 || !nobody) skip('every other test here shows it when it is not root that runs them');
  if (!canReach(nobody, import.meta.dirname)) skip('the checkout lies in a closed folder');
  chownSync(scene.dataDirectory, nobody!.uid, nobody!.gid);
  const { server, message, child } = await scene.visit('serve', undefined, nobody);
  expect(message).toBeUndefined();
  expect(userOf(server!)).toBe(nobody!.uid);
  await ended(child, 'SIGTERM');
  expect(await scene.alive()).toEqual([]);
});

test('a second start finds what the first one kept', async () => {
  const first = await scene.visit('serve');
  await mark('kept');
  expect(await ended(first.child, 'SIGTERM')).toBe(0);
  const second = await scene.visit('serve');
  expect([second.how, second.message]).toEqual(['started', undefined]);
  expect(await marked()).toBe('kept');
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s leaves no process, no socket and no lock file', async (signal) => {
  const { child } = await scene.visit('serve');
  expect(await scene.alive()).not.toEqual([]);
  await ended(child, signal);
  expect(await scene.alive()).toEqual([]);
  const { cluster } = await readSecrets(scene.dataDirectory);
  expect(() => statSync(socketFolder(cluster))).toThrow(/ENOENT/);
  expect(() => statSync(path.join(scene.cluster, 'postmaster.pid'))).toThrow(/ENOENT/);
});

test('a server whose starter was killed is taken over with its data, and stopped by the one who took it over', async () => {
  const first = await scene.visit('serve');
  await mark('survived');
  await ended(first.child, 'SIGKILL');
  expect(await scene.alive()).toContain(first.server);
  const second = await scene.visit('serve');
  expect(second).toMatchObject({ how: 'attached', server: first.server });
  expect(await marked()).toBe('survived');
  await ended(second.child, 'SIGTERM');
  expect(await scene.alive()).toEqual([]);
});

test('a second serve is told which process has the folder and how to go on', async () => {
  const first = await scene.visit('serve');
  const second = await scene.visit('serve');
  expect(second.refused).toBe('already-served');
  expect(second.message).toContain(String(first.child.pid));
  expect(second.message).toMatch(/--data/);
  expect((await scene.ask('select 1::text as answer')).answer).toBe('1');   // the first one noticed nothing
});

test('commands join a live server; when serve ends before them they finish, and the last one out stops it', async () => {
  const serve = await scene.visit('serve');
  const [one, two] = await Promise.all([scene.visit('guest'), scene.visit('guest')]);
  for (const guest of [one, two]) expect(guest).toMatchObject({ how: 'attached', server: serve.server });
  await ended(serve.child, 'SIGTERM');
  await ended(one.child, 'SIGTERM');
  expect((await scene.ask('select 1::text as answer')).answer).toBe('1');
  await ended(two.child, 'SIGTERM');
  expect(await scene.alive()).toEqual([]);
});

test('serve may come while a command works alone, and stays when the command goes', async () => {
  const guest = await scene.visit('guest');
  expect(guest.how).toBe('started');
  const serve = await scene.visit('serve');
  expect(serve).toMatchObject({ how: 'attached', server: guest.server });
  await ended(guest.child, 'SIGTERM');
  expect(await scene.alive()).toContain(serve.server);
});

test('several that come at once to a fresh folder share one server', async () => {
  const visits = await Promise.all(['guest', 'serve', 'guest'].map((as) => scene.visit(as as 'guest' | 'serve')));
  expect(new Set(visits.map((v) => v.server)).size).toBe(1);
  expect(visits.filter((v) => v.how === 'started')).toHaveLength(1);
});

test('a lock file that names a stranger is a leftover', async () => {
  const first = await scene.visit('serve');
  await mark('kept');
  await ended(first.child, 'SIGTERM');
  // what a crashed container leaves: the same small process number now belongs to another program of the same user
  writeFileSync(path.join(scene.cluster, 'postmaster.pid'), `${process.pid}\n${scene.cluster}\n1\n5432\n/tmp\n\n  1 1\nready   \n`);
  expect((await scene.visit('serve')).how).toBe('started');
  expect(await marked()).toBe('kept');
});

test('when the server is killed under serve it comes back with everything that was committed', async () => {
  const serve = await scene.visit('serve');
  await mark('committed');
  process.kill(serve.server!, 'SIGKILL');
  await until(async () => (await marked().catch(() => '')) === 'committed', 30);
  await ended(serve.child, 'SIGTERM');
  expect(await scene.alive()).toEqual([]);
});

test('an orphan that lets nobody in is ended, and a new server started', async () => {
  const first = await scene.visit('serve');
  await mark('kept');
  await ended(first.child, 'SIGKILL');
  process.kill(first.server!, 'SIGSTOP');
  const second = await scene.visit('serve', 2000);
  expect([second.how, second.message]).toEqual(['started', undefined]);
  expect(second.server).not.toBe(first.server);
  expect(await marked()).toBe('kept');
});
