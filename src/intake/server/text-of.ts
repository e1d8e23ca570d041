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
  const decode = (bytes: Buffer | undefined): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new NoText(format.encoding, at);
    }
  };
  for await (const piece of stream) {
    const bytes = skip > 0 ? piece.subarray(skip) : piece;
    skip = Math.max(0, skip - piece.length);
    const text = decode(bytes);
    at += piece.length;
    if (text !== '') yield text;
  }
  const rest = decode(undefined);
  if (rest !== '') yield rest;
}
