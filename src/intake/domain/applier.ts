/**
 * What intake asks of a slice. Intake knows no slice: `src/appliers.ts` lists the appliers, intake stages their rows,
 * compares, and runs their statements, all in the one transaction of a batch.
 */

/** Lines of the portion that is being gathered, by staging table. */
export type Staging = {
  /** @param line fields in COPY text format (copy-text.ts), joined by tabs, without the line's end */
  add(table: string, line: string): void;
};

/** A temporary table that exists for the transaction of a batch. */
type StagingTable = {
  name: `staged_${string}`;
  /** As in `create temporary table`; by convention the first is `no integer`, the number of the record in its portion. */
  columns: string;
};

/** What every row of a batch shares; in SQL the one row of `staged_batch`. */
export type BatchFacts = { batchId: number; ownerId: number; audience: string; circleId: number | null; illustrative: boolean; retainUntil: string };

export type Applier<R> = {
  staging: readonly StagingTable[];
  /** Lays the rows of one record into the staging tables. @param no the record's number in its portion */
  rows(record: R, no: number, into: Staging): void;
  /**
   * Statements for each portion, after the comparison. They may read `staged_batch` (one row: {@link BatchFacts} in
   * snake case), `staged_verdicts` (no, file_id, source_id, verdict 'added'|'changed'|'unchanged', old_id, new_id) and
   * their own staging tables, and write their own slice's tables.
   */
  apply: readonly string[];
  /** The slice's tables with history that an import writes, parents first; `column` holds the id of the record. */
  tables: readonly { name: string; column: string | null }[];
  /** Statements that run once, last in the transaction, when an import or an undo has changed rows. */
  afterwards?: readonly string[];
  /** Statements that run when the demonstration has been removed, in the name of the administrator who did it. */
  demonstrationRemoved?: readonly string[];
};

/** The slice whose rows are the records themselves: what there is decides whether a record is new. */
type RecordTable = {
  /** Table with id, source_id, identifier, content_hash, batch_id, audience and circle_id. */
  name: string;
  /** Sequence of its ids. */
  ids: string;
};

/** Everything that an import applies: the composition gives it. */
export type Appliers<R> = { records: RecordTable; appliers: readonly Applier<R>[] };
