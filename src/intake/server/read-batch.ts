import { setImmediate as turn } from 'node:timers/promises';
import type { Severity } from '../../kernel/problem.ts';
import type { TransactionOptions, Tx } from '../../platform/db/pool.ts';
import type { ReportedActivity } from '../../activities/domain/reported.ts';
import type { Appliers } from '../domain/applier.ts';
import { bytes, integer, json, plain, text } from '../domain/copy-text.ts';
import { noCounts, plusCounts, type Counts } from '../domain/counts.ts';
import { sourceKey } from '../domain/source-key.ts';
import { queryWithCopies } from './copy-query.ts';
import { openIati, type ProblemHere } from './iati-records.ts';
import { keptBytes } from './kept-file.ts';
import { Portion } from './portion.ts';
import { beginSql, endSql, factsParams, factsSql, portionSql } from './staging-store.ts';
import { addFile, filesOf, finishBatch, sameFile, sealFile, setOutcome, sourceOf, waitForTurn, type BatchRow, type FileRow } from './store.ts';
import { NoText, textOf } from './text-of.ts';
import { asProblem, unpack, UnpackProblem, type Unpacked } from './unpack.ts';

export type Progress = { phase: 'reading' | 'storing' | 'finished'; bytesRead: number; bytesTotal: number; records: number; problems: number };

export type Transact = <T>(fn: (tx: Tx) => Promise<T>, options: TransactionOptions) => Promise<T>;

export type ReadSettings = {
  /** Runs in a transaction in the name of the organisation that brought the files, as a job. */
  transaction: Transact;
  batch: BatchRow;
  appliers: Appliers<ReportedActivity>;
  /** What "in the future" is measured by. */
  today: string;
  /** Until when contact persons of these files may be kept. */
  retainUntil: string;
  /** Writes down that it was read; the last of its transaction. */
  audit(tx: Tx, about: Record<string, unknown>): Promise<void>;
  report(progress: Progress): void;
};

/**
 * Reads the kept files of a batch into the shared tables: one transaction, so that a half batch can never be seen.
 * Reading, judging and laying out rows happen here; one portion is written while the next is filled, and no more.
 */
export async function readBatch(settings: ReadSettings): Promise<Counts> {
  const { batch } = settings;
  return settings.transaction(async (tx) => {
    await waitForTurn(tx, batch.ownerId);
    await tx.query(beginSql(settings.appliers));
    await tx.query(factsSql, factsParams({ batchId: batch.id, ownerId: batch.ownerId, audience: batch.audience, circleId: batch.circleId, illustrative: batch.illustrative, retainUntil: settings.retainUntil }));
    const files = (await filesOf(tx, [batch.id])).filter((f) => f.entryOf === null);
    const run = new Run(tx, settings, files.reduce((sum, f) => sum + f.bytes, 0));
    for (const file of files) await run.file(file);
    const counts = await run.end();
    await tx.query(endSql(settings.appliers));
    await finishBatch(tx, batch.id, counts, run.progress('finished'));
    await settings.audit(tx, { batchId: batch.id, status: 'done', counts });
    return counts;
  }, { batchId: batch.id });
}

/** What became of one readable file. */
type Reading = { fileId: number; isEntry: boolean; bytes: number; sourceId: number | null; recognised: string; standards: Set<string>; looksLike: string | null; counts: Counts };

class Run {
  private portion = new Portion();
  /** Portions that are written and can be filled again. */
  private readonly spare = [new Portion()];
  private readonly readings: Reading[] = [];
  private readonly byFile = new Map<number, Reading>();
  /** Files of this batch by what they contain. */
  private readonly readHere = new Map<string, number>();
  private writing: Promise<void> = Promise.resolve();
  private waiting = 0;
  private failed: unknown;
  private bytesRead = 0;
  private bytesBefore = 0;
  private records = 0;
  private problems = 0;
  private lastReport = 0;

  constructor(private readonly tx: Tx, private readonly settings: ReadSettings, private readonly bytesTotal: number) {}

  progress(phase: Progress['phase']): Progress {
    return { phase, bytesRead: Math.min(this.bytesRead, this.bytesTotal), bytesTotal: this.bytesTotal, records: this.records, problems: this.problems };
  }

  /** A brought file: read, unless one that is the same byte for byte is in the picture already. */
  async file(file: FileRow): Promise<void> {
    const content = file.sha256.toString('hex');
    const same = this.readHere.get(content) ?? (await sameFile(this.tx, file.id))?.id;
    if (same !== undefined) {
      await setOutcome(this.tx, file.id, { recognised: file.recognised === 'archive' ? 'archive' : 'iati-activities', sourceId: null, sameAs: same, standard: null, looksLike: null, counts: null });
    } else {
      this.readHere.set(content, file.id);
      const kept = keptBytes((question) => this.settings.transaction(question, { readOnly: true }), file.id, file.bytes);
      for await (const found of unpack({ ...kept, stream: () => this.counted(kept.stream()), read: (from, n) => ((this.bytesRead = this.bytesBefore + from), kept.read(from, n)) })) await this.unpacked(file, found);
    }
    if (same === undefined && !this.byFile.has(file.id)) await this.unpacked(file, { path: null, kind: 'problem', problem: new UnpackProblem('intake.archive-empty') });
    this.bytesBefore += file.bytes;
    this.bytesRead = this.bytesBefore;
  }

  private async *counted(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of stream) {
      this.bytesRead += piece.length;
      yield piece;
    }
  }

  private async unpacked(file: FileRow, found: Unpacked): Promise<void> {
    const fileId = found.path === null ? file.id : await addFile(this.tx, this.settings.batch.id, `${file.name}/${found.path}`, file.id);
    const reading: Reading = { fileId, isEntry: found.path !== null, bytes: 0, sourceId: null, recognised: 'unknown', standards: new Set(), looksLike: null, counts: noCounts() };
    this.readings.push(reading);
    this.byFile.set(fileId, reading);
    if (found.path !== null && !this.byFile.has(file.id)) {
      const archive: Reading = { ...reading, fileId: file.id, isEntry: false, recognised: 'archive', counts: noCounts() };
      this.readings.push(archive);
      this.byFile.set(file.id, archive);
    }
    if (found.kind === 'problem') this.problem(reading, { severity: 'critical', code: found.problem.code, line: null, xpath: null, record: null, value: null, params: found.problem.params });
    else if (found.kind === 'other') {
      reading.looksLike = found.looksLike;
      this.problem(reading, { severity: 'critical', code: 'intake.not-recognised', line: null, xpath: null, record: null, value: null, params: { looksLike: found.looksLike } });
    } else await this.xml(reading, sourceKey(found.path ?? file.name), found);
  }

  private async xml(reading: Reading, key: string, found: Extract<Unpacked, { kind: 'xml' }>): Promise<void> {
    reading.recognised = 'iati-activities';
    const sourceId = (reading.sourceId = await sourceOf(this.tx, this.settings.batch.id, key));
    const reader = openIati(this.settings.today, {
      record: (r) => this.record(reading, { ...r, fileId: reading.fileId, sourceId }),
      problem: (p) => this.problem(reading, p),
      keptOut: () => {
        reading.counts.records++;
        reading.counts.keptOut++;
        this.records++;
      },
    });
    try {
      for await (const piece of textOf(weighed(found.stream, reading), found.format)) {
        reader.write(piece);
        await this.keepUp();
      }
      reader.end();
    } catch (error) {
      if (this.failed !== undefined) throw this.failed;
      if (error instanceof NoText) reader.end({ code: 'xml.encoding', reason: error.message });
      else {
        reader.end({ code: 'xml.cut-off', reason: '' });
        this.problem(reading, { severity: 'critical', line: null, xpath: null, record: null, value: null, ...problemOf(error) });
      }
    }
    await this.keepUp();
  }

  private record(reading: Reading, r: ReportedActivity): void {
    const no = this.portion.records++;
    reading.counts.records++;
    this.records++;
    reading.standards.add(r.standard);
    this.portion.add('staged_records', [no, reading.fileId, r.sourceId, integer(r.line), text(r.activity.identifier), bytes(r.contentHash)].join('\t'));
    for (const applier of this.settings.appliers.appliers) applier.rows(r, no, this.portion);
  }

  private problem(reading: Reading, p: ProblemHere): void {
    reading.counts.problems[p.severity as Severity]++;
    this.problems++;
    this.portion.add('staged_problems', [reading.fileId, p.severity, text(p.code), integer(p.line), text(p.xpath), text(p.record), text(p.value), json(hasFields(p.params) ? p.params : null)].map(plain).join('\t'));
  }

  /** Sends what is gathered when it is enough and the portion before it has gone in; until then reading waits. */
  private async keepUp(): Promise<void> {
    const now = performance.now();
    if (now - this.lastReport > 200) {
      this.lastReport = now;
      this.settings.report(this.progress('reading'));
    }
    // A socket takes some 200 kB at a time: without a turn of the event loop the database would wait for the rest.
    if (this.waiting > 0) await turn();
    if (!this.portion.full) return;
    await this.written();
    this.send();
  }

  private async written(): Promise<void> {
    while (this.waiting > 0) await this.writing;
    if (this.failed !== undefined) throw this.failed;
  }

  private send(): void {
    const { portion } = this;
    if (portion.empty) return;
    this.portion = this.spare.pop() ?? new Portion();
    const { tables, data } = portion.gathered;
    this.waiting++;
    this.writing = queryWithCopies(this.tx.client, portionSql(this.settings.appliers, tables), data).then((results) => {
      this.waiting--;
      portion.clear();
      this.spare.push(portion);
      for (const row of results.at(-2)!.rows as { file_id: number; verdict: keyof Counts | 'repeated'; times: number }[]) {
        const { counts } = this.byFile.get(row.file_id)!;
        if (row.verdict === 'repeated') counts.unchanged += row.times;
        else (counts[row.verdict] as number) += row.times;
      }
    }, (error: unknown) => {
      this.waiting--;
      this.failed ??= error;
    });
  }

  /** Everything written; the files' outcomes and the batch's counts. */
  async end(): Promise<Counts> {
    this.settings.report(this.progress('storing'));
    await this.written();
    this.send();
    await this.written();
    for (const r of this.readings) {
      if (r.isEntry) await sealFile(this.tx, r.fileId, r.bytes, Buffer.alloc(0));
      await setOutcome(this.tx, r.fileId, { recognised: r.recognised, sourceId: r.sourceId, sameAs: null, standard: [...r.standards].sort().join(', ') || null, looksLike: r.looksLike, counts: r.counts });
    }
    return this.readings.map((r) => r.counts).reduce(plusCounts, noCounts());
  }
}

/** Damage that archive programs report; anything else is a failure of ours and ends the batch. */
function problemOf(error: unknown): { code: string; params: Record<string, string | number> } {
  const { code, params }: UnpackProblem = asProblem(error);
  return { code, params };
}

async function* weighed(stream: AsyncIterable<Buffer>, reading: Reading): AsyncGenerator<Buffer> {
  for await (const piece of stream) {
    reading.bytes += piece.length;
    yield piece;
  }
}

function hasFields(o: object): boolean {
  for (const _ in o) return true;
  return false;
}
