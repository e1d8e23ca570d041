import type { Operation } from '../../kernel/operation.ts';
import type { Produced } from './handle.ts';

/** A handler answered what its contract does not say: a defect, told with the places and never with the values. */
export class WrongOutput extends Error {
  override name = 'WrongOutput';
}

/**
 * The answer as the contract says it, as JSON: keys that it does not name are left out, so a column too many in a query
 * never reaches anybody. After this check plain `JSON.stringify` is faster than a stringifier made from the schema
 * (docs/decisions/0006-answers-checked-then-stringified.md).
 */
export function jsonOf(operation: Operation, answer: unknown): string {
  const parsed = operation.output.safeParse(answer);
  if (parsed.success) return JSON.stringify(parsed.data);
  const places = parsed.error.issues.slice(0, 10).map((i) => `${i.path.join('.')}: ${i.code}`);
  throw new WrongOutput(`${operation.id} answers what its contract does not say: ${places.join('; ')}`);
}

/** Whether a handler of an operation with `produces` did answer a file. */
export function produced(operation: Operation, answer: unknown): Produced {
  if (typeof answer === 'object' && answer !== null && 'body' in answer && 'fileName' in answer) return answer as Produced;
  throw new WrongOutput(`${operation.id} produces ${operation.produces} and has to answer a body and a file name`);
}

/** The first piece is made before any header is sent, so that what fails at once is still told as a problem. */
export async function begun<T>(body: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const iterator = body[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      if (!first.done) yield first.value;
      for (let next = first; !next.done; ) {
        next = await iterator.next();
        if (!next.done) yield next.value;
      }
    } finally {
      await iterator.return?.();   // the reader left: whatever stands behind the body is closed
    }
  })();
}

/** RFC 6266: a plain name for old readers, the exact one for the others. */
export function attachment(fileName: string): string {
  const clean = fileName.replace(/[\p{Cc}/\\]/gu, '_');
  const plain = clean.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["%]/g, '_').trim() || 'file';
  const exact = encodeURIComponent(clean).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
