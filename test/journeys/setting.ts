import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { fakeServer, type FakeServer } from './fake-api.ts';
import type { Screen } from './screens.ts';

/** One browser and two servers (with data, and empty) for a file of journeys. */
export type Setting = { browser: Browser; full: FakeServer; empty: FakeServer; serverFor: (screen: Screen) => FakeServer };

export function setting(): Setting {
  const s = {} as Setting;
  beforeAll(async () => {
    [s.browser, s.full, s.empty] = await Promise.all([launchBrowser(), fakeServer(), fakeServer({ empty: true })]);
    s.serverFor = (screen) => (screen.empty === true ? s.empty : s.full);
  });
  afterAll(async () => {
    await s.browser?.close();
    await Promise.all([s.full?.close(), s.empty?.close()]);
  });
  return s;
}
