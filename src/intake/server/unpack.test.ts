import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import yazl from 'yazl';
import { bytesOf } from './bytes.ts';
import { unpack, unpackLimits, type UnpackLimits } from './unpack.ts';

const xml = (n: number) => `<iati-activities version="2.03">${'<x/>'.repeat(n)}</iati-activities>`;

async function zipped(entries: Record<string, Buffer | string>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** What comes out, texts read to the end; a stream that breaks gives its error's code. */
async function out(file: Buffer, limits?: UnpackLimits): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const piece of unpack(bytesOf(file, 1000), limits)) {
    const name = piece.path ?? '.';
    if (piece.kind === 'other') found[name] = `other: ${piece.looksLike}`;
    else if (piece.kind === 'problem') found[name] = piece.problem.code;
    else {
      const parts: Buffer[] = [];
      try {
        for await (const part of piece.stream) parts.push(part);
        found[name] = Buffer.concat(parts).toString();
      } catch (error) {
        found[name] = `${Buffer.concat(parts).length} bytes, then ${(error as { code: string }).code}`;
      }
    }
  }
  return found;
}

test('a plain file, a gzip and a gzip inside a gzip give the same text', async () => {
  for (const file of [Buffer.from(xml(9)), gzipSync(xml(9)), gzipSync(gzipSync(xml(9)))]) expect(await out(file)).toEqual({ '.': xml(9) });
});

test('a gzip of several members is read to its end', async () => {
  const text = xml(2);
  expect(await out(Buffer.concat([gzipSync(text.slice(0, 20)), gzipSync(text.slice(20))]))).toEqual({ '.': text });
});

test('an archive gives each of its files; gzip inside it is opened, clutter of archive programs is not', async () => {
  const file = await zipped({ 'a/one.xml': xml(1), 'two.xml.gz': gzipSync(xml(20_000)), '__MACOSX/._x': 'x', 'notes.txt': 'Dear all', '.DS_Store': 'x' });
  expect(await out(file)).toEqual({ 'a/one.xml': xml(1), 'two.xml.gz': xml(20_000), 'notes.txt': 'other: text' });
});

test('an archive inside an archive is refused by name, the rest is read', async () => {
  const file = await zipped({ 'inner.zip': await zipped({ 'a.xml': xml(1) }), 'b.xml': xml(2) });
  expect(await out(file)).toEqual({ 'inner.zip': 'intake.archive-in-archive', 'b.xml': xml(2) });
});

test('a workbook is a zip and still called a workbook', async () => {
  expect(await out(await zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }))).toEqual({ '.': 'other: workbook' });
});

test('a bomb is stopped by its ratio, a flood by its size', async () => {
  const bomb = gzipSync(Buffer.concat([Buffer.from('<iati-activities>'), Buffer.alloc(3_000_000, ' ')]), { level: 9 });
  expect((await out(bomb, { ...unpackLimits, ratioFrom: 1_000_000 }))['.']).toMatch(/then intake.archive-suspicious/);
  const inZip = await zipped({ 'a.xml': Buffer.concat([Buffer.from('<iati-activities>'), Buffer.alloc(3_000_000, ' ')]) });
  expect((await out(inZip, { ...unpackLimits, ratioFrom: 1_000_000 }))['a.xml']).toMatch(/then intake.archive-suspicious/);
  expect((await out(bomb, { ...unpackLimits, bytes: 100_000 }))['.']).toMatch(/intake.archive-too-large/);
});

test('too many files in one archive are refused before any is opened', async () => {
  const file = await zipped({ a: xml(1), b: xml(1), c: xml(1) });
  expect(await out(file, { ...unpackLimits, entries: 2 })).toEqual({ '.': 'intake.archive-too-many' });
});

test('a gzip or zip that was cut off says so; what came before is there', async () => {
  const text = Array.from({ length: 30_000 }, (_, i) => `<x a="${(i * 7919) % 10_007}"/>`).join('');
  const packed = gzipSync(`<iati-activities>${text}`);
  expect((await out(packed.subarray(0, packed.length - 5000)))['.']).toMatch(/^\d{5,} bytes, then Z_BUF_ERROR/);
  const zip = await zipped({ 'a.xml': xml(5) });
  expect(await out(zip.subarray(0, zip.length - 10))).toEqual({ '.': 'intake.archive-damaged' });
});

test('anything else is named', async () => {
  expect(await out(Buffer.from('a;b\n1;2\n'))).toEqual({ '.': 'other: table' });
  expect(await out(Buffer.alloc(0))).toEqual({ '.': 'other: empty' });
});
