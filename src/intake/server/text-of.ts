import type { Recognised } from './recognise.ts';

/** Bytes that are no text in the encoding of the file: what was decoded before them has been given. */
export class NoText extends Error {
  override name = 'NoText';
  constructor(readonly encoding: string, readonly atByte: number) {
    super(`byte ${atByte} or one soon after it is no ${encoding}`);
  }
}

/** The text of an XML file as it streams: byte order mark cut off, characters that lie across two pieces put together. */
export async function* textOf(stream: AsyncIterable<Buffer>, format: Extract<Recognised, { kind: 'xml' }>): AsyncGenerator<string> {
  const decoder = new TextDecoder(format.encoding, { fatal: true, ignoreBOM: true });
  let skip = format.bomBytes;
  let at = 0;
  let before: Buffer = Buffer.alloc(0);
  for await (const piece of stream) {
    const bytes = skip > 0 ? piece.subarray(skip) : piece;
    skip = Math.max(0, skip - piece.length);
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: true });
    } catch {
      const sound = soundBegin(Buffer.concat([openEnd(before, format.encoding), bytes]), format.encoding);
      if (sound !== '') yield sound;
      throw new NoText(format.encoding, at + Buffer.byteLength(sound));
    }
    at += piece.length;
    before = bytes;
    if (text !== '') yield text;
  }
  try {
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch {
    throw new NoText(format.encoding, at);
  }
}

/** What can be read of bytes that cannot be read to their end. */
function soundBegin(bytes: Buffer, encoding: string): string {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const damage = text.indexOf('\uFFFD');
  return damage < 0 ? text : text.slice(0, damage);
}

/** The bytes at the end of a piece that wait for the rest of their character in the next one (UTF-8). */
function openEnd(bytes: Buffer, encoding: string): Buffer {
  if (encoding !== 'utf-8') return Buffer.alloc(0);
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.subarray(bytes.length - back) : Buffer.alloc(0);
    if (byte < 0x80) break;
  }
  return Buffer.alloc(0);
}
