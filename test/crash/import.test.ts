import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processesOf } from '../../src/platform/db/postmaster.ts';
import { outsideDatabase } from './outside.ts';

/** How often the product is killed: a few times in every run, thirty when asked (`TESSERA_CRASHES=30`). */
const CRASHES = Number(process.env['TESSERA_CRASHES'] ?? 3);
const ACTIVITIES = 400;
/** Each activity spends this much, so that the total says how many went in. */
const SPENT = 125;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** With another server named (`npm run test:server`), the product is given that one, and not its own. */
let outside: Awaited<ReturnType<typeof outsideDatabase>> | undefined;
let folder: string;
let port: number;
let cookie = '';
let server: ChildProcess | undefined;
let said = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tessera-crash-'));
  await chmod(folder, 0o755);   // as root the database belongs to another user, who must be able to look in
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  port = (probe.address() as AddressInfo).port;
  probe.close();
  if (process.env['TESSERA_TEST_SERVER']) outside = await outsideDatabase();
});
afterAll(async () => {
  if (server?.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  await outside?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The product as people start it; answers what it printed, once it says where it is. */
async function start(): Promise<string> {
  const child = spawn(process.execPath, ['bin/tessera.mjs', 'serve', '--empty'], { cwd: root, env: { ...process.env, DATABASE_URL: outside?.url ?? '', TESSERA_DATA: path.join(folder, 'data'), PORT: String(port), LOG_LEVEL: 'error' } });
  server = child;
  let out = '';
  child.stdout.on('data', (d: Buffer) => { out += d.toString(); });
  child.stderr.on('data', (d: Buffer) => { out += d.toString(); said += d.toString(); });
  child.stdout.on('data', (d: Buffer) => { said += d.toString(); });
  while (!/Tessera is at[\s\S]*\n/.test(out) && child.exitCode === null) await pause(20);
  expect(child.exitCode, out).toBe(null);
  await pause(100);
  return out;
}

/** What is killed, in turns, with nothing said before. */
const victims = ['the product', 'the product and its database', 'the database'] as const;

async function kill(victim: (typeof victims)[number]): Promise<void> {
  const gone = victim === 'the database' ? undefined : once(server!, 'exit');
  if (gone) server!.kill('SIGKILL');
  if (victim !== 'the product') {
    for (const pid of await (outside?.processes() ?? processesOf(path.join(folder, 'data', 'postgres', '18')))) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch { /* a process of the database that ended by itself */ }
    }
    await outside?.revive();   // its own one the product starts again
  }
  await gone;
}

/** A product that lost only its database goes on by itself. */
async function wellAgain(): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if ((await fetch(`http://127.0.0.1:${port}/health`).catch(() => null))?.ok) return;
    await pause(100);
  }
  throw new Error(`the product does not come to itself (ended: ${String(server!.exitCode ?? server!.signalCode)}): ${said.slice(-2000)}`);
}

type Answer = { id: number; total: { value: string }; naive: { value: string }; recounting: boolean; status: string; counts: { added: number } | null };

async function api(url: string, body?: object | FormData): Promise<{ status: number; body: Answer; cookie: string | null }> {
  const form = body instanceof FormData;
  const answer = await fetch(`http://127.0.0.1:${port}/api${url}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, ...(body && !form ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: await answer.json() as Answer, cookie: answer.headers.get('set-cookie') };
}

const fileOf = (round: number): string => `<?xml version="1.0"?><iati-activities version="2.03">${Array.from({ length: ACTIVITIES }, (_, i) => `
<iati-activity default-currency="EUR"><iati-identifier>XX-CRASH-${round}-${i}</iati-identifier><reporting-org ref="XX-CRASH" type="10"><narrative>A town (illustrative)</narrative></reporting-org>
<title><narrative>Course ${i}</narrative></title><description><narrative>${'Words about it. '.repeat(20)}</narrative></description>
<participating-org role="1" ref="XX-CRASH"/><activity-status code="2"/><activity-date iso-date="2022-01-01" type="2"/><recipient-country code="MK"/><sector code="15190" vocabulary="1"/>
<transaction><transaction-type code="4"/><transaction-date iso-date="2022-03-01"/><value value-date="2022-03-01">${SPENT}</value></transaction></iati-activity>`).join('')}</iati-activities>`;

async function bring(round: number): Promise<number> {
  const form = new FormData();
  form.append('audience', 'public');
  form.append('files', new Blob([fileOf(round)]), `round-${round}.xml`);
  const { status, body } = await api('/intake/batches', form);
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body.id;
}

const inThePicture = async (): Promise<number> => Number((await api('/activities?limit=1')).body.total.value);
const stateOf = async (batch: number) => (await api(`/intake/batches/${batch}`)).body;

/** A number in 0..1 that is the same in every run: what fails can be tried again. */
const seeded = (n: number): number => (Math.imul(n + 1, 2654435761) >>> 0) / 2 ** 32;

test(`killed ${CRASHES} times in the middle of imports: never half a batch, and nothing that was acknowledged is lost`, async () => {
  const printed = await start();
  const token = /\/link#([\w-]{43})/.exec(printed)?.[1];
  cookie = (await api('/access/links/answer', { token, email: 'clerk@town.example', organisation: 'Town', password: 'a password of my own' })).cookie!.split(';')[0]!;

  // How long an import takes here, so that the moments of the kills are spread over all of it.
  const before = Date.now();
  const first = await bring(0);
  for (let i = 0; i < 1200 && (await stateOf(first)).status !== 'done'; i++) await pause(20);
  expect(await stateOf(first)).toMatchObject({ status: 'done', counts: { added: ACTIVITIES } });
  const took = Date.now() - before;

  let whole = ACTIVITIES;
  let unfinished = 0;
  for (let round = 1; round <= CRASHES; round++) {
    const batch = await bring(round);
    await pause(seeded(round) * took);
    const victim = victims[round % victims.length]!;
    await kill(victim);
    await (victim === 'the database' ? wellAgain() : start());
    const found = await stateOf(batch);
    if (found.status !== 'done') unfinished++;
    expect([whole, whole + ACTIVITIES]).toContain(await inThePicture());
    for (let i = 0; i < 1500 && (await stateOf(batch)).status !== 'done'; i++) await pause(40);
    expect(await stateOf(batch), `round ${round}, killed ${victim}: ${said.slice(-3000)}`).toMatchObject({ status: 'done', counts: { added: ACTIVITIES } });
    whole += ACTIVITIES;
    expect(await inThePicture()).toBe(whole);
  }
  // The test means something only if imports were really interrupted.
  expect(unfinished).toBeGreaterThan(0);

  for (let i = 0; i < 600 && (await api('/funds/overview')).body.recounting; i++) await pause(50);
  const { body } = await api('/funds/overview');
  expect(Number(body.naive.value)).toBe(whole * SPENT);
}, 60_000 + CRASHES * 60_000);
