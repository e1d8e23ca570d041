import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** As root there is no sandbox; nothing else may be asked of the network, and nothing drawn by a graphics card. */
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

/**
 * Chromium for the journeys: the one from the npm package with the libraries that it brings (nothing needs to be
 * installed on the machine), else one that is installed. TESSERA_TEST_BROWSER names another.
 */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of [named, packaged, installed]) {
    try {
      const program = await candidate();
      if (program) return await chromium.launch({ args: FLAGS, ...program });
    } catch (error) {
      failures.push((error as Error).message.split('\n').slice(0, 3).join(' '));
    }
  }
  throw new Error(`No Chromium can be started. Install one (Debian: apt-get install chromium), or name one with TESSERA_TEST_BROWSER. Tried:\n${failures.join('\n')}`);
}

const named = (): LaunchOptions | undefined => (process.env.TESSERA_TEST_BROWSER ? { executablePath: process.env.TESSERA_TEST_BROWSER } : undefined);

function installed(): LaunchOptions | undefined {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((f) => existsSync(f));
  return executablePath ? { executablePath } : undefined;
}

/** Unpacks the packaged Chromium once a machine (200 MB, some seconds). */
async function packaged(): Promise<LaunchOptions | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;   // what the package is built for
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(path.join(entry, '../../../package.json'), 'utf8')) as { version: string };
  const folder = path.join(os.tmpdir(), `tessera-test-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`;
    await mkdir(draft, { recursive: true, mode: 0o700 });
    // The package unpacks into the temporary folder, and its libraries only where it believes to be in its usual cloud.
    const unpacked = promisify(execFile)(process.execPath, ['-e', `require(${JSON.stringify(entry)}).executablePath()`], {
      env: { PATH: process.env.PATH, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    await unpacked.then(() => rename(draft, folder)).catch(async (error: Error) => {
      await rm(draft, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;   // else another test was faster
    });
  }
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      ...process.env as Record<string, string>,
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }),
    },
  };
}
