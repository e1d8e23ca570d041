import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const code = (name: string) => readFileSync(new URL(`browser-code/${name}.js`, import.meta.url), 'utf8');

/** Runs a piece of browser code in the page and gives back what it found. */
export function inPage<T = string[]>(page: Page, name: 'plain-text' | 'loose-numbers' | 'overflow' | 'tab-stops'): Promise<T> {
  return page.evaluate(code(name)) as Promise<T>;
}
