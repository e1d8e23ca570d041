import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from './child.ts';

export type Kept = { question: string; of: string; at: string; figures: Record<string, number> };

const file = join(root, 'bench/results.json');

/** Measured figures stay beside the scripts, so that the table can be written again and differences show in review. */
export function keep(question: string, of: string, figures: Record<string, number>): void {
  mkdirSync(join(root, 'bench'), { recursive: true });
  const others = all().filter((k) => k.question !== question || k.of !== of);
  const rounded = Object.fromEntries(Object.entries(figures).map(([k, v]) => [k, Math.round(v * 1000) / 1000]));
  const kept = [...others, { question, of, at: new Date().toISOString().slice(0, 10), figures: rounded }].sort((a, b) => `${a.question} ${a.of}`.localeCompare(`${b.question} ${b.of}`));
  writeFileSync(file, `${JSON.stringify({ machine: machine(), kept }, null, 2)}\n`);
}

export function all(): Kept[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { kept: Kept[] }).kept : [];
}

/** What the figures depend on, without saying whose machine it is. */
export function machine(): string {
  return `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
}
