import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

/** Writes a file piece by piece; a half one never stands under its name. Answers its bytes. */
export async function writePieces(file: string, make: (write: (piece: string | Uint8Array) => Promise<void>) => Promise<unknown>): Promise<number> {
  const draft = `${file}.${process.pid}.new`;
  const stream = createWriteStream(draft);
  try {
    await make(async (piece) => {
      if (!stream.write(piece)) await once(stream, 'drain');
    });
    stream.end();
    await finished(stream);
    await rename(draft, file);
    return stream.bytesWritten;
  } catch (error) {
    stream.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}
