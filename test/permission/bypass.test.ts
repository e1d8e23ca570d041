import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handlers } from '../../src/handlers.ts';
import type { Operation } from '../../src/kernel/operation.ts';
import { castNames } from '../cast.ts';
import { world, type World } from '../world.ts';
import { prepare, samples, wider, type Sample } from './samples.ts';

let w: World;
let all: Record<string, Sample>;
beforeAll(async () => {
  w = await world({ gate: (real) => ({ ...real, permits: () => true }) });   // the API lets everybody through
  all = samples(w, await prepare(w));
}, 180_000);
afterAll(() => w.close());

const byId = new Map<string, Operation>(handlers.map((h) => [h.operation.id, h.operation]));
const ids = Object.keys(samples({ circles: {}, organisations: {}, accounts: {} } as World, {} as never));

/** Everything but the register of what was done, and when a session was last used: a value for each table. */
async function state(): Promise<Record<string, string>> {
  const { rows: tables } = await w.db.superuser.query<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace and relname not in ('access_audit', 'platform_migrations') order by 1`);
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await w.db.superuser.query<{ row: string }>(`select (to_jsonb(t) - 'last_seen_at')::text as row from ${name} t order by 1`);
    found[name] = createHash('sha256').update(rows.map((r) => r.row).join('\n')).digest('hex').slice(0, 12);
  }
  return found;
}

test('every operation has a sample, and every sample an operation', () => {
  expect([...byId.keys()].sort()).toEqual(Object.keys(all).sort());
});

test.each(ids)('%s: without the API’s check the database still refuses whom it should', async (id) => {
  const { input, may, secret, by } = all[id]!;
  const op = byId.get(id)!;
  const before = await state();
  for (const name of castNames) {
    if (may.includes(name) && op.method === 'POST') continue;
    if (wider[id]?.to.includes(name)) continue;
    const answer = await w.as(name).call(op, input);
    const shown = secret !== undefined && answer.text.includes(secret.text);
    expect({ name, shown }, answer.text.slice(0, 300)).toEqual({ name, shown: secret?.sees.includes(name) ?? false });
    expect({ name, state: op.method === 'POST' ? await state() : before }).toEqual({ name, state: before });
  }
  const answer = await w.as(by).call(op, input);
  const never = id.endsWith('-link');   // a link that was never made; links have tests of their own
  expect(answer.status, answer.text.slice(0, 300)).toBe(never ? 410 : 200);
  expect(JSON.stringify(await state()) !== JSON.stringify(before)).toBe(op.method === 'POST' && !never);
});

test('where the database is wider than the API it really is, and stays within the own organisation', async () => {
  expect(Object.keys(wider)).toEqual(['activities.erase-contacts', 'funds.set-rates', 'intake.remove-demonstration']);
  const answer = await w.as('reporter').call(byId.get('funds.set-rates')!, all['funds.set-rates']!.input);
  expect(answer.status).toBe(200);
  expect((await w.db.superuser.query('select distinct owner_id from funds_rates')).rows).toEqual([{ owner_id: w.organisations.Alpha }]);
});
