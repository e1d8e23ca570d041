import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';

test('the browser of the journeys starts with nothing installed, and draws a page', async ({ skip }) => {
  if (process.platform !== 'linux' || process.arch !== 'x64') skip('the packaged Chromium is for Linux on x64');
  const browser = await launchBrowser();
  try {
    const { version } = createRequire(import.meta.url)('../node_modules/@sparticuz/chromium/package.json') as { version: string };
    expect(browser.version().split('.')[0]).toBe(version.split('.')[0]);   // the packaged one, not one of this machine
    const page = await browser.newPage({ viewport: { width: 390, height: 300 } });
    await page.setContent('<h1 style="color: #123456">Скопје مرحبا</h1>');
    expect(await page.textContent('h1')).toBe('Скопје مرحبا');
    const picture = await page.screenshot();
    expect(picture.length).toBeGreaterThan(1500);   // not an empty page
  } finally {
    await browser.close();
  }
}, 120_000);
