import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'tessera-totals-')); });
afterEach(() => rm(folder, { recursive: true }));

describe('the reporter', () => {
  /** Runs Vitest with our reporter on files of its own. */
  function lines(files: Record<string, string>): string[] {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), `import { expect, test } from '${path.join(root, 'node_modules/vitest/dist/index.js')}';\n${text}`);
    const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
    const config = path.join(folder, 'vitest.config.mjs');
    writeFileSync(config, `export default { root: ${JSON.stringify(folder)}, test: { include: ['*.check.mjs'], reporters: [${JSON.stringify(path.join(root, 'test/reporter.ts'))}] } }`);
    const { stdout } = spawnSync(process.execPath, [vitest, 'run', '--config', config], { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
    return stdout.trim().split('\n');
  }

  test('counts what passed, failed and was skipped, and says why it was skipped', () => {
    const out = lines({
      'a.check.mjs': `test('one', () => {}); test('two', () => { expect(1).toBe(2); }); test('three', ({ skip }) => skip('no such file here'));`,
      'b.check.mjs': `test('four', () => {});`,
    });
    expect(out.at(-1)).toBe('2 passed, 1 failed, 1 skipped');
    expect(out.join('\n')).toMatch(/skipped: .*three.*no such file here/);
  });

  test('counts a file that can\'t even be read as a failure', () => {
    expect(lines({ 'a.check.mjs': `test('one', () => {});`, 'b.check.mjs': 'import "./nowhere.mjs";' }).at(-1)).toBe('1 passed, 1 failed, 0 skipped');
  });

  test('counts what breaks outside of any test', () => {
    expect(lines({ 'a.check.mjs': `test('one', async () => { Promise.reject(new Error('nobody caught me')); await new Promise((r) => setTimeout(r, 50)); });` }).at(-1)).toBe('1 passed, 1 failed, 0 skipped');
  });
});

describe('.ci/run', () => {
  /** Runs it with an `npm` that plays a role. */
  function run(npm: string): { last: string; status: number | null } {
    mkdirSync(path.join(folder, '.ci'));
    mkdirSync(path.join(folder, 'bin'));
    cpSync(path.join(root, '.ci/run'), path.join(folder, '.ci/run'));
    writeFileSync(path.join(folder, 'bin/npm'), `#!/bin/sh\n${npm}\n`);
    chmodSync(path.join(folder, 'bin/npm'), 0o755);
    const { stdout, status } = spawnSync(path.join(folder, '.ci/run'), { encoding: 'utf8', env: { PATH: `${folder}/bin:${process.env.PATH}` } });
    return { last: stdout.trim().split('\n').at(-1)!, status };
  }

  test('adds up both steps', () => {
    expect(run(`case "$*" in test) echo "10 passed, 0 failed, 2 skipped";; *server) echo "5 passed, 0 failed, 0 skipped";; esac`))
      .toEqual({ last: '15 passed, 0 failed, 2 skipped', status: 0 });
  });

  test('goes on after a failure, and fails at the end', () => {
    expect(run(`case "$*" in test) echo "8 passed, 2 failed, 0 skipped"; exit 1;; *server) echo "5 passed, 0 failed, 0 skipped";; esac`))
      .toEqual({ last: '13 passed, 2 failed, 0 skipped', status: 1 });
  });

  test('a step that ends badly without totals is one failure: a type error, an installation that breaks', () => {
    expect(run(`case "$*" in ci) exit 1;; *server) echo "5 passed, 0 failed, 0 skipped";; esac`)).toEqual({ last: '5 passed, 1 failed, 0 skipped', status: 1 });
  });

  test('a step that ends well but tested nothing is a failure too', () => {
    expect(run('exit 0')).toEqual({ last: '0 passed, 2 failed, 0 skipped', status: 1 });
  });

  test('is not fooled by colours or by a line in the middle', () => {
    expect(run(`printf '99 passed, 0 failed, 0 skipped\\n\\033[32m1 passed, 0 failed, 0 skipped\\033[39m\\n'`)).toEqual({ last: '2 passed, 0 failed, 0 skipped', status: 0 });
  });
});
