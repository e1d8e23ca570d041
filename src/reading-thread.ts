import { appliers } from './appliers.ts';
import { runReadingThread } from './intake/server/reading-thread.ts';

/** The entrance of the worker thread that reads a batch; `src/intake/server/thread-bundle.ts` makes one file of it. */
await runReadingThread(appliers);
