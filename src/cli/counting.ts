import { overview } from '../funds/domain/contract.ts';
import type { Voice } from './voice.ts';
import type { Runner, World } from './world.ts';

/**
 * Totals follow every change as a job of their own. Where no server works on it, a command does: it would else show, or
 * leave behind, totals of before the change.
 */
export async function untilCounted(runner: Runner, voice: Voice, world: World): Promise<void> {
  if (!(await runner.run(overview, {})).recounting) return;
  await runner.workOnJobs();
  const bar = voice.progress('Counting', 'steps');
  try {
    for (let step = 0; (await runner.run(overview, {})).recounting; step++) {
      bar.to(step % 10, 10, 'each flow once');
      await world.pause(250);
    }
  } finally {
    bar.done();
  }
}
