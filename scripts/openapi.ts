import { readFile, writeFile } from 'node:fs/promises';
import { handlers } from '../src/handlers.ts';
import { openApi } from '../src/platform/http/openapi.ts';

/** Writes docs/api.json from the operations; `npm run openapi`. A test fails when the file differs. */
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
const api = openApi(handlers.map((h) => h.operation), version);
await writeFile(new URL('../docs/api.json', import.meta.url), `${JSON.stringify(api, null, 1)}\n`);
console.log(`docs/api.json: ${handlers.length} operations`);
