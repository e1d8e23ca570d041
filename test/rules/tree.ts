import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Files of the project, as git knows them (new ones that are not ignored included), relative to the root. */
export function projectFiles(): string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .filter((f) => f !== '' && existsSync(join(root, f)));
}

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Where a source file points: relative imports resolved to project files, packages as they are named. */
export function importsOf(file: string, text: string): string[] {
  const found: string[] = [];
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g;
  // An import stands at the start of a statement; prose in comments may say "from" too.
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  for (const match of code.matchAll(pattern)) {
    const target = match[1]!;
    found.push(target.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), target)).replace(/\?.*$/, '') : target);
  }
  return found;
}

/** One thing wrong with the arrows of a file. */
export type WrongArrow = { file: string; target: string; because: string };

const slices = /^src\/(access|organisations|places|intake|activities|funds)\//;
const room = (file: string): { slice: string | null; layer: string } => {
  const slice = slices.exec(file)?.[1] ?? null;
  if (slice !== null) return { slice, layer: /^src\/[^/]+\/(domain|server|web)\//.exec(file)?.[1] ?? 'other' };
  if (file.startsWith('src/kernel/')) return { slice: null, layer: 'kernel' };
  if (file.startsWith('src/standards/')) return { slice: null, layer: 'standards' };
  if (file.startsWith('src/platform/')) return { slice: null, layer: 'platform' };
  if (file === 'src/shell/main.tsx') return { slice: null, layer: 'composition' };   // the entrance of the web client
  if (file.startsWith('src/shell/')) return { slice: null, layer: 'shell' };
  return { slice: null, layer: 'composition' };
};

const may: Record<string, string[]> = {
  kernel: ['kernel'],
  domain: ['kernel', 'domain'],
  standards: ['kernel', 'domain', 'standards'],
  platform: ['kernel', 'platform'],
  server: ['kernel', 'domain', 'standards', 'server', 'platform'],
  web: ['kernel', 'domain', 'web', 'shell'],
  shell: ['kernel', 'domain', 'shell'],
  composition: ['kernel', 'domain', 'standards', 'server', 'web', 'shell', 'platform', 'composition'],
};
/** Packages that a pure layer may use. */
const purePackages = /^(zod|saxes)$/;

/**
 * The arrows of docs/architecture.md, checked on one file.
 * @param file path from the root; @param text its source.
 */
export function wrongArrows(file: string, text: string): WrongArrow[] {
  const from = room(file);
  const wrong: WrongArrow[] = [];
  for (const target of importsOf(file, text)) {
    const say = (because: string) => wrong.push({ file, target, because });
    if (!target.startsWith('src/')) {
      const pure = ['kernel', 'domain', 'standards'].includes(from.layer);
      if (pure && !target.startsWith('.') && !target.startsWith('test/') && !purePackages.test(target)) say(`${from.layer} is pure: it may use only zod and saxes`);
      if (['web', 'shell'].includes(from.layer) && /^(node:|pg|fastify)/.test(target)) say('the browser has no server');
      continue;
    }
    const to = room(target);
    if (!(may[from.layer] ?? []).includes(to.layer)) say(`${from.layer} may not know ${to.layer}`);
    else if (from.slice !== null && to.slice !== null && from.slice !== to.slice && to.layer !== 'domain') say(`another slice is reached through its domain only`);
  }
  return wrong;
}
