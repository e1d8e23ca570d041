import { expect, test } from 'vitest';
import { parseConfig, variableNames } from './config.ts';

test('everything has a working default', () => {
  expect(parseConfig({}, '/srv/app')).toMatchObject({ dataDirectory: '/srv/app/.tessera', databaseUrl: undefined, port: 4321, host: '127.0.0.1', logLevel: 'info' });
});

test('empty is the same as not set, as in a file of settings', () => {
  expect(parseConfig({ DATABASE_URL: '', PORT: '', SMTP_URL: '' }, '/srv')).toEqual(parseConfig({}, '/srv'));
});

test('there are fewer than fifteen variables', () => {
  expect(variableNames.length).toBeLessThan(15);
});

test.each([
  ['PORT', 'http', /free port/],
  ['DATABASE_URL', 'mysql://x/y', /postgres:\/\/role:password@host/],
  ['PUBLIC_URL', 'tessera.example.org', /https:\/\/tessera\.example\.org/],
  ['LOG_LEVEL', 'loud', /warn/],
  ['RETENTION_DAYS', '0', /erased/],
])('a wrong %s is named, with how to mend it', (name, value, hint) => {
  const attempt = () => parseConfig({ [name]: value }, '/srv');
  expect(attempt).toThrow(new RegExp(`${name}: `));
  expect(attempt).toThrow(hint);
});

test('all wrong variables are told at once', () => {
  expect(() => parseConfig({ PORT: 'x', LOG_LEVEL: 'y' }, '/srv')).toThrow(/PORT[\s\S]*LOG_LEVEL/);
});
