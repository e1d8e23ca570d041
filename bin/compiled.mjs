import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * Node knows no TypeScript, and a loader that teaches it (tsx) costs each process half a second and eighty megabytes,
 * and each thread as much again. So plain JavaScript is made of the sources once, when they have changed: the command,
 * and the threads, each of which is one file.
 */
/** The folder of `package.json`: this code runs where it lies, and from `dist` too. */
export const root = (() => {
  let at = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(at, 'package.json'))) at = path.dirname(at);
  return at;
})();
const folder = path.join(root, 'dist');
const commands = ['cli'];
/** What is made of sources other than pages and tests. */
const belongs = (/** @type {string} */ file) => /\.(ts|mjs)$/.test(file) && !/(^|\/)web\/|\.test\.ts$/.test(file);
/** How long what was made of earlier sources is kept for processes that still run it. */
const KEPT_MS = 24 * 3_600_000;

/** @type {{ hash: string; at: Promise<string> } | undefined} */
let made;

/** The folder of `cli.mjs` and of one file for each thread; made by a process of its own, with its own memory. */
export async function compiled() {
  const hash = await sourcesHash();
  if (made?.hash !== hash) made = { hash, at: make(path.join(folder, `server-${hash}`)) };
  return made.at;
}

async function sourcesHash() {
  const hash = createHash('sha256').update(await readFile(path.join(root, 'package-lock.json')));
  for (const part of ['bin', 'src']) {
    const files = (await readdir(path.join(root, part), { recursive: true })).map((f) => f.split(path.sep).join('/')).filter(belongs).sort();
    for (const file of files) hash.update(`${file}\n`).update(await readFile(path.join(root, part, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} target */
async function make(target) {
  if (existsSync(target)) return target;
  const draft = path.join(folder, `draft-${process.pid}-${Date.now()}`);
  await mkdir(draft, { recursive: true });
  try {
    const threads = (await readdir(path.join(root, 'src'))).filter((f) => f.endsWith('-thread.ts'));
    const parts = [{ entries: commands, alone: false }, ...threads.map((f) => ({ entries: [f.slice(0, -3)], alone: true }))];
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', MAKE, JSON.stringify(parts), draft], { cwd: root });
    // Whoever is faster puts the same files there.
    await rename(draft, target).catch((error) => { if (!existsSync(target)) throw error; });
    await forgetOld(target);
    return target;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** @param {string} current */
async function forgetOld(current) {
  for (const old of await readdir(folder)) {
    const at = path.join(folder, old);
    if (!/^(server|draft)-/.test(old) || at === current) continue;
    const { mtimeMs } = await stat(at).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > KEPT_MS) await rm(at, { recursive: true, force: true });
  }
}

// A thread is one file with its libraries in it; the commands ask node_modules for theirs.
const MAKE = `
  import { build } from 'vite';
  const [parts, outDir] = process.argv.slice(1);
  for (const { entries, alone } of JSON.parse(parts)) await build({
    configFile: false, logLevel: 'error', ssr: alone ? { noExternal: true, external: ['pg-native'] } : { noExternal: [], external: true },
    build: {
      ssr: true, outDir, emptyOutDir: false, minify: false, target: 'node20', sourcemap: false,
      rollupOptions: { input: Object.fromEntries(entries.map((e) => [e, 'src/' + e + '.ts'])), output: { entryFileNames: '[name].mjs', chunkFileNames: 'parts/[name]-[hash].mjs' } },
    },
  });`;
