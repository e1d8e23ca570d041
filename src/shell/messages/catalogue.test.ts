import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pseudo } from './pseudo.ts';

const english = fileURLToPath(new URL('en.json', import.meta.url));
const formatjs = fileURLToPath(new URL('../../../node_modules/.bin/formatjs', import.meta.url));
const catalogue = JSON.parse(readFileSync(english, 'utf8')) as Record<string, string>;

test('every text is a message that formatjs can compile, also in the pseudo-language', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-messages-'));
  const mirrored = join(folder, 'pseudo.json');
  writeFileSync(mirrored, JSON.stringify(Object.fromEntries(Object.entries(catalogue).map(([id, text]) => [id, pseudo(text)]))));
  for (const file of [english, mirrored]) {
    // Without `--format simple` it would write {} and call that a success.
    const out = execFileSync(formatjs, ['compile', '--ast', '--format', 'simple', file], { encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(Object.keys(JSON.parse(out) as object).length).toBe(Object.keys(catalogue).length);
  }
  rmSync(folder, { recursive: true });
});
