import { describe, expect, test } from 'vitest';
import { contextFor, desk, open, phone } from './crawl.ts';
import { inPage } from './in-page.ts';
import { screens } from './screens.ts';
import { setting } from './setting.ts';

describe('in the pseudo-language', () => {
  const s = setting();
  const each = screens.map((screen) => [screen.name, screen] as const);

  test.each(each)('%s says nothing that is not in the catalogue, and has room for longer words', async (_, screen) => {
    const context = await contextFor(s.browser, { ...desk, locale: 'en-XA' });
    const page = await context.newPage();
    await open(page, s.serverFor(screen), screen);
    expect(await inPage(page, 'plain-text')).toEqual([]);
    expect(await inPage(page, 'overflow')).toEqual([]);
    await context.close();
  });

  test.each(each)('%s turns around for right-to-left and still fits a phone', async (_, screen) => {
    const context = await contextFor(s.browser, { ...phone, locale: 'ar-XB' });
    const page = await context.newPage();
    await open(page, s.serverFor(screen), screen);
    expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
    expect(await inPage(page, 'overflow')).toEqual([]);
    await context.close();
  });

  test('the check finds a plain word that is planted', async () => {
    const context = await contextFor(s.browser, { ...desk, locale: 'en-XA' });
    const page = await context.newPage();
    await open(page, s.full, screens.find((x) => x.name === 'account')!);
    await page.evaluate("document.querySelector('main').append('Hardcoded words')");
    expect(await inPage(page, 'plain-text')).toHaveLength(1);
    await context.close();
  });
});
