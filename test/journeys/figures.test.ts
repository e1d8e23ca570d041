import { describe, expect, test } from 'vitest';
import { contextFor, desk, open } from './crawl.ts';
import { inPage } from './in-page.ts';
import { screens } from './screens.ts';
import { setting } from './setting.ts';

const at = (name: string) => screens.find((x) => x.name === name)!;

describe('figures', () => {
  const s = setting();

  test.each(screens.map((screen) => [screen.name, screen] as const))('%s shows no number of the data without its passport', async (_, screen) => {
    const context = await contextFor(s.browser, { ...desk, locale: 'en-XA' });
    const page = await context.newPage();
    await open(page, s.serverFor(screen), screen);
    expect(await inPage(page, 'loose-numbers')).toEqual([]);
    await context.close();
  });

  test('the check finds a loose number that is planted', async () => {
    const context = await contextFor(s.browser, { ...desk, locale: 'en-XA' });
    const page = await context.newPage();
    await open(page, s.full, at('account'));
    await page.evaluate("document.querySelector('main').append('1,234 people')");
    expect(await inPage(page, 'loose-numbers')).toHaveLength(1);
    await context.close();
  });

  test('a passport opens by keyboard, says everything, and gives the focus back', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('overview'));
    await page.locator('.figure--large').focus();
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog', { name: 'Passport of this figure' });
    for (const words of ['How far can I rely on it?', 'Fairly reliable in its weakest part', '18% very reliable', 'Each payment is counted once', '30 Apr 2026 to 30 Jun 2026', '7 of the 9 organisations that it concerns', '2 have not: the true figure may be larger', 'Where sources disagree', '6 sources', 'donor-external-action.xml', 'European Central Bank', 'TLP:CLEAR', 'How this was counted', 'Open the rows']) {
      expect(await card.innerText()).toContain(words);
    }
    await page.keyboard.press('Escape');
    expect(await card.count()).toBe(0);
    expect(await page.evaluate("document.activeElement.classList.contains('figure--large')")).toBe(true);
    await context.close();
  });

  test('a total opens to its rows in two clicks', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('money'));
    await page.locator('.figure--large').click();
    await page.getByRole('dialog').getByText('Open the rows').click();
    await page.waitForSelector('.data-table tbody tr');
    expect(new URL(page.url()).pathname).toBe('/money/rows');
    await context.close();
  });

  test('what is copied is exact', async () => {
    const context = await contextFor(s.browser, desk);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: s.full.url });
    const page = await context.newPage();
    await open(page, s.full, at('overview'));
    await page.evaluate("getSelection().selectAllChildren(document.querySelector('.lead'))");
    await page.keyboard.press('Control+c');
    const copied = (await page.evaluate('navigator.clipboard.readText()')) as string;
    expect(copied).toMatch(/€10,\d{3},\d{3}\.\d{2}/);
    expect(copied).not.toContain('€10.9 m');
    await context.close();
  });

  test('on paper every figure has a footnote', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, at('overview'));
    await page.emulateMedia({ media: 'print' });
    await page.waitForSelector('.print-notes li', { state: 'attached', timeout: 5000 });
    const notes = page.locator('.print-notes li');
    expect(await notes.count()).toBeGreaterThan(1);
    expect(await notes.first().innerText()).toContain('confidence');
    expect(await page.evaluate("[...document.querySelectorAll('[data-figure]')].filter((f) => !f.dataset.note).length")).toBe(0);
    await context.close();
  });
});
