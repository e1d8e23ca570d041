import { expect, test } from 'vitest';
import { missingFromLock, type Lock } from './lock.ts';
import { read } from './tree.ts';

test('the lock is complete, so that npm ci accepts it on every platform', () => {
  const missing = missingFromLock(JSON.parse(read('package-lock.json')) as Lock).map((m) => m.name);
  expect(missing, 'run: npx tsx scripts/complete-lock.ts').toEqual([]);
});

test('the rule notices a package that is left out, and finds one that lies deeper', () => {
  const lock: Lock = {
    packages: {
      '': {}, 'node_modules/tool': { optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/win32-x64': '1.0.0' } },
      'node_modules/tool/node_modules/@tool/linux-x64': { version: '1.0.0' },
    },
  };
  expect(missingFromLock(lock).map((m) => m.name)).toEqual(['@tool/win32-x64']);
});
