import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { makeLog } from './log.ts';
import { makeMailer, NO_MAIL } from './mail.ts';

const letter = { to: 'ines@town.example', subject: 'Invitation for Čair', text: 'Open this:\nhttp://localhost/link#abc\n' };
const lines: string[] = [];
const log = makeLog('debug', { write: (l: string) => { lines.push(l); } });
let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
  lines.length = 0;
});

/** A mail server that says what it is told to say; it answers what it was sent. */
async function mailServer(toRecipient: string) {
  let received = '';
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    let inData = false;
    socket.write('220 ready\r\n');
    socket.on('error', () => {});
    socket.on('data', (piece) => {
      for (const line of piece.toString().split('\r\n').slice(0, -1)) {
        received += `${line}\n`;
        if (inData) { if (line === '.') { inData = false; socket.write('250 taken\r\n'); } }
        else if (/^EHLO/.test(line)) socket.write('250 localhost\r\n');
        else if (/^RCPT/.test(line)) socket.write(`${toRecipient}\r\n`);
        else if (line === 'DATA') { inData = true; socket.write('354 go on\r\n'); }
        else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = async () => {
    for (const s of open) s.destroy();
    server.close();
    await once(server, 'close');
  };
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received: () => received };
}

test('a letter is handed to the mail server', async () => {
  const { url, received } = await mailServer('250 ok');
  expect(await makeMailer({ smtpUrl: url, from: 'tessera@town.example', log }).send(letter)).toBe(true);
  expect(received()).toMatch(/MAIL FROM:<tessera@town.example>[\s\S]*RCPT TO:<ines@town.example>[\s\S]*http:\/\/localhost\/link#abc/);
});

test('a server that refuses, or is not there, is told by the answer; the log does not say to whom', async () => {
  const { url } = await mailServer('550 no such person ines@town.example');
  expect(await makeMailer({ smtpUrl: url, from: 'tessera@town.example', log }).send(letter)).toBe(false);
  expect(await makeMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'tessera@town.example', log }).send(letter)).toBe(false);
  expect(lines).toHaveLength(2);
  expect(lines.join('')).not.toMatch(/ines|town\.example|link#/);
});

test('without a mail server nothing is sent', async () => {
  const mailer = makeMailer({ smtpUrl: undefined, from: 'x@y.example', log });
  expect([mailer, await mailer.send(letter)]).toEqual([NO_MAIL, false]);
});
