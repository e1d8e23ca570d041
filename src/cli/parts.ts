import { textOf, NoText } from '../intake/server/text-of.ts';
import { asProblem, unpack, type Unpacked, type UnpackProblem } from '../intake/server/unpack.ts';
import { bytesOnDisk, type Named } from './file-input.ts';

type Xml = Extract<Unpacked, { kind: 'xml' }>;
/** How much text there was, and why it ended before its end; `problem`: what was wrong with what it was packed in. */
export type Fed = { bytes: number; failure?: { code: 'xml.encoding' | 'xml.cut-off'; reason: string }; problem?: UnpackProblem };
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

/** Feeds the text to a reader; what breaks on the way is answered, as intake does, and never thrown. */
export async function feed(found: Xml, reader: Reader): Promise<Fed> {
  let bytes = 0;
  async function* weighed(): AsyncGenerator<Buffer> {
    for await (const piece of found.stream) {
      bytes += piece.length;
      yield piece;
    }
  }
  try {
    for await (const piece of textOf(weighed(), found.format)) reader.write(piece);
    return { bytes };
  } catch (error) {
    if (error instanceof NoText) return { bytes, failure: { code: 'xml.encoding', reason: error.message } };
    return { bytes, failure: { code: 'xml.cut-off', reason: '' }, problem: asProblem(error) };
  }
}
