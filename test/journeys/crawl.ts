import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { FakeServer } from './fake-api.ts';
import type { Screen } from './screens.ts';

/** How a screen is looked at. */
export type Look = { width: number; height: number; scheme: 'light' | 'dark'; locale?: 'en' | 'en-XA' | 'ar-XB' };

export const desk: Look = { width: 1440, height: 900, scheme: 'light' };
export const phone: Look = { width: 390, height: 844, scheme: 'light' };

export async function contextFor(browser: Browser, look: Look): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, colorScheme: look.scheme, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/Vienna', hasTouch: look.width < 600, isMobile: look.width < 600 });
  if (look.locale !== undefined) await context.addInitScript(`localStorage.setItem('tessera.locale', '${look.locale}')`);
  return context;
}

/** Opens a screen and waits until everything that it asks for is there. Throws what the page complained about. */
export async function open(page: Page, server: FakeServer, screen: Screen): Promise<void> {
  server.state.signedIn = screen.signedIn;
  await page.goto('about:blank');
  await page.goto(server.url + screen.path);
  await page.waitForSelector(screen.ready, { state: 'attached', timeout: 15_000 });
  await settled(page);
}

/** Nothing is loading, nothing moves. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  // Asked again and again from outside: the page's own policy forbids code made from text inside it.
  for (let tries = 0; tries < 200; tries += 1) {
    if (await page.evaluate("document.querySelectorAll('.skeleton, .pending--old').length === 0 && document.fonts.status === 'loaded'")) return;
    await page.waitForTimeout(50);
  }
  throw new Error('the page does not come to rest');
}

/** What a page complains about: errors of its script, and what its console calls an error. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (e) => heard.push(String(e)));
  page.on('console', (m) => m.type() === 'error' && !/status of 4\d\d/.test(m.text()) && heard.push(m.text()));
  return heard;
}
