import { textOf, NoText } from '../intake/server/text-of.ts';
import { asProblem, unpack, type Unpacked, type UnpackProblem } from '../intake/server/unpack.ts';
import { bytesOnDisk, type Named } from './file-input.ts';

type Xml = Extract<Unpacked, { kind: 'xml' }>;
/** Why the text ended before its end; `problem`: what was wrong with what it was packed in. */
type Failure = { code: 'xml.encoding' | 'xml.cut-off'; reason: string; problem?: UnpackProblem };
type Reader = { write(piece: string): void };

/** Every part of a file as intake unpacks it; the name says which part of an archive it is. */
export async function* parts({ given, path }: Named, onBytes: (bytes: number) => void = () => {}): AsyncGenerator<{ file: string; found: Unpacked }> {
  const bytes = await bytesOnDisk(path);
  let read = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of bytes.stream()) {
      onBytes((read += piece.length));
      yield piece;
    }
  }
  for await (const found of unpack({ ...bytes, stream: counted })) yield { file: found.path === null ? given : `${given}/${found.path}`, found };
}

/** Feeds the text to a reader; what breaks on the way is told to it, as intake does. */
export async function feed(found: Xml, reader: Reader): Promise<Failure | undefined> {
  try {
    for await (const piece of textOf(found.stream, found.format)) reader.write(piece);
    return undefined;
  } catch (error) {
    if (error instanceof NoText) return { code: 'xml.encoding', reason: error.message };
    return { code: 'xml.cut-off', reason: '', problem: asProblem(error) };
  }
}
