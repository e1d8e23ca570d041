import { describe, expect, test } from 'vitest';
import { contextFor, desk, open, phone, settled } from './crawl.ts';
import { screens } from './screens.ts';
import { setting } from './setting.ts';
import { fakeServer } from './fake-api.ts';

const at = (name: string) => screens.find((x) => x.name === name)!;
const file = (name: string) => ({ name, mimeType: 'text/xml', buffer: Buffer.from('<iati-activities/>') });

describe('the main job', () => {
  const s = setting();

  test.each([['desk', desk], ['phone', phone]] as const)('%s: files come in, are read live, are explained, and go again', async (_, look) => {
    const context = await contextFor(s.browser, look);
    const page = await context.newPage();
    await open(page, s.full, at('bring'));
    await page.locator('input[type=file]').setInputFiles([file('one.xml'), file('two.xml')]);
    await page.getByText('Who will see this?').waitFor();
    await page.getByText('Everybody, on the internet too.').waitFor();
    await page.getByLabel(/The network/).check();
    await page.getByText(/14 people of 3 organisations/).waitFor();
    await page.getByRole('button', { name: 'Bring in 2 files' }).click();
    await page.waitForURL(/\/bring\/\d+/);
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    await page.getByText('activities in', { exact: false }).waitFor({ timeout: 15_000 });
    expect(await page.locator('.outcome__line').innerText()).toMatch(/97\s+of\s+100\s+activities in\s+·\s+3\s+need you/);
    await page.getByRole('button', { name: /is not a code of the list Currency/ }).click();
    await page.getByText('EURO', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Undo now' }).click();
    await page.getByText('This import was undone.').waitFor();
    await context.close();
  });

  test('an import can be cancelled while it is read', async () => {
    const server = await fakeServer();
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, server, at('bring'));
    await page.locator('input[type=file]').setInputFiles([file('long.xml')]);
    await page.getByRole('button', { name: 'Bring in 1 file' }).click();
    await page.waitForURL('**/bring/*');   // before it, the same word stops the sending
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('This import was cancelled.').waitFor();
    await context.close();
    await server.close();
  });

  test('an import that is not there, or not for me, is said once under its heading and not asked for again', async () => {
    const server = await fakeServer();
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (r) => { if (r.url().includes('/intake/batches/999')) asked.push(r.url()); });
    await page.goto(`${server.url}/bring/999`);
    await page.getByText('There is nothing here, or you may not see it.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Import 999' }).waitFor();
    await page.waitForTimeout(2000);   // three times as long as a running import waits between two questions
    expect(asked).toHaveLength(1);
    await context.close();
    await server.close();
  });

  test('demonstration data is announced on every screen and removed with one confirmed click', async () => {
    const server = await fakeServer();
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, server, at('overview-place'));
    await page.getByText('Illustrative demonstration data.').waitFor();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('button', { name: 'Remove demonstration data' }).click();
    await page.getByText('Illustrative demonstration data.').waitFor({ state: 'detached' });
    await context.close();
    await server.close();
  });

  test('a filter keeps the old picture until the new one is there, and a click answers within 100 ms', async () => {
    const server = await fakeServer({ delayMs: 400 });
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, server, at('overview'));
    const before = await page.locator('.figure--large').innerText();
    await page.locator('.bars a', { hasText: 'Albania' }).first().click();
    // The address and the heading answer at once; the total of before is still there, paler.
    await page.getByRole('heading', { level: 1, name: 'Albania' }).waitFor({ timeout: 300 });
    expect(await page.locator('.figure--large').innerText()).toBe(before);
    expect(await page.locator('.pending--old').count()).toBeGreaterThan(0);
    expect(await page.locator('.skeleton').count()).toBe(0);
    await settled(page);
    expect(await page.locator('.figure--large').innerText()).not.toBe(before);
    await context.close();
    await server.close();
  });
});
