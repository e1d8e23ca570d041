import { z } from 'zod';
import { many, maybe, type Queryable } from '../../platform/db/rows.ts';
import { severities, type Severity } from '../../kernel/problem.ts';

const Place = z.object({
  no: z.number(), file: z.string(), line: z.number().nullable(), xpath: z.string().nullable(), record: z.string().nullable(), value: z.string().nullable(), params: z.record(z.string(), z.unknown()).nullable(),
});
const columns = 'p.no, f.name as file, p.line, p.xpath, p.record, p.value, p.params';

const Group = z.object({ code: z.string(), severity: z.enum(severities), times: z.number(), records: z.number(), files: z.number() });

/** Worst first, then most common: one group for each kind of problem. */
export const problemGroups = (tx: Queryable, batchId: number) =>
  many(tx, Group, `select code, severity, count(*) as times, count(distinct record) as records, count(distinct file_id) as files from intake_problems
    where batch_id = $1 group by code, severity order by array_position(array['critical', 'error', 'warning', 'advice'], severity), count(*) desc, code`, [batchId]);

/** The first places of each kind, for all kinds at once. */
export const problemSamples = (tx: Queryable, batchId: number, codes: readonly string[], each: number) =>
  many(tx, Place.extend({ code: z.string(), severity: z.string() }),
    `select g.code, s.* from unnest($2::text[]) as g (code) cross join lateral (
       select p.severity, ${columns} from intake_problems p join intake_files f on f.id = p.file_id where p.batch_id = $1 and p.code = g.code order by p.no limit $3) s`, [batchId, codes, each]);

export const problemPlaces = (tx: Queryable, batchId: number, code: string, after: number, limit: number) =>
  many(tx, Place, `select ${columns} from intake_problems p join intake_files f on f.id = p.file_id where p.batch_id = $1 and p.code = $2 and p.no > $3 order by p.no limit $4`, [batchId, code, after, limit]);

export async function problemTimes(tx: Queryable, batchId: number, code: string): Promise<number> {
  return (await maybe(tx, z.object({ times: z.number() }), 'select count(*) as times from intake_problems where batch_id = $1 and code = $2', [batchId, code]))!.times;
}

export const ProblemLine = Place.extend({ severity: z.enum(severities), code: z.string() });

/** For a cursor: every problem of a batch in the order of file and line. */
export const allProblems = (batchId: number, severity: Severity | undefined) => ({
  text: `select p.severity, p.code, ${columns} from intake_problems p join intake_files f on f.id = p.file_id where p.batch_id = $1 and ($2::text is null or p.severity = $2) order by p.file_id, p.line nulls first, p.no`,
  values: [batchId, severity ?? null],
});
