import { describe, expect, test } from 'vitest';
import { contextFor, desk, open } from './crawl.ts';
import { screens } from './screens.ts';
import { setting } from './setting.ts';

describe('a page opened by its address', () => {
  const s = setting();
  const styles = "[...document.styleSheets].map((x) => x.href ?? 'inside the page').sort()";

  test('has all styles, whatever page was opened before: no page loads any of its own', async () => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    const asked = new Set<string>();
    page.on('request', (r) => r.resourceType() === 'stylesheet' && asked.add(new URL(r.url()).pathname));
    const seen = new Map<string, string>();
    for (const screen of screens) {
      await open(page, s.serverFor(screen), screen);
      seen.set(screen.name, JSON.stringify(((await page.evaluate(styles)) as string[]).map((href) => href.replace(/^http:\/\/[^/]+/, ''))));
    }
    expect([...new Set(seen.values())]).toHaveLength(1);
    expect(asked.size).toBe(1);
    await context.close();
  });

  test.each(['organisations', 'bring', 'activities', 'money', 'people'])('%s has its fields, buttons and tables dressed', async (name) => {
    const context = await contextFor(s.browser, desk);
    const page = await context.newPage();
    await open(page, s.full, screens.find((x) => x.name === name)!);
    const bare = await page.evaluate(`(() => {
      const undressed = [];
      for (const field of document.querySelectorAll('input[type=search], input[type=text], select')) if (getComputedStyle(field).borderTopLeftRadius === '0px') undressed.push(field.outerHTML.slice(0, 90));
      for (const button of document.querySelectorAll('button')) if (button.offsetParent !== null && getComputedStyle(button).borderStyle.includes('outset')) undressed.push(button.outerHTML.slice(0, 90));
      return undressed;
    })()`);
    expect(bare).toEqual([]);
    await context.close();
  });
});
