import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { complaints, contextFor, desk, open, phone, type Look } from './crawl.ts';
import { inPage } from './in-page.ts';
import { screens } from './screens.ts';
import { setting } from './setting.ts';

const looks: [string, Look][] = [
  ['desk', desk],
  ['desk-dark', { ...desk, scheme: 'dark' }],
  ['phone', phone],
];
const folder = fileURLToPath(new URL('../../test-output/screens', import.meta.url));
mkdirSync(folder, { recursive: true });

describe.each(looks)('%s', (name, look) => {
  const s = setting();
  test.each(screens.map((screen) => [screen.name, screen] as const))('%s draws without complaint, fits the screen, and is open to everybody (axe)', async (_, screen) => {
    const context = await contextFor(s.browser, look);
    const page = await context.newPage();
    const heard = complaints(page);
    await open(page, s.serverFor(screen), screen);
    await page.screenshot({ path: `${folder}/${screen.name}-${name}.png`, fullPage: true });
    expect(heard).toEqual([]);
    expect(await inPage(page, 'overflow')).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
    await context.close();
  });
});
