import { expect, test } from 'vitest';
import { knownPermissions, permits } from '../../src/access/domain/permissions.ts';
import { handlers, tasks } from '../../src/handlers.ts';
import type { Operation } from '../../src/kernel/operation.ts';
import { openApi } from '../../src/platform/http/openapi.ts';
import { projectFiles, read } from './tree.ts';

const operations = handlers.map((h) => h.operation);

test('docs/api.json is what the operations say (npm run openapi writes it)', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(JSON.parse(read('docs/api.json'))).toEqual(JSON.parse(JSON.stringify(openApi(operations, version))));
});

test('no two operations share an id, or a method and path', () => {
  for (const key of [(o: Operation) => o.id, (o: Operation) => `${o.method} ${o.path.replace(/:\w+/g, ':')}`]) {
    const seen = operations.map(key);
    expect(seen.filter((k, i) => seen.indexOf(k) !== i)).toEqual([]);
  }
});

test('every operation of a contract has a handler, and every handler is of a contract', async () => {
  const contracts = projectFiles().filter((f) => /^src\/[^/]+\/domain\/contract\.ts$/.test(f));
  expect(contracts.length).toBeGreaterThan(1);
  const said = (await Promise.all(contracts.map((f) => import(/* @vite-ignore */ `../../${f}`) as Promise<Record<string, unknown>>)))
    .flatMap((m) => Object.values(m)).filter((v): v is Operation => typeof v === 'object' && v !== null && 'permission' in v && 'path' in v);
  expect(said.filter((o) => !operations.includes(o)).map((o) => `no handler: ${o.id}`)).toEqual([]);
  expect(operations.filter((o) => !said.includes(o)).map((o) => `no contract: ${o.id}`)).toEqual([]);
});

test('names follow the slice: operation, path, permission', () => {
  const wrong = operations.filter((o) => {
    const slice = o.id.split('.')[0]!;
    return !/^[a-z-]+\.[a-z-]+$/.test(o.id) || !(o.path === `/${slice}` || o.path.startsWith(`/${slice}/`))
      || (o.permission !== 'public' && o.permission !== 'signed-in' && !o.permission.startsWith(`${slice}:`));
  });
  expect(wrong.map((o) => o.id)).toEqual([]);
});

test('every permission that is asked for is known, and an administrator has it', () => {
  const asked = new Set(operations.map((o) => o.permission).filter((p) => p !== 'public' && p !== 'signed-in' && !p.endsWith(':read')));
  expect([...asked].filter((p) => !(knownPermissions as readonly string[]).includes(p))).toEqual([]);
  expect([...asked].filter((p) => !permits({ accountId: 1, role: 'administrator' }, p))).toEqual([]);
});

test('an operation that changes something is no GET, and only a write is open to strangers where signing in needs it', () => {
  expect(operations.filter((o) => o.method === 'POST' && o.permission === 'public').map((o) => o.id).sort()).toEqual(['access.answer-link', 'access.read-link', 'access.sign-in']);
});

test('tasks are named once, after their slice', () => {
  const names = tasks.map((t) => t.name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((n) => !/^[a-z-]+\.[a-z-]+$/.test(n))).toEqual([]);
});

test('whatever stands in the audit has words there: writing operations, jobs, and what the product does by itself', () => {
  const messages = JSON.parse(read('src/shell/messages/en.json')) as Record<string, string>;
  const itself = projectFiles().filter((f) => /^src\/.*\.ts$/.test(f) && !f.endsWith('.test.ts'))
    .flatMap((f) => [...read(f).matchAll(/writeAudit\(\w+, \{ operation: '([\w.-]+)'/g)].map((m) => m[1]!));
  expect(itself.length).toBeGreaterThan(1);
  const audited = [...operations.filter((o) => o.method !== 'GET').map((o) => o.id), 'intake.read-batch', 'activities.erase-expired-contacts', ...itself];
  expect(audited.filter((id) => messages[`audit.${id}`] === undefined)).toEqual([]);
});
