import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Operation } from '../../src/kernel/operation.ts';
import { root } from './tree.ts';

const isOperation = (value: unknown): value is Operation => typeof value === 'object' && value !== null && 'permission' in value && 'path' in value && 'summary' in value;

/** Every operation of every contract, slice by slice, by address. */
export async function operationsOfContracts(): Promise<Map<string, Operation[]>> {
  const slices = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((d) => d.isDirectory()).map((d) => d.name).sort();
  const found = new Map<string, Operation[]>();
  for (const slice of slices) {
    const contract = join(root, 'src', slice, 'domain/contract.ts');
    const module = await import(pathToFileURL(contract).href).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_MODULE_NOT_FOUND' || /Cannot find module|Failed to load/.test(error.message)) return {};
      throw error;
    }) as Record<string, unknown>;
    // Loaders disagree about the order of a module's exports; the address does not change with them.
    const operations = Object.values(module).filter(isOperation).sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
    if (operations.length > 0) found.set(slice, operations);
  }
  return found;
}

/** docs/api.md: written from the contracts, so that it cannot say anything else. */
export async function apiPage(): Promise<string> {
  const lines = [
    '# The API',
    '',
    'Written by `npx tsx test/rules/api-page.ts` from the contracts in `src/*/domain/contract.ts`; a test fails when it differs. Addresses begin with `/api`. Reads take their input as query parameters (lists repeat), writes as a JSON object, uploads as multipart with the fields before the files. A session cookie says who asks; answers hold only what that person may see. Failures are problem details (RFC 9457) with a stable `code`. The running server describes input and output in OpenAPI 3.1.',
  ];
  for (const [slice, operations] of await operationsOfContracts()) {
    lines.push('', `## ${slice}`, '', '| operation | request | who may | what it does |', '|---|---|---|---|');
    for (const o of operations) lines.push(`| \`${o.id}\` | \`${o.method} ${o.path}\`${o.body === 'upload' ? ' (upload)' : o.produces ? ` (${o.produces})` : ''} | ${o.permission} | ${o.summary} |`);
  }
  return `${lines.join('\n')}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(join(root, 'docs/api.md'), await apiPage());
