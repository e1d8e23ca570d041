import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * A worker thread knows no TypeScript, and teaching it (tsx in the thread) costs seconds and a hundred megabytes for each
 * import. So the thread's code is one plain file, made from the sources that lie here when it is first needed.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = path.join(root, 'dist/threads');
/** What the thread is made of: no page, no test. */
const belongs = (file: string) => file.endsWith('.ts') && !/(^|\/)(web|shell|cli)\/|\.test\.ts$/.test(file);

let made: { hash: string; file: Promise<string> } | undefined;

/** The file to start as a thread; made by a process of its own, so that the bundler's memory is not this process's. */
export async function threadFile(entry: string): Promise<string> {
  const hash = await sourcesHash();
  if (made?.hash !== hash) made = { hash, file: build(entry, path.join(folder, `${path.basename(entry, '.ts')}-${hash}.mjs`)) };
  return made.file;
}

async function sourcesHash(): Promise<string> {
  const files = (await readdir(path.join(root, 'src'), { recursive: true })).map((f) => f.split(path.sep).join('/')).filter(belongs).sort();
  const hash = createHash('sha256').update(await readFile(path.join(root, 'package-lock.json')));
  for (const file of files) hash.update(file).update(await readFile(path.join(root, 'src', file)));
  return hash.digest('hex').slice(0, 16);
}

async function build(entry: string, target: string): Promise<string> {
  if (existsSync(target)) return target;
  const draft = path.join(folder, `draft-${process.pid}-${Date.now()}`);
  await mkdir(folder, { recursive: true });
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', BUILD, entry, draft], { cwd: root });
    // Whoever is faster puts the same file there; older ones are of no use to anybody.
    await rename(path.join(draft, 'thread.mjs'), target);
    for (const old of await readdir(folder)) if (old.endsWith('.mjs') && old !== path.basename(target)) await rm(path.join(folder, old), { force: true });
    return target;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

const BUILD = `
  import { build } from 'vite';
  const [entry, outDir] = process.argv.slice(1);
  await build({
    configFile: false, logLevel: 'error', ssr: { noExternal: true, external: ['pg-native'] },
    build: { ssr: entry, outDir, emptyOutDir: true, minify: false, target: 'node20', sourcemap: false, rollupOptions: { output: { entryFileNames: 'thread.mjs' } } },
  });`;
