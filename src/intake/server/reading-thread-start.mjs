// A worker thread knows no TypeScript until tsx is registered in it: flags of the process do not reach it on Node 20,
// and under the test runner there are none.
import { register } from 'tsx/esm/api';

register();
await import('./reading-thread.ts');
