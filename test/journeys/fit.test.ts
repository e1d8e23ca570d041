import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { contextFor, desk, open, phone, type Look } from './crawl.ts';
import { fakeServer, type FakeServer } from './fake-api.ts';
import { inPage } from './in-page.ts';
import { screens, type Screen } from './screens.ts';

const looks: [string, Look][] = [
  ['a desk (1440)', desk],
  ['a tablet (768)', { ...desk, width: 768, height: 1024 }],
  ['a phone (390)', phone],
  ['a narrow phone (320)', { ...phone, width: 320 }],
];
/** The place in the file is asked for by its name, which is another one here. */
const withLongValues = (screen: Screen) => screen.name !== 'source' && screen.empty !== true;

describe('pages with the longest values of real files', () => {
  let browser: Browser;
  let server: FakeServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), fakeServer({ long: true })]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(looks)('no page scrolls sideways on %s, and nothing runs over its neighbour', { timeout: 300_000 }, async (_, look) => {
    const found: string[] = [];
    const context = await contextFor(browser, look);
    const page = await context.newPage();
    for (const screen of screens.filter(withLongValues)) {
      await open(page, server, screen);
      const [scroll, client] = (await page.evaluate('[document.documentElement.scrollWidth, document.documentElement.clientWidth]')) as [number, number];
      if (scroll > client) found.push(`${screen.name}: ${scroll} > ${client}`);
      found.push(...(await inPage(page, 'overflow')).map((f) => `${screen.name}: ${f}`));
    }
    await context.close();
    expect(found).toEqual([]);
  });

  test('parts that are folded on a phone fit it when they are opened', async () => {
    const context = await contextFor(browser, phone);
    const page = await context.newPage();
    await open(page, server, screens.find((s) => s.name === 'money')!);
    const folds = await page.locator('.panel__fold').all();
    expect(folds.length).toBeGreaterThan(4);
    for (const fold of folds) await fold.click();
    await page.waitForSelector('.cross-list, .data-table');
    await page.waitForLoadState('networkidle');
    expect(await inPage(page, 'overflow')).toEqual([]);
    await context.close();
  });
});
