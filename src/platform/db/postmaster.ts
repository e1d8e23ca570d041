import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** The server process that works on a cluster now. */
export type Postmaster = { pid: number; socket: string; ready: boolean };

/**
 * Who holds the cluster, by its `postmaster.pid`; undefined when nobody does. A number in that file proves nothing
 * (after a crash or in a new container another program may carry it), so the process must also stand in the folder.
 */
export async function postmasterOf(data: string): Promise<Postmaster | undefined> {
  const lines = await readFile(path.join(data, 'postmaster.pid'), 'utf8').then((t) => t.split('\n'), () => undefined);
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 0 || !(await standsIn(pid, data))) return undefined;
  return { pid, socket: lines[4]?.trim() ?? '', ready: lines[7]?.trim() === 'ready' };
}

/** Server processes of the cluster that still live, also when their postmaster is gone. */
export async function processesOf(data: string): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter((n) => n > 0);
  const inside = await Promise.all(pids.map(async (pid) => ((await standsIn(pid, data)) ? pid : 0)));
  return inside.filter((pid) => pid > 0 && pid !== process.pid);
}

/** PostgreSQL works from inside its data folder, so the working directory of a process tells whose it is. */
async function standsIn(pid: number, data: string): Promise<boolean> {
  if (process.platform !== 'linux') {   // no /proc: the command line names the folder (`postgres -D <data>`)
    const command = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).then((r) => r.stdout, () => '');
    return command.includes(`-D ${data} `);
  }
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(data));
  } catch {
    return false;   // it ended, is a zombie, or is somebody else's
  }
}
