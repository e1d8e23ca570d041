import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { operation } from '../../kernel/operation.ts';
import { world, type World } from '../../../test/world.ts';
import { handle, type Handler } from './handle.ts';

const download = operation({ id: 'trial.download', method: 'GET', path: '/trial/download', summary: 'download', permission: 'public', produces: 'text/csv', input: z.object({ rows: z.coerce.number(), breakMs: z.coerce.number().default(0) }), output: z.string() });
const upload = operation({ id: 'trial.upload', method: 'POST', path: '/trial/upload', summary: 'upload', permission: 'intake:write', body: 'upload', input: z.object({}), output: z.object({ files: z.number() }) });
const STALL_MS = 1500;
const FOREVER = 100_000_000;
/** Longer than a compressor looks back: it stays as large as it is. */
const noise = randomBytes(200_000).toString('base64');

const handlers: Handler[] = [
  handle(download, ({ input }) => ({
    body: (async function* () {
      for (let i = 0; i < input.rows; i++) {
        if (i === 1 && input.breakMs > 0) await pause(input.breakMs);
        const from = (i * 900) % (noise.length - 900);
        yield `${i},${noise.slice(from, from + 900)}\n`;
      }
    })(),
    fileName: 'rows.csv',
  })),
  handle(upload, async ({ ctx }) => {
    let files = 0;
    for await (const file of ctx.files) {
      files++;
      for await (const _ of file.bytes) if (slowly) await pause(slowly);
    }
    return { files };
  }),
];

/** Milliseconds that the handler takes for each piece of a file. */
let slowly = 0;
let w: World;
let port: number;
beforeAll(async () => {
  w = await world({ handlers, settings: { longRequests: 6, stallMs: STALL_MS } });
  await w.app.listen({ port: 0, host: '127.0.0.1' });
  port = (w.app.server.address() as AddressInfo).port;
});
afterAll(() => w.close());

/** Asks for a download from an address (told by a proxy on this machine), reads its head and then nothing more. */
async function stopReading(from: string, more = ''): Promise<{ socket: Socket; status: number }> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(`GET /api/trial/download?rows=${FOREVER} HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: ${from}\r\n${more}\r\n`);
  const [head] = (await once(socket, 'data')) as [Buffer];
  socket.pause();
  return { socket, status: Number(/^HTTP\/1\.1 (\d+)/.exec(head.toString('latin1'))?.[1]) };
}
const idle = async (within: number) => {
  const end = Date.now() + within;
  while (w.db.app.inUse > 0 && Date.now() < end) await pause(50);
  return w.db.app.inUse === 0;
};

test('six strangers who stop reading keep neither members nor uploads away, and are ended', async () => {
  const strangers = [];
  for (const from of ['198.51.100.1', '198.51.100.1', '198.51.100.1', '198.51.100.2', '198.51.100.3', '198.51.100.4']) strangers.push(await stopReading(from));
  expect(strangers.map((s) => s.status)).toEqual([200, 200, 503, 200, 503, 503]);

  const sent = await w.as('editor').upload('/trial/upload', { files: [{ name: 'a', content: 'x' }] });
  expect([sent.status, sent.body]).toEqual([200, { files: 1 }]);
  expect((await w.as('reader').get('/trial/download', { rows: 3 })).status).toBe(200);
  expect((await w.as('stranger').get('/trial/download', { rows: 3 })).status).toBe(503);

  expect(await idle(20_000)).toBe(true);
  expect((await w.as('stranger').get('/trial/download', { rows: 3 })).status).toBe(200);
  expect(w.lines.filter((line) => line.includes('a reader stopped reading'))).toHaveLength(3);
  for (const { socket } of strangers) socket.destroy();
});

test('a member who stops reading is ended too, also where the answer is compressed', async () => {
  const { socket, status } = await stopReading('198.51.100.9', `cookie: ${w.as('reader').cookie}\r\naccept-encoding: gzip\r\n`);
  expect([status, w.db.app.inUse]).toEqual([200, 1]);
  expect(await idle(60_000)).toBe(true);
  socket.destroy();
});

test('who reads slowly, and whom we let wait ourselves, gets everything', async () => {
  const waited = await fetch(`http://127.0.0.1:${port}/api/trial/download?rows=2&breakMs=${STALL_MS * 2}`);
  expect((await waited.text()).split('\n')).toHaveLength(3);

  const socket = connect(port, '127.0.0.1');
  socket.write(`GET /api/trial/download?rows=20000 HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
  let bytes = 0;
  socket.on('data', (piece: Buffer) => {
    bytes += piece.length;
    socket.pause();
    setTimeout(() => socket.resume(), 10);   // 18 MB, a piece every 10 ms
  });
  await once(socket, 'close');
  expect(bytes).toBeGreaterThan(18_000_000);
});

const BOUNDARY = 'a-part-ends-here';
/** Begins to send a file of so many bytes, as an editor; `rest` sends what is missing. */
function beginUpload(now: number, later = 0): { socket: Socket; rest(): void; said: Promise<string> } {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const tail = `\r\n--${BOUNDARY}--\r\n`;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  let answer = '';
  socket.on('data', (piece: Buffer) => { answer += piece.toString('latin1'); });
  const said = new Promise<string>((resolve) => { socket.on('close', () => resolve(answer)); });
  socket.write(`POST /api/trial/upload HTTP/1.1\r\nhost: localhost\r\ncookie: ${w.as('editor').cookie}\r\nconnection: close\r\nsec-fetch-site: same-origin\r\ncontent-type: multipart/form-data; boundary=${BOUNDARY}\r\ncontent-length: ${head.length + now + later + tail.length}\r\n\r\n${head}`);
  socket.write(Buffer.alloc(now, 'x'));
  return { socket, said, rest: () => { socket.write(Buffer.alloc(later, 'x')); socket.write(tail); } };
}

test('a sender who falls silent is ended, and its connection to the database is free again', async () => {
  const { said } = beginUpload(100_000, 100_000);
  for (let i = 0; i < 100 && w.db.app.inUse === 0; i++) await pause(20);
  expect(w.db.app.inUse).toBe(1);
  await said;
  expect(await idle(20_000)).toBe(true);
  expect(w.lines.filter((line) => line.includes('a sender fell silent'))).toHaveLength(1);
});

test('who sends with pauses that are shorter, and whom we let wait ourselves, is heard to the end', async () => {
  const pausing = beginUpload(100_000, 100_000);
  await pause(STALL_MS * 0.6);
  pausing.rest();
  expect(await pausing.said).toMatch(/^HTTP\/1\.1 200 .*\{"files":1\}$/s);

  slowly = STALL_MS * 1.4;   // two or three pieces lie in the server meanwhile, the rest in the sender
  try {
    const waiting = beginUpload(200_000, 3_000_000);
    waiting.rest();
    setTimeout(() => { slowly = 0; }, STALL_MS * 3);
    expect(await waiting.said).toMatch(/^HTTP\/1\.1 200 .*\{"files":1\}$/s);
  } finally {
    slowly = 0;
  }
});
