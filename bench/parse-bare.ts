/** The yardstick: `saxes` reads the same bytes from the same files, and nothing is done with what it finds. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { peakMegabytes, say } from './child.ts';

async function isPacked(file: string): Promise<boolean> {
  const handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  await handle.close();
  return buffer[0] === 0x1f && buffer[1] === 0x8b;
}

let elements = 0;
let characters = 0;
const started = performance.now();
for (const file of process.argv.slice(2)) {
  const stream = createReadStream(file, { highWaterMark: 262_144 });
  const bytes = (await isPacked(file)) ? stream.pipe(createGunzip({ chunkSize: 262_144 })) : stream;
  const parser = new SaxesParser();
  parser.on('opentag', () => { elements++; });
  parser.on('text', (text) => { characters += text.length; });
  const decoder = new TextDecoder('utf-8');
  for await (const piece of bytes as AsyncIterable<Buffer>) parser.write(decoder.decode(piece, { stream: true }));
  parser.write(decoder.decode()).close();
}
say({ seconds: (performance.now() - started) / 1000, peakMegabytes: peakMegabytes(), elements, characters });
