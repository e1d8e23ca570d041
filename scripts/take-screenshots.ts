/**
 * Takes the pictures of the README: starts the product in a temporary folder with its demonstration, makes an
 * administrator, brings files as anybody would, and looks at four pages. What is invented is marked as such on every
 * screen, and no picture is taken of one that is not. Writes docs/images/*.png.
 *
 *   npx tsx scripts/take-screenshots.ts
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../test/browser.ts';
import { contextFor, desk, phone, settled } from '../test/journeys/crawl.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = path.join(root, 'docs/images');
const files = readdirSync(path.join(root, 'demo/iati')).filter((f) => f.endsWith('.xml')).sort().map((f) => path.join(root, 'demo/iati', f));
const PORT = process.env.PORT ?? '8947';
const LARGEST = 250_000;

const folder = mkdtempSync(path.join(os.tmpdir(), 'tessera-pictures-'));
await chmod(folder, 0o755);
const child = spawn(process.execPath, ['bin/tessera.mjs', 'serve'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TESSERA_DATA: path.join(folder, 'data'), PORT, LOG_LEVEL: 'warn' } });
const browser = await launchBrowser();
try {
  let link = '';
  for await (const line of createInterface({ input: child.stdout })) if ((link = /^http\S+\/link#\S+$/.exec(line)?.[0] ?? '') !== '') break;
  child.stdout.resume();
  if (link === '') throw new Error('the server did not start');
  const address = new URL(link).origin;
  mkdirSync(images, { recursive: true });

  const take = async (page: Page, name: string) => {
    const file = path.join(images, `${name}.png`);
    await page.mouse.move(0, 0);
    await settled(page);
    await page.locator('.demonstration').waitFor();   // says what is invented, alone or beside what was brought
    await page.screenshot({ path: file });
    const { size } = statSync(file);
    console.log(`${name}.png ${size} bytes`);
    if (size > LARGEST) throw new Error(`${name}.png is larger than ${LARGEST} bytes`);
  };
  const at = async (page: Page, where: string) => {
    await page.goto(address + where);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
  };

  const context = await contextFor(browser, desk);
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Your organisation').fill('Town of Examples');
  await page.getByLabel('Mail address').fill('ada@town.example');
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('Password').fill('a password of my own');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL('**/today');

  await at(page, '/overview');
  await page.getByText('counted once').first().waitFor();
  await take(page, 'overview');
  await at(page, '/money');
  await take(page, 'money');

  const small = await contextFor(browser, phone);
  const hand = await small.newPage();
  await at(hand, '/overview');
  await take(hand, 'phone');

  // Last, because what is brought counts: the demonstration's own files, as another organisation would bring them.
  await at(page, '/bring');
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByRole('button', { name: `Bring in ${files.length} files` }).click();
  await page.waitForURL(/\/bring\/\d+$/);
  await page.getByRole('region', { name: 'Outcome' }).waitFor();
  await page.getByText('being counted').waitFor({ state: 'detached' });
  await take(page, 'bring');
} finally {
  await browser.close();
  if (child.exitCode === null) {
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  }
  await rm(folder, { recursive: true, force: true });
}
