import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const Secrets = z.object({
  /** Names this data directory's database server, whatever its path is. */
  cluster: z.string().regex(/^[a-z0-9]{12}$/),
  superuser: z.string().min(20),
  owner: z.string().min(20),
  app: z.string().min(20),
  jobs: z.string().min(20),
  /** For what the application itself signs or derives. */
  application: z.string().min(20),
});
export type Secrets = z.infer<typeof Secrets>;

const password = () => randomBytes(24).toString('base64url');

/** `secrets.json` of a data directory, made at the first start; nobody but its owner can read it. */
export async function readSecrets(dataDirectory: string): Promise<Secrets> {
  const file = path.join(dataDirectory, 'secrets.json');
  const read = async () => Secrets.parse(JSON.parse(await readFile(file, 'utf8')));
  try {
    const secrets = await read();
    if ((await stat(file)).mode & 0o077) await chmod(file, 0o600);
    return secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new Error(`${file} can't be read (${(error as Error).message}). Put it back from your backup: without it nobody can sign in to the database of this folder.`, { cause: error });
    }
  }
  await mkdir(dataDirectory, { recursive: true });
  const made: Secrets = {
    cluster: randomBytes(16).toString('hex').slice(0, 12),
    superuser: password(), owner: password(), app: password(), jobs: password(), application: password(),
  };
  // Written beside and linked: two processes that start at once agree on one file, and a crash leaves none or all of it.
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return read();
}
