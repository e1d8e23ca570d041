import { runRecountThread } from './funds/server/recount-thread.ts';

/** The entrance of the worker thread that counts a ledger; it is compiled to one file (`bin/compiled.mjs`). */
await runRecountThread();
