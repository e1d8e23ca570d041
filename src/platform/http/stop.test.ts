import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { operation } from '../../kernel/operation.ts';
import { world } from '../../../test/world.ts';
import { handle } from './handle.ts';

const slow = operation({ id: 'trial.slow', method: 'POST', path: '/trial/slow', summary: 'slow', permission: 'public', input: z.object({ ms: z.number() }), output: z.object({ done: z.boolean() }) });
const handlers = [handle(slow, async ({ input, ctx }) => { await ctx.tx.query('select pg_sleep($1)', [input.ms / 1000]); return { done: true }; })];

async function running(patienceMs: number) {
  const w = await world({ handlers, settings: { patienceMs } });
  await w.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = w.app.server.address() as AddressInfo;
  const ask = (ms: number) => fetch(`http://127.0.0.1:${port}/api/trial/slow`, { method: 'POST', body: JSON.stringify({ ms }), headers: { 'content-type': 'application/json' } });
  return { w, port, ask };
}

test('a server that stops answers what it has begun, and does not wait for connections that nobody uses', async () => {
  const { w, port, ask } = await running(10_000);
  const unused = connect(port, '127.0.0.1');
  await once(unused, 'connect');
  const begun = ask(400);
  await pause(150);
  const started = performance.now();
  await w.close();
  expect(await (await begun).json()).toEqual({ done: true });
  expect(performance.now() - started).toBeLessThan(5000);
  unused.destroy();
});

test('its patience has an end', async () => {
  const { w, ask } = await running(200);
  const begun = ask(3000);
  begun.catch(() => {});
  await pause(150);
  const started = performance.now();
  await w.app.close();
  expect(performance.now() - started).toBeLessThan(2000);
  await expect(begun).rejects.toThrow(/fetch failed/);
  for (let i = 0; i < 300 && w.db.app.inUse > 0; i++) await pause(20);
  await w.db.dispose();
});
