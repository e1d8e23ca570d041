import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { READ_BATCH } from './intake/server/reading-job.ts';
import { takeInFiles, type Brought } from './intake/server/take-in.ts';
import type { Actor } from './kernel/audience.ts';
import { addIllustrativeInstitution } from './organisations/server/store.ts';
import { actAs } from './platform/act-as.ts';
import { ROOT } from './platform/compiled.ts';
import { writeAudit } from './platform/audit.ts';
import type { Tx } from './platform/db/pool.ts';
import { enqueueJob } from './platform/enqueue.ts';

/** What an empty database gets before anybody sees it, each in the one transaction that begins it. */
export type FirstStart = { name: string; run: (tx: Tx) => Promise<void> };

const DEMONSTRATION = path.join(ROOT, 'demo/iati');

/**
 * The demonstration: an institution that is marked as illustrative and has no people brings the files of `demo/`, as
 * anybody else would bring theirs. They are public, so that whoever looks first has something to look at.
 */
export const demonstration: FirstStart = {
  name: 'demonstration data',
  async run(tx) {
    const founder: Actor = { accountId: null, organisationId: null, role: 'administrator', circleIds: [] };
    await actAs(tx, founder);
    const { id } = await addIllustrativeInstitution(tx, 'Demonstration (illustrative)');
    await actAs(tx, { ...founder, organisationId: id });
    const { batchId } = await takeInFiles(tx, { ...founder, organisationId: id }, files(DEMONSTRATION), { audience: 'public', circleId: null }, true);
    await enqueueJob(tx, READ_BATCH, { as: { kind: 'organisation', organisationId: id, role: 'reporter' }, input: { batchId }, requestId: null });
    await writeAudit(tx, { operation: 'intake.demonstration', about: { batchId }, requestId: null });
  },
};

export const firstStart: readonly FirstStart[] = [demonstration];

async function* files(folder: string): AsyncGenerator<Brought> {
  for (const name of (await readdir(folder)).filter((n) => n.endsWith('.xml')).sort()) yield { name, bytes: createReadStream(path.join(folder, name)) };
}
