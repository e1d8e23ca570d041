import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const data = mkdtempSync(join(tmpdir(), 'tessera-process-'));
chmodSync(data, 0o755);   // root's database lies where its own user can reach it: here, so that it goes with the folder
const environment = { ...process.env, LOG_LEVEL: 'error', TESSERA_DATA: '', DATABASE_URL: '' };

/** The command as somebody would run it: a process of its own. */
function run(...argv: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'bin/tessera.mjs'), ...argv], { cwd: root, env: environment });
    const said = { out: '', err: '' };
    child.stdout.on('data', (piece: Buffer) => { said.out += piece.toString(); });
    child.stderr.on('data', (piece: Buffer) => { said.err += piece.toString(); });
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

const freePort = () => new Promise<number>((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => resolve(port));
  });
});

describe('the command as a process', () => {
  let server: ChildProcess | undefined;
  afterAll(() => {
    server?.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  });

  test('help, wrong usage and inspect need no database, and end with their codes', async () => {
    expect((await run('--help')).code).toBe(0);
    expect(await run('fly')).toMatchObject({ code: 2, out: '' });
    const { code, out, err } = await run('inspect', 'demo/iati/agency-mobility.xml', '--json', '--data', data);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ file: 'demo/iati/agency-mobility.xml', kind: 'iati', activities: 4 });
  }, 60_000);

  test('without a server a command starts the database for itself; beside one it joins it; both see the same', async () => {
    const alone = await run('import', 'demo/iati/agency-mobility.xml', '--json', '--data', data);
    expect([alone.code, alone.err]).toEqual([0, '']);
    const totals = await run('overview', '--by', 'currency', '--json', '--data', data);
    expect(totals.out).toMatch(/^\{"currency":"EUR","transactionType":null,"value":"[\d.]+","count":\d+\}\n$/);

    const port = await freePort();
    server = spawn(process.execPath, [join(root, 'bin/tessera.mjs'), 'serve', '--empty', '--data', data], { cwd: root, env: { ...environment, PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => { server!.on('close', resolve); });
    await new Promise<void>((resolve, reject) => {
      let said = '';
      server!.stdout!.on('data', (piece: Buffer) => { if ((said += piece.toString()).includes(`:${port}`)) resolve(); });
      void ended.then(() => reject(new Error(`serve ended: ${said}`)));
    });
    expect((await fetch(`http://127.0.0.1:${port}/api/access/session`)).status).toBe(200);
    const beside = await Promise.all([run('overview', '--by', 'currency', '--json', '--data', data), run('batches', '--json', '--data', data)]);
    expect(beside[0]).toEqual(totals);
    expect(JSON.parse(beside[1].out)).toMatchObject({ id: 1, status: 'done', files: ['agency-mobility.xml'] });
    expect((await run('undo', '1', '--data', data)).code).toBe(0);
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
    server = undefined;
    expect(await run('overview', '--by', 'currency', '--json', '--data', data)).toEqual({ code: 0, out: '', err: '' });
  }, 180_000);
});
