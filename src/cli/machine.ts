import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { World } from './world.ts';

/** The machine as it is. What a command does not use is not loaded: `inspect` and `--help` know no database. */
export function machine(): World {
  return {
    out: (text) => void process.stdout.write(text),
    async outPiece(piece) {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    },
    err: (text) => void process.stderr.write(text),
    watched: process.stderr.isTTY === true,
    environment: process.env,
    directory: process.cwd(),
    async openRunner(config) {
      const { openLocalRunner } = await import('./local-runner.ts');
      return openLocalRunner(config);
    },
    async *inspect(file) {
      const { inspectPath } = await import('./inspect-path.ts');
      yield* inspectPath(file);
    },
    async *rehearse(file, progress) {
      const { rehearsePath } = await import('./rehearse.ts');
      yield* rehearsePath(file, new Date().toISOString().slice(0, 10), progress);
    },
    async serve(config, options) {
      const { serve } = await import('../serve.ts');
      await serve(config, options);
    },
    pause: (milliseconds) => pause(milliseconds),
  };
}
