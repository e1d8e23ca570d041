import { expect, test } from 'vitest';
import { makeLog } from './log.ts';

function written(write: (log: ReturnType<typeof makeLog>) => void): string {
  const lines: string[] = [];
  write(makeLog('info', { write: (line: string) => { lines.push(line); } }));
  return lines.join('');
}

test('names, mail addresses, tokens and cookies never reach the log, however deep they lie', () => {
  const text = written((log) => {
    log.info({ account: { id: 7, email: 'ana@example.org', name: 'Ana Petrova' }, headers: { cookie: 'session=abc123', 'Set-Cookie': ['x=secretvalue'] } }, 'signed in');
    log.info({ note: 'wrote to ana@example.org', url: '/link/9f8e7d6c5b4a?x=1', next: 'https://x.example/?token=9f8e7d6c5b4a' }, 'mail to ana@example.org');
    log.child({ requestId: 'r-1', userAgent: 'Browser of Ana Petrova' }).warn({ database: 'postgres://owner:hunter22@db.example/t' });
  });
  for (const secret of ['ana@', 'Petrova', 'abc123', 'secretvalue', '9f8e7d6c5b4a', 'hunter22']) expect(text).not.toContain(secret);
  expect(text).toContain('"id":7');
  expect(text).toContain('"requestId":"r-1"');
});

test('an error of the database is told without the value that it disliked', () => {
  const error = Object.assign(new Error('invalid input syntax for type integer: "Ana Petrova"'), { code: '22P02', detail: 'Key (email)=(ana@example.org)', table: 'access_accounts' });
  const text = written((log) => { log.error(error); log.error({ err: error }, 'request failed'); });
  expect(text).not.toContain('Petrova');
  expect(text).not.toContain('ana@');
  expect(text.match(/"code":"22P02"/g)).toHaveLength(2);
  expect(text.match(/"table":"access_accounts"/g)).toHaveLength(2);
});

test('one object a line, with time and level in words', () => {
  const line = JSON.parse(written((log) => log.warn({ slow: 1200 }, 'slow query'))) as Record<string, unknown>;
  expect(line).toMatchObject({ level: 'warn', slow: 1200, msg: 'slow query' });
  expect(line.time).toMatch(/^\d{4}-.*Z$/);
});
