import { openIati } from '../intake/server/iati-records.ts';
import type { Named } from './file-input.ts';
import { feed, parts } from './parts.ts';
import type { Rehearsed } from './world.ts';

/** What an import of this file would find, with today as the day that nothing may lie after. */
export async function* rehearsePath(named: Named, today: string, onBytes: (bytes: number) => void): AsyncGenerator<Rehearsed> {
  for await (const { file, found } of parts(named, onBytes)) {
    const groups = new Map<string, Rehearsed['problems'][number]>();
    const add = (p: { code: string; severity: string; line: number | null; record: string | null; value?: string | null; params?: Record<string, unknown> }) => {
      const group = groups.get(p.code);
      if (group) group.times++;
      else groups.set(p.code, { code: p.code, severity: p.severity, times: 1, line: p.line, record: p.record, values: { ...p.params, value: p.value ?? '' } });
    };
    const rehearsed: Rehearsed = { file, standard: null, records: 0, keptOut: 0, problems: [] };
    if (found.kind === 'problem') add({ code: found.problem.code, severity: 'critical', line: null, record: null, params: found.problem.params });
    else if (found.kind === 'other') add({ code: 'intake.not-recognised', severity: 'critical', line: null, record: null, params: { looksLike: found.looksLike } });
    else {
      const standards = new Set<string>();
      const reader = openIati(today, {
        record(r) {
          rehearsed.records++;
          standards.add(r.standard);
        },
        keptOut() {
          rehearsed.records++;
          rehearsed.keptOut++;
        },
        problem: add,
      });
      const { failure, problem } = await feed(found, reader);
      reader.end(failure);
      if (problem) add({ code: problem.code, severity: 'critical', line: null, record: null, params: problem.params });
      rehearsed.standard = standards.size === 0 ? null : [...standards].sort().join(', ');
    }
    yield { ...rehearsed, problems: [...groups.values()] };
  }
}
