import { z } from 'zod';
import { MethodName } from './passport.ts';
import { BatchId, Day } from './values.ts';

const Line = z.number().int().positive();

/** Where a record came in. Every record has exactly one origin; it is written once and never changed. */
export const Origin = z.discriminatedUnion('kind', [
  /** A structured file: the line on which the record begins, and its path where the format has one. */
  z.object({ kind: z.literal('file'), batchId: BatchId, file: z.string().min(1), line: Line.nullable(), xpath: z.string().optional() }),
  /** A workbook or table: row as the person counts it (the first row is 1), cell such as `C7` where one cell is meant. */
  z.object({ kind: z.literal('sheet'), batchId: BatchId, file: z.string().min(1), sheet: z.string(), row: Line, cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/).optional() }),
  /** Typed into a form by an account of the organisation that owns the record. */
  z.object({ kind: z.literal('form'), form: z.string().min(1), on: Day }),
  /** Sent by another system. */
  z.object({ kind: z.literal('api'), client: z.string().min(1), on: Day }),
  /** Computed from other records by a pure method. */
  z.object({ kind: z.literal('method'), method: MethodName, on: Day }),
]);
export type Origin = z.infer<typeof Origin>;

/** The batch that an undo would take the record back with; null for what did not come with an import. */
export function batchOf(origin: Origin): BatchId | null {
  return origin.kind === 'file' || origin.kind === 'sheet' ? origin.batchId : null;
}
