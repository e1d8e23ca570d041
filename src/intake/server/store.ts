import { z } from 'zod';
import type { AudienceChoice } from '../../kernel/audience.ts';
import { many, maybe, type Queryable } from '../../platform/db/rows.ts';
import type { Counts } from '../domain/model.ts';

/** A batch as its row says it; files, owner's name and what stands in the way are asked for beside it. */
export const BatchRow = z.object({
  id: z.number(), status: z.string(), ownerId: z.number(), owner: z.string(), audience: z.string(), circleId: z.number().nullable(),
  createdBy: z.string().nullable(), createdAt: z.string(), startedAt: z.string().nullable(), finishedAt: z.string().nullable(), undoneAt: z.string().nullable(),
  illustrative: z.boolean(), cancelAsked: z.boolean(), progress: z.record(z.string(), z.unknown()), counts: z.unknown(), failure: z.string().nullable(),
});
export type BatchRow = z.infer<typeof BatchRow>;

const batchColumns = `b.id, b.status, b.owner_id, o.name as owner, b.audience, b.circle_id, a.name as created_by, b.created_at, b.started_at,
  b.finished_at, b.undone_at, b.illustrative, b.cancel_asked, b.progress, b.counts, b.failure`;
const batchFrom = `from intake_batches b join organisations_organisations o on o.id = b.owner_id left join access_accounts a on a.id = b.created_by`;

/** A batch of the asking organisation: whatever its rows' audience, the batch itself is its owner's business. */
export const batchOf = (tx: Queryable, id: number) =>
  maybe(tx, BatchRow, `select ${batchColumns} ${batchFrom} where b.id = $1 and b.owner_id = (select claim_organisation())`, [id]);

export const batchesOf = (tx: Queryable, limit: number) =>
  many(tx, BatchRow, `select ${batchColumns} ${batchFrom} where b.owner_id = (select claim_organisation()) order by b.id desc limit $1`, [limit]);

/** The batch, locked until the transaction ends, so that two people cannot undo or cancel it at once. */
export const lockedBatch = (tx: Queryable, id: number) =>
  maybe(tx, BatchRow, `select ${batchColumns} ${batchFrom} where b.id = $1 and b.owner_id = (select claim_organisation()) for update of b`, [id]);

export async function addBatch(tx: Queryable, ownerId: number, { audience, circleId }: AudienceChoice, createdBy: number | null, illustrative: boolean): Promise<number> {
  const { rows } = await tx.query(
    `insert into intake_batches (owner_id, audience, circle_id, status, created_by, illustrative) values ($1, $2, $3, 'waiting', $4, $5) returning id`,
    [ownerId, audience, circleId, createdBy, illustrative]);
  return rows[0]!.id as number;
}

/** A file that is about to be kept; what it weighs is known when it is over ({@link sealFile}). */
export async function addFile(tx: Queryable, batchId: number, name: string, entryOf: number | null): Promise<number> {
  const { rows } = await tx.query(
    `insert into intake_files (owner_id, audience, circle_id, batch_id, name, entry_of, bytes, sha256, recognised)
     select owner_id, audience, circle_id, id, $2, $3, 0, '', 'unknown' from intake_batches where id = $1 returning id`, [batchId, name.slice(0, 500), entryOf]);
  return rows[0]!.id as number;
}

export const sealFile = (tx: Queryable, id: number, bytes: number, sha256: Buffer) =>
  tx.query('update intake_files set bytes = $2, sha256 = $3 where id = $1', [id, bytes, sha256]);

export const addChunk = (tx: Queryable, fileId: number, no: number, gzipped: boolean, bytes: Buffer) =>
  tx.query('insert into intake_chunks (file_id, no, owner_id, gzipped, bytes) values ($1, $2, (select claim_organisation()), $3, $4)', [fileId, no, gzipped, bytes]);

const Chunk = z.object({ gzipped: z.boolean(), bytes: z.instanceof(Buffer) });
export const chunkOf = (tx: Queryable, fileId: number, no: number) => maybe(tx, Chunk, 'select gzipped, bytes from intake_chunks where file_id = $1 and no = $2', [fileId, no]);

/** Chunks from `first` on take the place of those before it. */
export async function replaceChunks(tx: Queryable, fileId: number, first: number): Promise<void> {
  await tx.query('delete from intake_chunks where file_id = $1 and no < $2', [fileId, first]);
  await tx.query('insert into intake_chunks (file_id, no, owner_id, gzipped, bytes) select file_id, no - $2, owner_id, gzipped, bytes from intake_chunks where file_id = $1 and no >= $2', [fileId, first]);
  await tx.query('delete from intake_chunks where file_id = $1 and no >= $2', [fileId, first]);
}
export const removeChunks = (tx: Queryable, fileId: number) => tx.query('delete from intake_chunks where file_id = $1', [fileId]);

export const FileRow = z.object({
  id: z.number(), batchId: z.number(), name: z.string(), entryOf: z.number().nullable(), bytes: z.number(), sha256: z.instanceof(Buffer),
  recognised: z.string(), sameAs: z.number().nullable(), sameName: z.string().nullable(), sameBatch: z.number().nullable(), outcome: z.record(z.string(), z.unknown()),
});
export type FileRow = z.infer<typeof FileRow>;
const fileSelect = `select f.id, f.batch_id, f.name, f.entry_of, f.bytes, f.sha256, f.recognised, f.same_as, s.name as same_name, s.batch_id as same_batch, f.outcome
  from intake_files f left join intake_files s on s.id = f.same_as`;
export const filesOf = (tx: Queryable, batchIds: readonly number[]) => many(tx, FileRow, `${fileSelect} where f.batch_id = any ($1) order by f.id`, [batchIds]);
export const fileOf = (tx: Queryable, id: number) => maybe(tx, FileRow, `${fileSelect} where f.id = $1 and f.owner_id = (select claim_organisation())`, [id]);

export const entriesOf = (tx: Queryable, id: number) => many(tx, FileRow, `${fileSelect} where f.entry_of = $1 order by f.id`, [id]);

/**
 * Kept files of the asking organisation in which this record may stand without ever having come into the picture: of
 * batches that failed or were stopped, and where it, or the reading of the file, met a critical problem.
 */
export async function unseenFiles(tx: Queryable, record: string): Promise<number[]> {
  const { rows } = await tx.query(
    `select f.id from intake_files f join intake_batches b on b.id = f.batch_id where f.owner_id = (select claim_organisation()) and (
       b.status in ('failed', 'cancelled') or exists (
         select from intake_problems p where p.batch_id = f.batch_id and p.file_id = f.id and p.severity = 'critical' and (coalesce(p.record, '') = '' or starts_with($1, p.record))))
     order by f.id`, [record]);
  return rows.map((r) => r.id as number);
}

/** How much longer a batch is waited for that is said to be under way: by then it was given up. */
const GIVEN_UP_DAYS = 30;

/** Kept files of the asking organisation whose time is over and in which personal data may stand. */
export async function expiredFiles(tx: Queryable, today: string, retentionDays: number): Promise<number[]> {
  const { rows } = await tx.query(
    `select f.id from intake_files f join intake_batches b on b.id = f.batch_id
     where f.owner_id = (select claim_organisation()) and f.erased_at is null
       and coalesce(f.retain_until, b.created_at::date + $2::integer) + case when b.status in ('waiting', 'running') then $3::integer else 0 end < $1::date
     order by f.id`, [today, retentionDays, GIVEN_UP_DAYS]);
  return rows.map((r) => r.id as number);
}

/** Says that the time of a file was over and that nothing of a contact person is in it any more. */
export const markEnded = (tx: Queryable, id: number) => tx.query('update intake_files set erased_at = now() where id = $1', [id]);

/** Says at a kept file that personal data was erased in it. */
export const addErased = (tx: Queryable, id: number, erased: number) =>
  tx.query(`update intake_files set outcome = outcome || jsonb_build_object('erasedContacts', coalesce((outcome->>'erasedContacts')::integer, 0) + $2::integer) where id = $1`, [id, erased]);

/**
 * A file that is byte for byte the same and whose records are in the picture as they came: its batch is done, no batch
 * that it found its records in was undone, nothing of the same source came after it, and its audience is the same.
 */
export const sameFile = (tx: Queryable, fileId: number) =>
  maybe(tx, z.object({ id: z.number(), batchId: z.number() }),
    `select f.id, f.batch_id from intake_files me join intake_files f on f.owner_id = me.owner_id and f.sha256 = me.sha256 and f.id < me.id and f.same_as is null and f.entry_of is null
     join intake_batches b on b.id = f.batch_id
     where me.id = $1 and b.status = 'done' and b.audience = me.audience and b.circle_id is not distinct from me.circle_id
       and not exists (select from intake_batches u where u.id = any (b.stands_on) and u.status = 'undone')
       and not exists (
         select from intake_files mine join intake_files later on later.source_id = mine.source_id and later.id > f.id and later.same_as is null and later.id <> mine.id
         join intake_batches l on l.id = later.batch_id
         where (mine.id = f.id or mine.entry_of = f.id) and l.status = 'done' and (later.sha256 <> mine.sha256 or later.sha256 = ''))
     order by f.id desc limit 1`, [fileId]);

export async function sourceOf(tx: Queryable, batchId: number, key: string): Promise<number> {
  const { rows } = await tx.query(
    `with made as (
       insert into intake_sources (owner_id, audience, circle_id, batch_id, key)
       select owner_id, audience, circle_id, id, $2 from intake_batches where id = $1 on conflict (owner_id, key) do nothing returning id)
     select id from made union all
     select s.id from intake_sources s join intake_batches b on b.owner_id = s.owner_id where b.id = $1 and s.key = $2 limit 1`, [batchId, key]);
  return rows[0]!.id as number;
}

export type FileOutcome = { recognised: string; sourceId: number | null; sameAs: number | null; standard: string | null; looksLike: string | null; counts: Counts | null };
export const setOutcome = (tx: Queryable, fileId: number, o: FileOutcome) =>
  tx.query('update intake_files set recognised = $2, source_id = $3, same_as = $4, outcome = $5, retain_until = (select retain_until from staged_batch) where id = $1',
    [fileId, o.recognised, o.sourceId, o.sameAs, JSON.stringify({ standard: o.standard, looksLike: o.looksLike, counts: o.counts })]);

export const startBatch = (tx: Queryable, id: number) =>
  maybe(tx, z.object({ status: z.string(), cancelAsked: z.boolean() }),
    `update intake_batches set status = 'running', started_at = coalesce(started_at, now()) where id = $1 and status in ('waiting', 'running') returning status, cancel_asked`, [id]);

/** Written by a connection of its own while the import's transaction is under way. @returns whether to stop */
export async function setProgress(tx: Queryable, id: number, progress: object): Promise<boolean> {
  const { rows } = await tx.query(`update intake_batches set progress = $2 where id = $1 and status = 'running' returning cancel_asked`, [id, JSON.stringify(progress)]);
  return rows[0]?.cancel_asked === true;
}

export const finishBatch = (tx: Queryable, id: number, counts: Counts, progress: object) =>
  tx.query(`update intake_batches set status = 'done', finished_at = clock_timestamp(), counts = $2, progress = $3,
      stands_on = (select coalesce(array_agg(batch_id order by batch_id), '{}') from (select batch_id from staged_stood_on union
        select s.batch_id from intake_files f join intake_files s on s.id = f.same_as where f.batch_id = $1 and s.batch_id <> $1) x)
    where id = $1`, [id, JSON.stringify(counts), JSON.stringify(progress)]);

export const endBatch = (tx: Queryable, id: number, status: 'failed' | 'cancelled', failure: string | null) =>
  tx.query(`update intake_batches set status = $2, finished_at = clock_timestamp(), failure = $3 where id = $1 and status in ('waiting', 'running')`, [id, status, failure]);

/**
 * Later batches, not undone, that say what these said: they replaced rows of theirs, or found them unchanged and so
 * brought no rows of their own.
 */
export const standingOn = (tx: Queryable, batchIds: readonly number[]) =>
  many(tx, z.object({ batchId: z.number(), laterId: z.number() }),
    `select b.id as batch_id, l.id as later_id from unnest($1::integer[]) as b (id) join intake_batches l on l.stands_on @> array[b.id] and l.status = 'done' order by 1, 2`, [batchIds]);

export const markUndone = (tx: Queryable, id: number) => tx.query(`update intake_batches set status = 'undone', undone_at = now() where id = $1`, [id]);

/** Batches of the demonstration, the last first, with their owners: whoever loaded them, an administrator removes them. */
export const demonstration = (tx: Queryable) =>
  many(tx, z.object({ id: z.number(), ownerId: z.number(), status: z.string() }), 'select id, owner_id, status from intake_batches where illustrative order by id desc');

/** Takes out what is left of the demonstration's batches when their rows are gone: nobody brought these files. */
export const forgetBatches = (tx: Queryable, ids: readonly number[]) =>
  tx.query(`with problems as (delete from intake_problems where batch_id = any ($1)), files as (select id from intake_files where batch_id = any ($1))
    delete from intake_chunks where file_id in (select id from files)`, [ids])
    .then(() => tx.query('update intake_files set same_as = null, entry_of = null where batch_id = any ($1)', [ids]))
    .then(() => tx.query('delete from intake_files where batch_id = any ($1)', [ids]))
    .then(() => tx.query('delete from intake_batches where id = any ($1)', [ids]))
    .then(() => tx.query('delete from intake_sources s where not exists (select from intake_files f where f.source_id = s.id) and batch_id = any ($1)', [ids]));

export const askCancel = (tx: Queryable, id: number) => tx.query('update intake_batches set cancel_asked = true where id = $1', [id]);

/** Imports and undos of one owner take turns, also between processes; the lock ends with the connection or transaction. */
const LOCK = 735_560_301;
export const waitForTurn = (tx: Queryable, ownerId: number) => tx.query('select pg_advisory_xact_lock($1::integer, $2::integer)', [LOCK, ownerId]);
export async function takeTurn(tx: Queryable, ownerId: number): Promise<boolean> {
  const { rows } = await tx.query('select pg_try_advisory_xact_lock($1::integer, $2::integer) as got', [LOCK, ownerId]);
  return rows[0]!.got === true;
}
