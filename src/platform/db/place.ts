import { accessSync, constants, existsSync } from 'node:fs';
import { chmod, mkdir, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { canReach, databaseAccount, runsAsRoot, type SystemAccount } from './account.ts';

/** `<data directory>/postgres`; for root with a data directory that the database's user can't reach: below /var/lib. */
export async function placeOf(dataDirectory: string, id: string): Promise<string> {
  const inside = path.join(dataDirectory, 'postgres');
  const outside = `/var/lib/tessera-${id}`;
  // What exists stays where it is: opening up the folder later must not make a second, empty database.
  const base = existsSync(outside) || !canReach(databaseAccount(), dataDirectory) ? outside : inside;
  await mkdir(base, { recursive: true });
  await chmod(base, 0o755);
  return base;
}

/** What exists keeps its user, also when this machine has other users (a restored folder, a new container). */
export async function accountOf(data: string): Promise<SystemAccount> {
  if (!runsAsRoot()) return undefined;
  const found = await stat(data).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : databaseAccount();
}

/**
 * The folder of the unix socket. Its path may have 107 bytes with the socket's name, so it does not lie in the data
 * directory; every process must come to the same answer, so TMPDIR counts only where there is no /tmp.
 */
export function socketFolder(id: string): string {
  return path.join(writable('/tmp') ? '/tmp' : os.tmpdir(), `tessera-${id}`);
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
