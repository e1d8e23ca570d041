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
    for await (const _ of ctx.files) files++;
    return { files };
  }),
];

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
