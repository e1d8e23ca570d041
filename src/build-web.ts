import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './platform/compiled.ts';

const root = ROOT;
/** Where the built pages lie, and from which sources they were made. */
export const WEB = path.join(root, 'dist/web');
const STAMP = path.join(root, 'dist/web-made-from.txt');

/** What the pages are made of: whatever the browser gets, its tools, and their versions. */
const SETTINGS = ['vite.config.ts', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.web.json'];
const forTheBrowser = /^src\/((kernel|shell|standards)\/|[^/]+\/(web|domain)\/|pages\.tsx$)/;

/** One value for all sources of the pages: their paths and their contents. */
export async function sourcesHash(folder = root): Promise<string> {
  const sources = (await readdir(path.join(folder, 'src'), { recursive: true, withFileTypes: true })).filter((e) => e.isFile())
    .map((e) => path.relative(folder, path.join(e.parentPath, e.name)).split(path.sep).join('/'))
    .filter((f) => forTheBrowser.test(f) && !/\.test\.tsx?$/.test(f));
  const hash = createHash('sha256');
  for (const file of [...SETTINGS, ...sources.sort()]) {
    hash.update(`${file}\n`).update(await readFile(path.join(folder, file)).catch(() => '')).update('\n');
  }
  return hash.digest('hex');
}

/**
 * Builds the pages unless they were made from the very sources that lie here. They are built beside and put in place
 * whole, so that a build that fails or is broken off leaves the pages that were there.
 */
export async function buildWeb(say: (what: string) => void): Promise<'built' | 'up to date'> {
  const made = await sourcesHash();
  if (existsSync(path.join(WEB, 'index.html')) && (await readFile(STAMP, 'utf8').catch(() => '')) === made) return 'up to date';
  say('building the pages …');
  const { build } = await import('vite');
  const draft = `${WEB}-${process.pid}`;
  try {
    await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: draft, emptyOutDir: true } });
    await rm(STAMP, { force: true });
    await rm(WEB, { recursive: true, force: true });
    await mkdir(path.dirname(WEB), { recursive: true });
    await rename(draft, WEB);
    await writeFile(STAMP, made);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return 'built';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`dist/web: ${await buildWeb(() => {})}\n`);
}
