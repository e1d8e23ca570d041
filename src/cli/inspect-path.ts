import { createInspector } from '../standards/iati/inspect.ts';
import type { Named } from './file-input.ts';
import { feed, parts } from './parts.ts';
import type { Inspected } from './world.ts';

/** What files say, through the readers of the import. */
export async function* inspectPath(named: Named): AsyncGenerator<Inspected> {
  for await (const { file, found } of parts(named)) {
    if (found.kind === 'other') yield { file, fields: { kind: 'other', looks_like: found.looksLike } };
    else if (found.kind === 'problem') yield { file, fields: { kind: 'unreadable', looks_like: found.problem.code } };
    else {
      const inspector = createInspector();
      const { bytes, failure } = await feed(found, inspector);
      yield { file, fields: inspector.end(bytes, failure === undefined) };
    }
  }
}
