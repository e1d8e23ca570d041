import { expect, test } from 'vitest';
import { bytes, day, integer, json, jsonText, key, plain, text, texts } from './copy-text.ts';

test('what COPY would read as something else is escaped', () => {
  expect(text('a\tb\nc\r\\d')).toBe('a\\tb\\nc\\r\\\\d');
  expect(text(null)).toBe('\\N');
  expect(text('\\N')).toBe('\\\\N');
  expect(text('zero\0')).toBe('zero\uFFFD');
});

test('values that a column cannot hold are not known, instead of stopping the batch', () => {
  expect(day('0000-01-01')).toBe('\\N');
  expect(day('2020-02-29')).toBe('2020-02-29');
  expect(integer(9_000_000_000)).toBe('\\N');
  expect(integer(-3)).toBe('-3');
  expect(plain(false)).toBe('false');
  expect(key('x'.repeat(400))).toHaveLength(300);
});

test('JSON goes in as jsonb takes it', () => {
  expect(json({ a: 'line\nbreak "q" \\' })).toBe('{"a":"line\\\\nbreak \\\\"q\\\\" \\\\\\\\"}');
  expect(jsonText(JSON.stringify('a\0b'))).toBe('"a\uFFFDb"');
  expect(jsonText(JSON.stringify('half \ud83d!'))).toBe('"half \uFFFD!"');
  expect(jsonText(JSON.stringify('\\u0000 is text'))).toBe('"\\\\\\\\u0000 is text"');
  expect(jsonText(JSON.stringify('whole 😀'))).toBe('"whole 😀"');
});

test('arrays and bytes', () => {
  expect(texts(['a', 'b"c\\d', ''])).toBe('{"a","b\\\\"c\\\\\\\\d",""}');
  expect(texts([])).toBe('{}');
  expect(bytes('00ff')).toBe('\\\\x00ff');
});
