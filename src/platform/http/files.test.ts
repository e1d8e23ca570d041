import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { operation } from '../../kernel/operation.ts';
import { Problem } from '../../kernel/problem.ts';
import { world, type World } from '../../../test/world.ts';
import { handle, type Handler } from './handle.ts';
import { attachment } from './output.ts';

const Taken = z.object({ audience: z.string(), files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })) });
const upload = operation({ id: 'trial.upload', method: 'POST', path: '/trial/upload', summary: 'upload', permission: 'intake:write', body: 'upload', input: z.object({ audience: z.enum(['public', 'owner']).default('owner') }), output: Taken });
const lazy = operation({ ...upload, id: 'trial.lazy', path: '/trial/lazy' });
const first = operation({ ...upload, id: 'trial.first', path: '/trial/first' });
const download = operation({ id: 'trial.download', method: 'GET', path: '/trial/download', summary: 'download', permission: 'public', produces: 'text/csv', input: z.object({ rows: z.coerce.number(), fail: z.coerce.number().default(-1), name: z.string().default('rows.csv') }), output: z.string() });
const original = operation({ id: 'trial.original', method: 'GET', path: '/trial/original', summary: 'original', permission: 'public', produces: 'application/octet-stream', input: z.object({}), output: z.string() });
let hold: Promise<void> | undefined;
let held = 0;
let holdReading: Promise<void> | undefined;

const handlers: Handler[] = [
  handle(upload, async ({ input, ctx }) => {
    const files = [];
    for await (const file of ctx.files) {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const piece of file.bytes as AsyncIterable<Buffer>) {
        hash.update(piece);
        bytes += piece.length;
        await holdReading;
      }
      await ctx.tx.query(`insert into access_circles (name, organisation_id) values ($1, $2)`, [`file ${file.name}`, ctx.actor.organisationId]);
      files.push({ name: file.name, bytes, sha256: hash.digest('hex') });
    }
    if (hold) held++;
    await hold;
    return { audience: input.audience, files };
  }),
  handle(lazy, async ({ input, ctx }) => {
    const files = [];
    for await (const file of ctx.files) files.push({ name: file.name, bytes: 0, sha256: '' });   // never reads a byte
    return { audience: input.audience, files };
  }),
  handle(first, async ({ ctx }) => {
    for await (const file of ctx.files) throw new Problem('intake.not-recognised', `${file.name} is nothing that I know.`);
    throw new Error('no file');
  }),
  handle(download, ({ input, ctx }) => {
    async function* body() {
      for (let i = 0; i < input.rows; i++) {
        if (i === input.fail) throw new Problem('intake.in-progress', 'Not now.');
        if (i % 1000 === 0) await ctx.tx.query('select 1');
        yield `${i},${'x'.repeat(90)}\n`;
      }
    }
    return { body: body(), fileName: input.name };
  }),
  handle(original, () => ({ body: (async function* () { yield new Uint8Array([0, 255, 10, 13]); })(), fileName: 'a.bin', bytes: 4 })),
];

let w: World;
let port: number;
beforeAll(async () => {
  w = await world({ handlers, settings: { uploadLimit: 60_000_000, longRequests: 2 } });
  await w.app.listen({ port: 0, host: '127.0.0.1' });
  port = (w.app.server.address() as AddressInfo).port;
});
afterAll(() => w.close());
/** A place is free again when its transaction has ended: a moment after the last byte. */
beforeEach(async () => { for (let i = 0; i < 200 && w.db.app.inUse > 0; i++) await pause(20); });

const circles = async () => Number((await w.db.superuser.query(`select count(*) from access_circles where name like 'file %'`)).rows[0].count);
const audits = async () => Number((await w.db.superuser.query('select count(*) from access_audit')).rows[0].count);
const headers = (who: 'editor' | 'reader' = 'editor') => ({ cookie: w.as(who).cookie!, origin: `http://127.0.0.1:${port}` });

/** Sends a multipart body by hand, piece by piece, so that its pace and its end can be chosen. */
function sending(path: string, more: Record<string, string> = headers()) {
  const req = httpRequest({ port, host: '127.0.0.1', path: `/api${path}`, method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=BB', ...more } });
  const answer = once(req, 'response').then(async ([res]) => {
    let text = '';
    for await (const piece of res) text += piece;
    return { status: res.statusCode as number, body: JSON.parse(text) };
  });
  answer.catch(() => {});
  return {
    req, answer,
    part: (name: string, fileName?: string) => req.write(`--BB\r\ncontent-disposition: form-data; name="${name}"${fileName ? `; filename="${fileName}"` : ''}\r\n\r\n`),
    write: async (piece: string | Buffer) => { if (!req.write(piece)) await once(req, 'drain'); },
    end: () => req.end('\r\n--BB--\r\n'),
  };
}

test('files arrive byte for byte, with the fields before them, without their folders', async () => {
  const answer = await w.as('editor').upload('/trial/upload', { fields: { audience: 'public' }, files: [{ name: 'a.xml', content: 'abc' }, { name: '../../é/b.xml', content: '' }] });
  expect(answer.body).toEqual({ audience: 'public', files: [
    { name: 'a.xml', bytes: 3, sha256: createHash('sha256').update('abc').digest('hex') }, { name: 'b.xml', bytes: 0, sha256: createHash('sha256').digest('hex') }] });
});

test('who reads slowly makes the sender wait: 50 MB pass through and are never gathered', async () => {
  const sockets: Socket[] = [];
  w.app.server.on('connection', (socket: Socket) => sockets.push(socket));
  let goOn!: () => void;
  holdReading = new Promise((r) => { goOn = r; });
  const piece = randomBytes(1_000_000);
  const hash = createHash('sha256');
  const { part, write, end, answer } = sending('/trial/upload');
  part('files', 'large.bin');
  const sent = (async () => {
    for (let i = 0; i < 50; i++) {
      hash.update(piece);
      await write(piece);
    }
    end();
  })();
  let taken = -1;
  while (taken < (taken = sockets[0]?.bytesRead ?? 0) || taken === 0) await pause(200);   // until nothing more is taken in
  expect(taken).toBeLessThan(2_000_000);
  holdReading = undefined;
  goOn();
  await sent;
  expect((await answer).body.files).toEqual([{ name: 'large.bin', bytes: 50_000_000, sha256: hash.digest('hex') }]);
});

test('files that are together too large are refused, and nothing of them stays', async () => {
  const before = [await circles(), await audits()];
  const { part, write, end, req, answer } = sending('/trial/upload');
  part('files', 'one.bin');
  await write(Buffer.alloc(40_000_000));
  req.write('\r\n');
  part('files', 'two.bin');
  await write(Buffer.alloc(30_000_000));
  end();
  expect(await answer).toMatchObject({ status: 413, body: { code: 'request.too-large' } });
  expect([await circles(), await audits()]).toEqual(before);
});

test('a refusal in the middle of a file is read by a browser that still sends', async () => {
  const { part, write, end, answer } = sending('/trial/first');
  part('files', 'unknown.bin');
  for (let i = 0; i < 20; i++) await write(Buffer.alloc(1_000_000));
  end();
  expect(await answer).toMatchObject({ status: 422, body: { code: 'intake.not-recognised', detail: 'unknown.bin is nothing that I know.' } });
});

test('what a handler does not read is skipped', async () => {
  const answer = await w.as('editor').upload('/trial/lazy', { files: [{ name: 'a', content: 'x'.repeat(300_000) }, { name: 'b', content: 'y' }] });
  expect(answer.body.files.map((f: { name: string }) => f.name)).toEqual(['a', 'b']);
});

test('a sender that breaks off leaves nothing behind, and the connection to the database is given back', async () => {
  const before = [await circles(), await audits()];
  const { part, write, req, answer } = sending('/trial/upload');
  part('files', 'half.bin');
  await write(Buffer.alloc(2_000_000));
  await pause(50);
  req.destroy();
  await expect(answer).rejects.toThrow(/socket hang up|ECONNRESET/);
  for (let i = 0; i < 100 && w.db.app.inUse > 0; i++) await pause(20);
  expect(w.db.app.inUse).toBe(0);
  expect([await circles(), await audits()]).toEqual(before);
});

test.each([
  ['a field after a file', (s: ReturnType<typeof sending>) => { s.part('files', 'a'); s.req.write('x\r\n'); s.part('audience'); s.req.write('public'); s.end(); }, 400, 'input.invalid'],
  ['a field with a wrong value', (s: ReturnType<typeof sending>) => { s.part('audience'); s.req.write('everybody\r\n'); s.part('files', 'a'); s.req.write('x'); s.end(); }, 400, 'input.invalid'],
  ['a field that is a prototype', (s: ReturnType<typeof sending>) => { s.part('__proto__'); s.req.write('x'); s.end(); }, 400, 'input.invalid'],
])('%s is refused', async (_, send, status, code) => {
  const s = sending('/trial/upload');
  send(s);
  expect(await s.answer).toMatchObject({ status, body: { code } });
});

test('JSON where files belong is refused', async () => {
  const answer = await w.as('editor').post('/trial/upload', { audience: 'public' });
  expect([answer.status, answer.body.code]).toEqual([400, 'input.invalid']);
});

test('who may not upload is refused before a file is read', async () => {
  const { part, write, end, answer } = sending('/trial/upload', headers('reader'));
  part('files', 'a.bin');
  await write(Buffer.alloc(1_000_000));
  end();
  expect(await answer).toMatchObject({ status: 403, body: { code: 'access.denied' } });
});

test('long requests never hold all connections: the third is asked to come back', async () => {
  let release!: () => void;
  hold = new Promise((r) => { release = r; });
  const busy = [0, 1].map((i) => w.as('editor').upload('/trial/upload', { files: [{ name: `held ${i}`, content: 'x' }] }));
  while (held < 2) await pause(20);
  const third = await w.as('editor').upload('/trial/upload', { files: [{ name: 'third', content: 'x' }] });
  const quick = await w.as('editor').get('/trial/download', { rows: 1 });
  hold = undefined;
  release();
  expect([third.status, third.body.code, third.headers['retry-after'], quick.status]).toEqual([503, 'platform.busy', '5', 503]);
  expect((await Promise.all(busy)).map((a) => a.status)).toEqual([200, 200]);
  expect((await w.as('editor').get('/trial/download', { rows: 1 })).status).toBe(200);
});

test('a download is a file with its name, made while it is sent', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/trial/download?rows=100000&name=${encodeURIComponent('Übersicht "2026".csv')}`);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="Ubersicht _2026_.csv"; filename*=UTF-8''%C3%9Cbersicht%20%222026%22.csv`);
  const text = await answer.text();
  expect([text.length > 9_000_000, text.split('\n').length]).toEqual([true, 100_001]);
});

test('bytes stay bytes', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/trial/original`);
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 10, 13]);
  expect([answer.headers.get('content-type'), answer.headers.get('content-length')]).toEqual(['application/octet-stream', '4']);
});

test('a download that fails before its first row is told as a problem', async () => {
  const answer = await w.as('stranger').get('/trial/download', { rows: 10, fail: 0 });
  expect([answer.status, answer.body.code, answer.headers['content-disposition']]).toEqual([409, 'intake.in-progress', undefined]);
});

test('a download that fails on its way breaks off: half a table must not look like a whole one', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/trial/download?rows=100000&fail=50000`);
  await expect(answer.text()).rejects.toThrow(/terminated/);
});

test('a reader who leaves ends the work behind the download', async () => {
  const leave = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}/api/trial/download?rows=100000000`, { signal: leave.signal });
  await answer.body!.getReader().read();
  leave.abort();
  for (let i = 0; i < 100 && w.db.app.inUse > 0; i++) await pause(20);
  expect(w.db.app.inUse).toBe(0);
});

test.each([['plain.csv', 'plain.csv'], ['a/b\\c\n.csv', 'a_b_c_.csv'], ['بيانات.csv', '.csv'], ['名', 'file']])('%j is offered to old readers as %j', (name, plain) => {
  expect(attachment(name)).toContain(`filename="${plain}"`);
});
