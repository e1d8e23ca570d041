import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** An empty data directory, open to the database's own user: else root's database would lie, and stay, somewhere else. */
export function emptyDirectory(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** What a measured process says of itself in its last line. */
export type Said = { seconds: number; peakMegabytes: number } & Record<string, unknown>;

/** Most memory that this process ever held, as the kernel counts it. Null where there is no /proc. */
export function peakMegabytes(): number {
  try {
    return Math.round(Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN) / 1024);
  } catch {
    return Math.round(process.resourceUsage().maxRSS / 1024);
  }
}

/** The last line of a measured process. */
export function say(said: Said): void {
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

/** A script of this folder as plain JavaScript, as the product itself runs: a loader's memory and time are not measured. */
async function plain(script: string): Promise<string> {
  const outDir = join(root, '.cache/bench/scripts');
  const { build } = await import('vite');   // not at the top: the measured scripts import this file too
  await build({
    root, configFile: false, logLevel: 'error', ssr: { external: true },
    build: { ssr: join('bench', script), outDir, emptyOutDir: false, minify: false, target: 'node20', rollupOptions: { output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' } } },
  });
  return join(outDir, script.replace(/\.ts$/, '.mjs'));
}

/** Runs a script of this folder in a process of its own, so that memory and warm code are its own too. */
export async function measured(script: string, args: readonly string[], environment: Record<string, string> = {}): Promise<Said> {
  const file = await plain(script);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (piece: Buffer) => { out += piece.toString(); });
    child.on('error', reject);
    child.on('close', (code) => {
      const last = out.trimEnd().split('\n').at(-1) ?? '';
      if (code === 0 && last.startsWith('{')) resolve(JSON.parse(last) as Said);
      else reject(new Error(`${script} ended with ${code}: ${out.slice(-500)}`));
    });
  });
}

/** Middle value; of an even number the mean of both in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The value that this share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}
