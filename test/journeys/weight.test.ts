import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { contextFor, desk, settled } from './crawl.ts';
import { web } from './fake-api.ts';
import { setting } from './setting.ts';

const MOST = 250_000;

describe('weight of the first page', () => {
  const s = setting();
  test.each([['/overview', false], ['/sign-in', false], ['/today', true], ['/money', true], ['/bring', true]] as const)('%s loads at most 250 kB of compressed script, the map apart', async (path, signedIn) => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    const scripts = new Set<string>();
    page.on('request', (r) => r.resourceType() === 'script' && scripts.add(new URL(r.url()).pathname));
    s.full.state.signedIn = signedIn;
    await page.goto(s.full.url + path);
    await settled(page);
    const map = [...scripts].filter((p) => /PlacePanel/.test(p));
    const bytes = [...scripts].filter((p) => !map.includes(p)).reduce((sum, p) => sum + gzipSync(readFileSync(web + p)).length, 0);
    console.log(`${path}: ${Math.round(bytes / 1000)} kB of compressed script in ${scripts.size} files`);
    expect(bytes).toBeLessThan(MOST);
    await context.close();
  });
});
