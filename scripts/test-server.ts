/**
 * `npm run test:server`: what depends on the database server, on Debian's PostgreSQL 15 (the oldest that we support).
 * Installs it where it is absent and can be installed. TESSERA_TEST_SERVER may name another folder of programs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { debianPrograms } from '../test/server.ts';

const run = (command: string, args: string[], env: Record<string, string> = {}) =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }).status ?? 1;

const named = process.env.TESSERA_TEST_SERVER;
const programs = named && named !== 'debian' ? named : debianPrograms;

if (!existsSync(path.join(programs, 'postgres')) && programs === debianPrograms) install();
if (!existsSync(path.join(programs, 'postgres'))) {
  console.error(`There is no PostgreSQL in ${programs}. Install it (Debian 12, as root: apt-get install postgresql-15), or name the folder of another PostgreSQL 15 or later: TESSERA_TEST_SERVER=/path/to/bin npm run test:server`);
  process.exit(1);
}
process.exit(run('npx', ['vitest', 'run', '--config', 'vitest.server.config.ts', ...process.argv.slice(2)], { TESSERA_TEST_SERVER: programs }));

/** Only the programs: the package would also make and start a server of its own, which nobody here needs. */
function install(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const settings = '/etc/postgresql-common/createcluster.conf';
  if (!existsSync(settings)) {
    mkdirSync(path.dirname(settings), { recursive: true });
    writeFileSync(settings, 'create_main_cluster = false\n');
  }
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const install15 = ['-y', '-qq', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', 'install', 'postgresql-15'];
  if (run('apt-get', install15, quiet) !== 0 && run('apt-get', ['-qq', 'update'], quiet) === 0) run('apt-get', install15, quiet);
}
