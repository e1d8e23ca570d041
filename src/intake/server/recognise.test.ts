import { expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { recognise } from './recognise.ts';

const seen = (text: string | Buffer) => recognise(Buffer.isBuffer(text) ? text : Buffer.from(text));
const xml = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- licence: <open> -->\n<iati-activities version="2.03">';

test('an activity file is known by its root, behind declaration, comments and document type', () => {
  expect(seen(xml)).toEqual({ kind: 'xml', encoding: 'utf-8', bomBytes: 0, root: 'iati-activities' });
  expect(seen('<iati-activities/>')).toMatchObject({ kind: 'xml', root: 'iati-activities' });
  expect(seen('\n\n <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><iati:iati-activities>')).toMatchObject({ kind: 'xml', root: 'iati-activities' });
  expect(seen('<result><ok>True</ok><iati-activities>')).toMatchObject({ kind: 'xml', root: 'result' });
});

test('encodings: byte order marks, UTF-16 without one, and the declaration', () => {
  expect(seen(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(xml)]))).toMatchObject({ encoding: 'utf-8', bomBytes: 3 });
  expect(seen(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]))).toMatchObject({ encoding: 'utf-16le', bomBytes: 2, root: 'iati-activities' });
  expect(seen(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(xml, 'utf16le').swap16()]))).toMatchObject({ encoding: 'utf-16be', bomBytes: 2, root: 'iati-activities' });
  expect(seen(Buffer.from(xml, 'utf16le'))).toMatchObject({ encoding: 'utf-16le', bomBytes: 0, root: 'iati-activities' });
  expect(seen(`<?xml version='1.0' encoding='ISO-8859-1'?><iati-activities>`)).toMatchObject({ encoding: 'iso-8859-1' });
  expect(seen(`<?xml version="1.0" encoding="klingon"?><iati-activities>`)).toMatchObject({ encoding: 'utf-8' });
});

test('packed files are known by their first bytes, whatever their name', () => {
  expect(seen(gzipSync('x'))).toEqual({ kind: 'gzip' });
  expect(seen(Buffer.from('PK\u0003\u0004rest'))).toEqual({ kind: 'zip' });
});

test.each([
  ['empty', ''],
  ['empty', ' \n\t '],
  ['pdf', '%PDF-1.7'],
  ['json', '{"a": 1}'],
  ['web-page', '<!DOCTYPE html><html>'],
  ['web-page', '<html lang="en">'],
  ['organisation-file', '<iati-organisations version="2.03">'],
  ['other-xml', '<?xml version="1.0"?><rss>'],
  ['table', 'who,what,where\na,b,c\n'],
  ['text', 'Dear colleagues,\nplease find attached'],
])('what is not read is named: %s', (looksLike, text) => {
  expect(seen(text)).toEqual({ kind: 'other', looksLike });
});

test('bytes without any meaning are called so', () => {
  expect(seen(Buffer.from([1, 2, 3, 4, 200, 0, 7]))).toEqual({ kind: 'other', looksLike: 'binary' });
});

test('XML whose root is not in sight is left to the reader', () => {
  expect(seen(`<!-- ${'x'.repeat(100)}`)).toMatchObject({ kind: 'xml', root: null });
});

test('brackets and quotes piled up in a document type cost nothing: this runs where requests are answered', () => {
  for (const unit of ['[]', '["', '<!DOCTYPE']) expect(seen(`<!DOCTYPE x ${unit.repeat(2000)}`), unit).not.toMatchObject({ root: 'iati-activities' });
});
