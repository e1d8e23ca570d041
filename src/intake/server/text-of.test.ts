import { expect, test } from 'vitest';
import { recognise, type Recognised } from './recognise.ts';
import { NoText, textOf } from './text-of.ts';

type Xml = Extract<Recognised, { kind: 'xml' }>;

async function read(bytes: Buffer, pieceBytes: number): Promise<{ text: string; at: number | null }> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  let text = '';
  try {
    for await (const part of textOf(pieces(), recognise(bytes) as Xml)) text += part;
    return { text, at: null };
  } catch (error) {
    if (error instanceof NoText) return { text, at: error.atByte };
    throw error;
  }
}

const words = '<iati-activities>Genève, Ђорђе, 日本, 😀</iati-activities>';

test('any cut of the bytes gives the same text, in every encoding', async () => {
  for (const bytes of [Buffer.from(words), Buffer.from(`\ufeff${words}`), Buffer.from(`\ufeff${words}`, 'utf16le'), Buffer.from(`\ufeff${words}`, 'utf16le').swap16()]) {
    for (const size of [1, 2, 3, 7, 1000]) expect(await read(bytes, size), `${bytes.subarray(0, 4).toString('hex')} by ${size}`).toEqual({ text: words, at: null });
  }
});

test('what comes before damaged bytes is read to the last character, wherever pieces are cut', async () => {
  const damaged = Buffer.concat([Buffer.from(words), Buffer.from([0xff, 0x41])]);
  for (const size of [1, 2, 3, 7, 20, 33, 1000]) expect(await read(damaged, size), `by ${size}`).toMatchObject({ text: words });
});

test('a replacement character that stands in the file is a character like any other', async () => {
  expect(await read(Buffer.from('<iati-activities>\ufffd</iati-activities>'), 5)).toMatchObject({ at: null });
});

test('a file that ends inside a character says so', async () => {
  const cut = Buffer.from('<iati-activities>é').subarray(0, -1);
  expect((await read(cut, 100)).at).not.toBeNull();
});
