import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/command-line.ts';
import { exitCodes } from '../../src/cli/failure.ts';
import type { World } from '../../src/cli/world.ts';
import { problemCatalogue } from '../../src/kernel/problem.ts';
import { variableNames } from '../../src/platform/config.ts';
import { apiPage } from './api-page.ts';
import { projectFiles, read, root } from './tree.ts';

const pages = projectFiles().filter((f) => f.endsWith('.md'));
/** Headings as the link target that hosts of repositories make of them. */
const anchorOf = (heading: string) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').trim().replaceAll(' ', '-');

describe('the documentation', () => {
  test('every link within the project leads somewhere, anchors too', () => {
    const dead: string[] = [];
    for (const page of pages) {
      const text = read(page).replace(/```[\s\S]*?```/g, '');
      for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target!)) continue;
        const [path, anchor] = target!.split('#') as [string, string?];
        const file = path === '' ? page : posix.normalize(posix.join(dirname(page), path));
        if (!existsSync(join(root, file))) dead.push(`${page}: ${target}`);
        else if (anchor && file.endsWith('.md') && ![...read(file).matchAll(/^#+ (.*)$/gm)].some(([, h]) => anchorOf(h!) === anchor)) dead.push(`${page}: ${target}`);
      }
    }
    expect(dead).toEqual([]);
  });

  test('every operation is described, as its contract says it', async () => {
    expect(read('docs/api.md'), 'write it again: npx tsx test/rules/api-page.ts').toBe(await apiPage());
  });

  test('every command, option and exit code is described', () => {
    const text = read('docs/cli.md');
    const missing: string[] = [];
    const walk = (command: ReturnType<typeof commands>, above: string) => {
      const name = `${above} ${command.name()}`.trim();
      if (command.commands.length === 0 && !text.includes(`\`${name} `) && !text.includes(`\`${name}\``)) missing.push(name);
      for (const option of command.options) if (!text.includes(option.long!)) missing.push(`${name} ${option.long}`);
      for (const child of command.commands) walk(child, above === '' && command.name() === 'tessera' ? '' : name);
    };
    for (const child of commands({} as World, () => {}).commands) walk(child, '');
    for (const code of Object.values(exitCodes)) if (!new RegExp(`^\\| ${code} \\|`, 'm').test(text)) missing.push(`exit code ${code}`);
    expect(missing).toEqual([]);
  });

  test('every setting is described, and none that does not exist', () => {
    const described = [...read('docs/operations.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!);
    expect(described.sort()).toEqual([...variableNames].sort());
  });

  test('every problem of the API is described', () => {
    const text = read('docs/problems.md');
    expect(Object.entries(problemCatalogue).filter(([code, status]) => !text.includes(`\`${code}\``) || !text.includes(String(status))).map(([code]) => code)).toEqual([]);
  });

  test('the two commands stand on the first screen of the README', () => {
    const first = read('README.md').split('\n').slice(0, 20).join('\n');
    expect(first).toContain('npm ci && npm start');
    expect(first).toContain('npm ci && npm test');
  });

  test('the demonstration and every slice have a page', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'demo/README.md', 'docs/architecture.md', 'docs/cli.md', 'docs/benchmarks.md']));
  });
});
