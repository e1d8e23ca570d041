import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataTypes, isCanonical, isDay, isOfType, looksLikeAmount, readDay, readDecimal } from './data-types.ts';

const is = (type: keyof typeof dataTypes, text: string): boolean => isOfType(text, dataTypes[type]);

describe('types of XML Schema', () => {
  test.each([
    ['decimal', ['1', '-1.5', '+2', '.5', '5.', '007'], ['', '1,5', '1e3', 'INF', '1 2', '-', '.', '1.2.3', '٣']],
    ['date', ['2024-02-29', '2026-11-21Z', '2026-11-21+14:00', '-0044-03-15', '12026-01-01'], ['2023-02-29', '2026-13-01', '2026-1-1', '2026-11-21T00:00:00', '20261121', '0000-01-01', '2026-11-21+15:00', '']],
    ['dateTime', ['2026-11-21T10:00:00', '2026-11-21T10:00:00.0134+01:00', '2026-11-21T24:00:00Z'], ['2026-11-21', '2026-02-30T00:00:00', '2026-11-21T25:00:00', '2026-11-21 10:00:00']],
    ['boolean', ['true', 'false', '1', '0'], ['TRUE', 'yes', '']],
    ['int', ['1', '-5', '+3', '2147483647', '-2147483648'], ['1.0', '2147483648', '-2147483649', '', 'a']],
    ['positiveInteger', ['1', '+07'], ['0', '-1', '1.5', '']],
    ['nonNegativeInteger', ['0', '12', '-0'], ['-1', '']],
    ['NMTOKEN', ['a.b-c', '1', 'é'], ['', 'a b', 'a/b']],
    ['language', ['en', 'en-GB', 'zh-Hans-CN', ''], ['englishlanguage', 'e n', 'en_GB', '1a2']],
    ['anyURI', ['', 'https://example.org/a?b=c&d', 'relative/path', 'mailto:a@example.org', 'https://example.org/ü b', '//host:80/x'], ['http://[x', 'http://a:b:c/', '1http://x', 'http://x/%zz', '#a#b']],
  ] as const)('%s', (type, right, wrong) => {
    for (const text of right) expect(is(type, text), text).toBe(true);
    for (const text of wrong) expect(is(type, text), text).toBe(false);
  });

  test('a day is a day of the calendar', () => {
    expect(['2000-02-29', '2024-12-31', '0001-01-01'].every(isDay)).toBe(true);
    expect(['1900-02-29', '2024-04-31', '2024-00-10', '2024-01-00', '2024-01-1x'].some(isDay)).toBe(false);
  });
});

describe('numbers as publishers write them', () => {
  test.each([
    ['1234.50', '1234.50', null],
    [' +05. ', '5', null],
    ['.5', '0.5', null],
    ['-0', '0', null],
    ['-.50', '-0.50', null],
    ['1,234,567.80', '1234567.80', 'separators'],
    ['1 234', '1234', 'separators'],
    ["1'000", '1000', 'separators'],
    ['1.5E6', '1500000', 'exponent'],
    ['1E-7', '0.0000001', 'exponent'],
    ['-2.50e1', '-25.0', 'exponent'],
    ['12.345e+2', '1234.5', 'exponent'],
  ])('%s is read as %s', (text, value, why) => {
    expect(readDecimal(text)).toMatchObject({ value, why });
  });

  test('what could mean two things is not read', () => {
    for (const text of ['1.234,56', '1,23', '12,3456', 'EUR 5', '5 %', '--5', '1e999', '']) expect(readDecimal(text), text).toBeNull();
  });

  test('what is read is in our one form', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[+-]?\d{0,6}(,\d{3}){0,2}\.?\d{0,6}([eE][+-]?\d{1,2})?$/), (text) => {
        const read = readDecimal(text);
        if (read === null) return;
        expect(read.value).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
        expect(readDecimal(read.value)).toEqual({ value: read.value, exact: true, why: null });
      }),
    );
  });

  test('canonical numbers are those of our own type', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[+-]?0?\d{0,3}\.?\d{0,3}$/), (text) => {
        if (isCanonical(text)) expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        if (/^([1-9]\d*|0)(\.\d+)?$/.test(text)) expect(isCanonical(text)).toBe(true);
      }),
    );
  });
});

describe('days as publishers write them', () => {
  test.each([
    ['2026-11-21', '2026-11-21', 'exact'],
    [' 2026-11-21\n', '2026-11-21', 'exact'],
    ['2026-11-21Z', '2026-11-21', 'zone'],
    ['2026-11-21T23:59:00+02:00', '2026-11-21', 'time'],
    ['2026-11-21 00:00:00', '2026-11-21', 'time'],
    ['2026/1/5', '2026-01-05', 'written'],
    ['2026.01.05', '2026-01-05', 'written'],
    ['20260105', '2026-01-05', 'written'],
  ])('%s is read as %s', (text, day, why) => {
    expect(readDay(text)).toEqual({ day, why });
  });

  test('what could mean two days is not read', () => {
    for (const text of ['3/4/2026', '2026', '2026-02-30', '2026-11-21x', '1234567', '99990101', 'soon', '']) expect(readDay(text), text).toBeNull();
  });

  test('an amount in the place of a day is known as one, a year is not', () => {
    expect(['50000', '1234.50', '1,000'].every(looksLikeAmount)).toBe(true);
    expect(['2024', '31/12/2024', '', 'x'].some(looksLikeAmount)).toBe(false);
  });
});
