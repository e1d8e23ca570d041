import { createInspector } from '../standards/iati/inspect.ts';
import { createReader } from '../standards/iati/read.ts';
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
      // Figures are of what stands there, whatever day it is: nothing may lie in the future of the last day there is.
      const reader = createReader({ today: '9999-12-31' }, inspector.sink);
      const { bytes, failure } = await feed(found, reader);
      reader.end(failure === undefined ? undefined : { code: failure.code, reason: failure.reason });
      const { kind, ...figures } = inspector.inspection();
      yield { file, fields: { kind, bytes, ...figures } };
    }
  }
}
