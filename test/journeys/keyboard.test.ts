import { describe, expect, test } from 'vitest';
import { contextFor, desk, open } from './crawl.ts';
import { inPage } from './in-page.ts';
import { screens } from './screens.ts';
import { setting } from './setting.ts';

type Stop = { what: string; name: string; seen: boolean; there: boolean } | null;
const at = (name: string) => screens.find((x) => x.name === name)!;
const MOST_STOPS = 70;

describe('by keyboard alone', () => {
  const s = setting();

  test.each(screens.map((screen) => [screen.name, screen] as const))('%s: every stop has a name and a visible focus, and nothing traps it', async (_, screen) => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.serverFor(screen), screen);
    await page.evaluate('document.activeElement.blur()');
    const stops: Stop[] = [];
    for (let i = 0; i < MOST_STOPS; i += 1) {
      await page.keyboard.press('Tab');
      const stop = await inPage<Stop>(page, 'tab-stops');
      if (stop === null) break;
      stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(1);
    expect(stops.filter((x) => x !== null && (!x.seen || !x.there || x.name === '')).map((x) => x?.what)).toEqual([]);
    expect(new Set(stops.map((x) => x?.what)).size).toBeGreaterThan(stops.length / 4);
    await context.close();
  });

  test('the first stop skips to the page', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('activities'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await context.close();
  });

  test('Ctrl K finds an activity and opens it; the heading has the focus', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('today'));
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.type('shelter, health');
    await page.getByRole('option', { name: /Shelter, health/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/activities\/XX-DEMO/);
    await page.waitForSelector('h1:focus', { timeout: 5000 });
    expect(await page.locator('h1:focus').innerText()).toMatch(/Shelter, health/);
    await context.close();
  });

  test('Ctrl K finds a country and opens its picture', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('today'));
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.type('alban');
    await page.getByRole('option', { name: /Albania/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/overview\?place=AL/);
    await page.getByRole('heading', { level: 1, name: 'Albania' }).waitFor();
    await context.close();
  });

  test('g and a letter go to a page and keep the filters; ? shows the keys', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('overview-place'));
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.waitForURL(/\/money\?place=MK&year=2022/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await context.close();
  });

  test('a filter is chosen by typing, stands in the address, and goes with back', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('overview'));
    await page.getByRole('combobox', { name: 'Country or region' }).focus();
    await page.keyboard.type('Alban');
    await page.getByRole('option', { name: 'Albania' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/place=AL/);
    await page.getByRole('heading', { level: 1, name: 'Albania' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await context.close();
  });

  test('signing in needs no mouse, and says what was wrong', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('sign-in'));
    await page.keyboard.type('alpha@example.org');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong password');
    await page.keyboard.press('Enter');
    await page.getByText('Mail address or password is wrong.').waitFor();
    await page.getByLabel('Password').fill('correct horse battery');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/today/);
    await context.close();
  });
});
