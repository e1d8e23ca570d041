import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { emptyDirectory, median, root } from './child.ts';
import { keep } from './results.ts';

/** From the command to a page that answers: with an empty data directory, and again with the one that it left. */
export async function benchStart({ rounds }: { rounds: number }): Promise<void> {
  const first: number[] = [];
  const second: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const data = emptyDirectory();
    try {
      // As after `npm ci`: nothing says that the pages are built, so the first start builds them.
      rmSync(join(root, 'dist/web-made-from.txt'), { force: true });
      first.push(await secondsToPage(data));
      second.push(await secondsToPage(data));
      process.stderr.write(`start, round ${round + 1}: first ${first.at(-1)!.toFixed(1)} s, second ${second.at(-1)!.toFixed(1)} s\n`);
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  }
  keep('start', 'product', { rounds, firstSeconds: median(first), secondSeconds: median(second) });
}

async function secondsToPage(data: string): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const started = performance.now();
  const server = spawn('npm', ['start'], { cwd: root, env: { ...process.env, TESSERA_DATA: data, PORT: String(port), LOG_LEVEL: 'error' }, stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  const ended = new Promise<void>((resolve) => { server.on('close', () => resolve()); });
  try {
    while (!(await answers(port))) {
      if (server.exitCode !== null) throw new Error(`npm start ended with ${server.exitCode}`);
      if (performance.now() - started > 300_000) throw new Error('no page after five minutes');
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    return (performance.now() - started) / 1000;
  } finally {
    // The group: npm, its shell and the server; each gets the signal, the server closes its database.
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGTERM');
    await ended;
  }
}

/** A page that can be used: the document, and an answer of the API behind it. */
async function answers(port: number): Promise<boolean> {
  try {
    const [page, api] = await Promise.all([fetch(`http://127.0.0.1:${port}/`), fetch(`http://127.0.0.1:${port}/api/activities/summary`)]);
    return page.ok && api.ok && (await page.text()).includes('<script');
  } catch {
    return false;
  }
}
