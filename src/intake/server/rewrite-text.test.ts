import { expect, test } from 'vitest';
import fc from 'fast-check';
import { rewritten } from './rewrite-text.ts';

const elements = { record: 'r', part: 'p' };
const xml = (encoding: string) => ({ kind: 'xml' as const, encoding, bomBytes: 0, root: null });
async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function through(bytes: Buffer, { encoding = 'utf-8', size = 7, longest = 1e6, rewrite = (text: string) => ({ text, erased: 0 }) } = {}) {
  const pieces: Buffer[] = [];
  for await (const piece of rewritten({ stream: inPieces(bytes, size), format: xml(encoding) }, elements, rewrite, longest)) pieces.push(piece.bytes);
  return pieces;
}

test('whatever is not touched stays byte for byte, however it is encoded, broken and cut into pieces', async () => {
  const part = fc.constantFrom('<r>', '<r a="1">', '</r>', '<p>', '</p>', '<!--', '-->', 'ö', 'text', '<rr>', '\u{1F600}');
  await fc.assert(fc.asyncProperty(fc.array(part, { maxLength: 40 }), fc.uint8Array({ maxLength: 6 }), fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'shift_jis'), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 5, max: 60 }), async (parts, noise, encoding, size, longest) => {
    const text = Buffer.from(parts.join(''), encoding.startsWith('utf-16') ? 'utf16le' : 'utf8');
    if (encoding === 'utf-16be') text.swap16();
    const bytes = Buffer.concat([text, encoding.startsWith('utf-16') ? noise.subarray(noise.length & 1) : noise]);
    expect(Buffer.concat(await through(bytes, { encoding, size, longest })).equals(bytes)).toBe(true);
  }));
});

test('a piece begins where a record begins, also where the record before it was never closed', async () => {
  const pieces = await through(Buffer.from('<root> <!-- x --><r>one</r> <rr/><r>two<r a="3">three</r></root>'));
  expect(pieces.map(String)).toEqual(['<root> <!-- x -->', '<r>one</r> <rr/>', '<r>two', '<r a="3">three</r></root>']);
});

test('what is too long for memory is cut, but never inside a part', async () => {
  const text = `<r>${'x'.repeat(30)}<p>${'anna '.repeat(9)}</p>${'y'.repeat(300)}<p>bert</p></r>`;
  const cut = (size: number) => through(Buffer.from(text), { size, longest: 50, rewrite: (t) => ({ text: t.replace(/<p>[^]*?<\/p>/g, ''), erased: 0 }) });
  for (const size of [1, 3, 10, 64, 1000]) expect(Buffer.concat(await cut(size)).toString()).toBe(`<r>${'x'.repeat(30)}${'y'.repeat(300)}</r>`);
});

test('what a part says is read in the encoding of the file', async () => {
  const seen: string[] = [];
  await through(Buffer.from([0x3c, 0x72, 0x3e, 0xc0, 0xed, 0xed, 0xe0]), { encoding: 'windows-1251', rewrite: ((text: string, plain: (part: string) => string) => { seen.push(plain(text.slice(3))); return { text, erased: 0 }; }) as never });
  expect(seen).toEqual(['Анна']);
});
