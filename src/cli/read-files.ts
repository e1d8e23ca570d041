import { openIati } from '../intake/server/iati-records.ts';
import { textOf, NoText } from '../intake/server/text-of.ts';
import { asProblem, unpack, type Unpacked } from '../intake/server/unpack.ts';
import { createInspector } from '../standards/iati/inspect.ts';
import { bytesOnDisk } from './file-input.ts';
import type { Inspected, Rehearsed } from './world.ts';

type Xml = Extract<Unpacked, { kind: 'xml' }>;
type Failure = { code: 'xml.encoding' | 'xml.broken' | 'xml.cut-off'; reason: string };
type Reader = { write(piece: string): void };

/** Every part of a file as intake unpacks it; the name says which part of an archive it is. */
async function* parts(path: string, onBytes: (bytes: number) => void = () => {}): AsyncGenerator<{ file: string; found: Unpacked }> {
  const bytes = await bytesOnDisk(path);
  let read = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of bytes.stream()) {
      onBytes((read += piece.length));
      yield piece;
    }
  }
  for await (const found of unpack({ ...bytes, stream: counted })) yield { file: found.path === null ? path : `${path}/${found.path}`, found };
}

/** Feeds the text to a reader; what breaks on the way is told to it, as intake does. */
async function feed(found: Xml, reader: Reader): Promise<Failure | undefined> {
  try {
    for await (const piece of textOf(found.stream, found.format)) reader.write(piece);
    return undefined;
  } catch (error) {
    if (error instanceof NoText) return { code: 'xml.encoding', reason: error.message };
    return { code: 'xml.cut-off', reason: asProblem(error).code };
  }
}

/** What files say, through the readers of the import. */
export async function* inspectPath(path: string): AsyncGenerator<Inspected> {
  for await (const { file, found } of parts(path)) {
    if (found.kind === 'other') yield { file, fields: { kind: 'other', looks_like: found.looksLike } };
    else if (found.kind === 'problem') yield { file, fields: { kind: 'unreadable', looks_like: found.problem.code } };
    else {
      const inspector = createInspector();
      await feed(found, inspector);
      yield { file, fields: inspector.end() };
    }
  }
}

/** What an import of this file would find, with today as the day that nothing may lie after. */
export async function* rehearsePath(path: string, today: string, onBytes: (bytes: number) => void): AsyncGenerator<Rehearsed> {
  for await (const { file, found } of parts(path, onBytes)) {
    const groups = new Map<string, Rehearsed['problems'][number]>();
    const add = (p: { code: string; severity: string; line: number | null; record: string | null }) => {
      const group = groups.get(p.code);
      if (group) group.times++;
      else groups.set(p.code, { code: p.code, severity: p.severity, times: 1, line: p.line, record: p.record });
    };
    const rehearsed: Rehearsed = { file, standard: null, records: 0, keptOut: 0, problems: [] };
    if (found.kind === 'problem') add({ code: found.problem.code, severity: 'critical', line: null, record: null });
    else if (found.kind === 'other') add({ code: 'intake.not-recognised', severity: 'critical', line: null, record: null });
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
      reader.end(await feed(found, reader));
      rehearsed.standard = standards.size === 0 ? null : [...standards].sort().join(', ');
    }
    yield { ...rehearsed, problems: [...groups.values()] };
  }
}
