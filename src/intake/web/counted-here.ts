import { countFigure, type Figure } from '../../kernel/figure.ts';
import { passport } from '../../kernel/passport.ts';
import type { Batch } from '../domain/model.ts';

/** A number that the reading of a batch counted: exact, from the files of the batch themselves. */
export function countedIn(batch: Batch, n: number, of: string): Figure {
  const day = (batch.finishedAt ?? batch.startedAt ?? batch.createdAt).slice(0, 10);
  return countFigure(
    n,
    of,
    passport({
      sources: batch.files.filter((f) => f.entryOf === null).map((f) => ({ name: f.name, key: String(f.id), batchId: batch.id })),
      method: { kind: 'counted' },
      grade: 5,
      because: [],
      freshness: 'fresh',
      asOf: day,
      completeness: { reported: batch.files.length, expected: batch.files.length },
      audience: { audience: batch.audience, circleId: batch.circleId },
      rows: { operation: 'intake.batch', input: { id: batch.id } },
    }),
  );
}
