import { execFileSync } from 'node:child_process';
import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The user that a database server runs as; undefined: the one who runs Node. */
export type SystemAccount = { uid: number; gid: number } | undefined;

const NAME = 'tessera-db';
export const runsAsRoot = () => process.getuid?.() === 0;

/** PostgreSQL refuses to run as root: root gets a user of its own for it, and `nobody` where none can be made. */
export function databaseAccount(): SystemAccount {
  if (!runsAsRoot()) return undefined;
  const found = lookUp(NAME);
  if (found) return found;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', NAME], { stdio: 'ignore' });
  } catch {
    // no useradd, a read-only /etc, or another process made the user in this moment: the look-up decides
  }
  const account = lookUp(NAME) ?? lookUp('nobody');
  if (!account) throw new Error(`PostgreSQL does not run as root, and neither the user "${NAME}" nor "nobody" exists. Make one: useradd --system ${NAME}`);
  return account;
}

/** A named user of this machine. */
export function lookUp(name: string): SystemAccount {
  const ask = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

/** Can this account get to the (existing) folder through everything above it? */
export function canReach(account: SystemAccount, folder: string): boolean {
  if (!account) return true;
  for (let at = realpathSync(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = lstatSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
