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

/** How often the product is killed: a few times in every run, thirty when asked (`TESSERA_CRASHES=30`). */
const CRASHES = Number(process.env['TESSERA_CRASHES'] ?? 3);
const ACTIVITIES = 400;
/** Each activity spends this much, so that the total says how many went in. */
const SPENT = 125;
const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let port: number;
let cookie = '';
let server: ChildProcess | undefined;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tessera-crash-'));
  await chmod(folder, 0o755);   // as root the database belongs to another user, who must be able to look in
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  port = (probe.address() as AddressInfo).port;
  probe.close();
});
afterAll(async () => {
  if (server?.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

/** The product as people start it; answers what it printed, once it says where it is. */
async function start(): Promise<string> {
  const child = spawn(process.execPath, ['bin/tessera.mjs', 'serve', '--empty'], { cwd: root, env: { ...process.env, DATABASE_URL: '', TESSERA_DATA: path.join(folder, 'data'), PORT: String(port), LOG_LEVEL: 'error' } });
  server = child;
  let out = '';
  child.stdout.on('data', (d: Buffer) => { out += d.toString(); });
  child.stderr.on('data', (d: Buffer) => { out += d.toString(); });
  while (!/Tessera is at[\s\S]*\n/.test(out) && child.exitCode === null) await pause(20);
  expect(child.exitCode, out).toBe(null);
  await pause(100);
  return out;
}

/** Kills the product, and every other time its database too, with nothing said before. */
async function kill(withDatabase: boolean): Promise<void> {
  const gone = once(server!, 'exit');
  server!.kill('SIGKILL');
  if (withDatabase) {
    for (const pid of await processesOf(path.join(folder, 'data', 'postgres', '18'))) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch { /* a process of the database that ended by itself */ }
    }
  }
  await gone;
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
    await kill(round % 2 === 0);
    await start();
    const found = await stateOf(batch);
    if (found.status !== 'done') unfinished++;
    expect([whole, whole + ACTIVITIES]).toContain(await inThePicture());
    for (let i = 0; i < 1500 && (await stateOf(batch)).status !== 'done'; i++) await pause(40);
    expect(await stateOf(batch), `round ${round}`).toMatchObject({ status: 'done', counts: { added: ACTIVITIES } });
    whole += ACTIVITIES;
    expect(await inThePicture()).toBe(whole);
  }
  // The test means something only if imports were really interrupted.
  expect(unfinished).toBeGreaterThan(0);

  for (let i = 0; i < 600 && (await api('/funds/overview')).body.recounting; i++) await pause(50);
  const { body } = await api('/funds/overview');
  expect(Number(body.naive.value)).toBe(whole * SPENT);
}, 60_000 + CRASHES * 60_000);
