import { appliers } from './appliers.ts';
import { runReadingThread } from './intake/server/reading-thread.ts';

/** The entrance of the worker thread that reads a batch; it is compiled to one file (`bin/compiled.mjs`). */
await runReadingThread(appliers);
