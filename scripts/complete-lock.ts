/**
 * Completes package-lock.json: `npm ci` refuses a lock that leaves out a package for another platform, and `npm install`
 * leaves it out when the registry at hand does not offer that version. Such a package is never fetched here, so its name,
 * version and platform are all that the lock needs. Run it after `npm install`: `npx tsx scripts/complete-lock.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { missingFromLock, type Lock } from '../test/rules/lock.ts';

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
const missing = missingFromLock(lock);
for (const { at, name, version, dev } of missing) {
  const [, os, rest] = /\/(?:binding-)?(android|darwin|freebsd|linux|openharmony|win32)-(.+)$/.exec(name) ?? [];
  if (!os || !rest || !/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${name}: for which platform is it? Teach scripts/complete-lock.ts`);
  const cpu = rest.split('-')[0]!;
  const libc = /musl/.test(rest) ? { libc: ['musl'] } : /gnu/.test(rest) ? { libc: ['glibc'] } : {};
  lock.packages[at] = { version, cpu: [cpu], ...(dev ? { dev: true } : {}), ...libc, optional: true, os: [os] };
}
const [root, ...others] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([root!, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} packages of other platforms added to the lock`);
