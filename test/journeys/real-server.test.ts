import { AxeBuilder } from '@axe-core/playwright';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { activitiesOf, textOf } from '../generators/iati-corpus.ts';
import { complaints, contextFor, desk, settled } from './crawl.ts';
import { inPage } from './in-page.ts';

vi.setConfig({ testTimeout: 300_000 });   // a whole server, on machines that do other things too

const root = fileURLToPath(new URL('../..', import.meta.url));
const inFolder = (folder: string) => readdirSync(path.join(root, folder)).filter((f) => f.endsWith('.xml')).sort().map((f) => path.join(root, folder, f));
const demonstration = inFolder('demo/iati');
/** One more file, counted by a program that is not ours: see test/golden/iati/README.md. */
const oneMore = path.join(root, 'test/golden/iati/complete-2.03.xml');
const counted = JSON.parse(readFileSync(path.join(root, 'test/golden/iati/counted.json'), 'utf8')) as Record<string, { activities: number; transaction_value_sums: Record<string, string> }>;
const shared = path.join(root, '../shared/data/activities/iati');
const real = ['dportal-2021-06-15/dportal_119.xml.gz', 'dportal-2021-06-15/dportal_121.xml.gz', 'dportal-2021-06-15/dportal_31.xml.gz', 'dportal-2021-06-15/dportal_72.xml.gz', 'publishers/aiddata-nigeria-register-2.03.xml.gz', 'publishers/bmz-bangladesh-2016.xml']
  .map((f) => path.join(shared, f));

const activities = (file: string) => [...activitiesOf(textOf(file))];
const identifierOf = (activity: string) => /<iati-identifier>\s*([^<]*?)\s*<\/iati-identifier>/.exec(activity)?.[1] ?? '';
const cents = (amount: string) => BigInt(amount.replace(/[^\d.−-]/g, '').replace('−', '-').replace('.', ''));
/** The exact value that a figure says of itself, however short it is drawn. */
const exact = async (figure: Locator) => (await figure.getAttribute('aria-label'))!;
const money = async (figure: Locator) => cents(/^[−-]?€[\d,]+\.\d\d/.exec(await exact(figure))![0]);
const number = async (figure: Locator) => Number(/^[\d,]+/.exec(await exact(figure))![0].replaceAll(',', ''));
const figures = (within: Locator) => within.getByRole('button', { name: /, confidence / });

describe('the real product, from its first start', () => {
  let folder: string;
  let child: ChildProcess;
  let address: string;
  let browser: Browser;
  let page: Page;
  let heard: string[];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tessera-journey-'));
    await chmod(folder, 0o755);
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    await new Promise((done) => probe.close(done));
    child = spawn(process.execPath, ['bin/tessera.mjs', 'serve', '--empty'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TESSERA_DATA: path.join(folder, 'data'), PORT: String(port), LOG_LEVEL: 'warn' } });
    let err = '';
    child.stderr!.on('data', (d: Buffer) => { err += d.toString(); });
    let link: string | undefined;
    for await (const line of createInterface({ input: child.stdout! })) if ((link = /^http\S+\/link#\S+$/.exec(line)?.[0]) !== undefined) break;
    child.stdout!.resume();   // nobody reads on, and it must not wait for a reader
    if (link === undefined) throw new Error(`the server did not start: ${err}`);
    address = new URL(link).origin;

    browser = await launchBrowser();
    page = await (await contextFor(browser, desk)).newPage();
    heard = complaints(page);
    await page.goto(link);
    await page.getByLabel('Your organisation').fill('Town of Examples');
    await page.getByLabel('Mail address').fill('ada@town.example');
    await page.getByLabel('Your name').fill('Ada');
    await page.getByLabel('Password').fill('a password of my own');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.waitForURL('**/today');
  });
  afterAll(async () => {
    await browser?.close();
    if (child?.exitCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }
    await rm(folder, { recursive: true, force: true });
  });

  const at = async (where: string, who = page) => {
    await who.goto(address + where);
    await who.getByRole('heading', { level: 1 }).waitFor();
    await settled(who);
    // Totals follow a moment after data came or went; the page says so, and shows the new ones by itself.
    await who.locator('.lead__recount').waitFor({ state: 'detached', timeout: 60_000 });
    await settled(who);
  };
  const region = (name: string) => page.getByRole('region', { name, exact: true });

  /** Files dropped on the page, as a desktop does it. */
  const drop = async (files: string[]) => {
    const dropped = files.map((f) => ({ name: path.basename(f), text: readFileSync(f, 'utf8') }));
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      for (const f of ${JSON.stringify(dropped)}) data.items.add(new File([f.text], f.name, { type: 'text/xml' }));
      for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    })()`);
  };
  const choose = async (files: string[]) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose files' }).click()]);
    await chooser.setFiles(files);
  };
  /** Brings files in, waits until they are read and counted, and gives back where the import is found. */
  const bring = async (files: string[], how: (files: string[]) => Promise<void>) => {
    await at('/bring');
    await how(files);
    await page.getByRole('button', { name: files.length === 1 ? 'Bring in 1 file' : `Bring in ${files.length} files` }).click();
    await page.waitForURL(/\/bring\/\d+$/);
    await region('Outcome').waitFor({ timeout: 90_000 });
    await settled(page);
    expect(await page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    return new URL(page.url()).pathname;
  };
  /** What a file's row says in a column; nothing is none. */
  const inColumn = async (row: Locator, head: string) => {
    const figure = figures(row.locator(`[data-head="${head}"]`));
    return (await figure.count()) === 0 ? 0 : number(figure);
  };
  /** "97 of 100 activities in". */
  const outcome = async () => {
    const said = figures(region('Outcome').getByRole('paragraph').first());
    return { good: await number(said.nth(0)), all: await number(said.nth(1)) };
  };
  const undo = async (batch: string) => {
    await at(batch);
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Undo now' }).click();
    await page.getByText('This import was undone.').waitFor();
  };
  /** Every total and count of the overview, as exactly as it is known. */
  const overview = async () => {
    await at('/overview');
    return Promise.all((await figures(region('Money counted once')).all()).map(exact));
  };
  /** The lines of "How this was counted" by their names, in cents. */
  const countedLines = async () => {
    const lines = new Map<string, bigint>();
    for (const row of (await region('How this was counted').getByRole('row').all()).slice(1)) {
      const head = row.getByRole('rowheader');
      const name = (await head.innerText()).split('\n')[0]!.trim();
      lines.set(name, await money(figures(row).last()));
    }
    return lines;
  };
  const addsUp = (lines: Map<string, bigint>) => {
    const sum = (...names: string[]) => names.reduce((n, name) => n + (lines.get(name) ?? 0n), 0n);
    expect(sum('Paid out or spent, as published', 'Known only from receivers')).toBe(lines.get('All published payments'));
    expect(sum('Came in from outside', 'Did not go through the group', 'From own or unrecorded sources')).toBe(lines.get('Counted once'));
    expect(sum('Counted once', 'Passed on or spent inside the group', 'Repeated by another level', 'Repeated by another version', 'Difference of two reports')).toBe(lines.get('All published payments'));
    expect([...lines.values()].at(-1)).toBe(lines.get('All published payments'));
  };
  const axe = async () => (await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
  /** Numbers outside a Figure, found in the pseudo-language as test/journeys/figures.test.ts does. */
  const looseNumbers = async (...where: string[]) => {
    const context = await contextFor(browser, { ...desk, locale: 'en-XA' });
    await context.addCookies(await page.context().cookies());
    const other = await context.newPage();
    const found: Record<string, string[]> = {};
    for (const one of where) {
      await at(one, other);
      found[one] = await inPage(other, 'loose-numbers');
    }
    await context.close();
    expect(found).toEqual(Object.fromEntries(where.map((one) => [one, []])));
  };

  test('six files go in, are counted once, open to their rows, and go again', async () => {
    await at('/overview');
    await page.getByText('There is no data yet').waitFor();

    // What went in is what the files hold.
    const first = await bring(demonstration, drop);
    const held = demonstration.map((file) => ({ file: path.basename(file), ids: activities(file).map(identifierOf) }));
    const ids = held.flatMap((h) => h.ids);
    const fit = ids.filter((id) => id !== '');
    expect(await outcome()).toEqual({ good: fit.length, all: ids.length });
    for (const { file, ids: here } of held) {
      const row = region('Files').getByRole('row', { name: file });
      expect([file, await inColumn(row, 'Added'), await inColumn(row, 'Kept out')]).toEqual([file, here.filter((id) => id !== '').length, here.filter((id) => id === '').length]);
    }
    const before = await overview();
    const activityCount = region('Money counted once').getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Activities' }) });
    expect(await number(figures(activityCount))).toBe(new Set(fit).size);
    expect(await axe()).toEqual([]);

    // From the total to how it was counted, and in two clicks to its rows.
    const total = await money(figures(region('Money counted once')).first());
    await page.getByRole('link', { name: 'Money', exact: true }).first().click();
    await page.waitForURL('**/money');
    await region('How this was counted').waitFor();
    await settled(page);
    const lines = await countedLines();
    addsUp(lines);
    expect(lines.get('Counted once')).toBe(total);
    expect(await axe()).toEqual([]);
    await figures(region('How this was counted').getByRole('row', { name: /^Counted once/ })).first().click();
    await page.getByRole('dialog').getByRole('link', { name: 'Open the rows' }).click();
    await page.waitForURL('**/money/rows*');
    await page.getByRole('table', { name: 'Rows' }).getByRole('rowheader').first().waitFor();
    expect(await money(figures(page.getByRole('status')).first())).toBe(total);
    // Each row says in which file it stands, and opens it at that very line.
    await page.getByRole('link', { name: /\.xml, line \d+$/ }).first().click();
    await page.waitForURL('**/source?**');
    const here = page.locator('[aria-current=location]');
    await here.waitFor();
    expect(await here.innerText()).toMatch(new RegExp(`^${new URL(page.url()).searchParams.get('line')}\\s+<transaction`));

    // An activity has the money of its file, an organisation its activities.
    const advice = demonstration.flatMap(activities).find((a) => identifierOf(a) === 'XX-DEMO-MOB-01')!;
    const ofType = (type: string) => [...advice.matchAll(new RegExp(`<transaction-type code="${type}"/>.*?<value [^>]*>([^<]+)<`, 'g'))].reduce((n, [, v]) => n + cents(v!), 0n);
    await at('/activities');
    await page.getByRole('searchbox', { name: 'Search titles, descriptions, identifiers' }).fill('Advice centres for labour mobility');
    await page.getByRole('link', { name: 'Advice centres for labour mobility' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Advice centres for labour mobility' }).waitFor();
    await settled(page);
    for (const [type, name] of [['1', 'Incoming funds'], ['3', 'Disbursement'], ['4', 'Expenditure']] as const) {
      expect([name, await money(figures(page.getByRole('listitem').filter({ hasText: name })).first())]).toEqual([name, ofType(type)]);
    }
    await page.getByRole('link', { name: 'Agency for mobility (illustrative)' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Agency for mobility (illustrative)' }).waitFor();
    const part = new Set(demonstration.flatMap(activities).filter((a) => a.includes('ref="XX-DEMO-MOB"')).map(identifierOf).filter((id) => id !== ''));
    expect(await number(page.getByRole('button', { name: /^\d+ activities, confidence/ }))).toBe(part.size);

    await looseNumbers('/overview', '/money', '/money/rows', '/activities', '/activities/XX-DEMO-MOB-01', '/organisations', '/organisations/XX-DEMO-MOB', '/bring', first);

    // One more file adds to the cent what it holds; undone, everything is as it was.
    const golden = counted[path.basename(oneMore)]!;
    const second = await bring([oneMore], choose);
    expect(await outcome()).toEqual({ good: golden.activities, all: golden.activities });
    expect(await overview()).not.toEqual(before);
    await at('/money');
    const more = await countedLines();
    addsUp(more);
    expect(more.get('Paid out or spent, as published')! - lines.get('Paid out or spent, as published')!).toBe(cents(golden.transaction_value_sums['EUR|4']!));
    await undo(second);
    expect(await overview()).toEqual(before);
    await at('/money');
    expect(await countedLines()).toEqual(lines);
    await undo(first);
    await at('/overview');
    await page.getByText('There is no data yet').waitFor();
    expect(heard).toEqual([]);
  });

  test('six files as publishers publish them', async ({ skip }) => {
    if (!existsSync(shared)) {
      console.log('skipped: the folder shared, with real files, is not beside this checkout');
      skip('the folder shared, with real files, is not beside this checkout');
    }
    const before = await overview();
    const batch = await bring(real, choose);
    const held = real.map((f) => activities(f).length);
    const { good, all } = await outcome();
    expect(all).toBe(held.reduce((a, b) => a + b));
    expect(good).toBeGreaterThan(0);
    for (const [i, file] of real.entries()) {
      const row = figures(region('Files').getByRole('row', { name: path.basename(file) }));
      const parts = await Promise.all((await row.all()).map(number));   // added, changed, unchanged, kept out
      expect([path.basename(file), parts.reduce((a, b) => a + b)]).toEqual([path.basename(file), held[i]]);
    }
    await overview();
    const total = await money(figures(region('Money counted once')).first());
    await at('/money');
    const lines = await countedLines();
    addsUp(lines);
    expect(lines.get('Counted once')).toBe(total);
    await looseNumbers('/overview', '/money', '/money/rows', '/activities', '/organisations', batch);
    await undo(batch);
    expect(await overview()).toEqual(before);
    expect(heard).toEqual([]);
  });
});
