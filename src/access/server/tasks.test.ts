import { expect, test } from 'vitest';
import { world } from '../../../test/world.ts';
import { LINK_MEMORY_MS, SESSION_IDLE_MS } from '../domain/parameters.ts';
import { accessTasks } from './tasks.ts';

test('ended sessions and old links are forgotten at night, living ones stay', async () => {
  const w = await world();
  const at = (ms: number) => new Date(w.clock.now().getTime() + ms).toISOString();
  const session = (secret: string, seen: number, expires: number) => w.db.superuser.query('insert into access_sessions (token_hash, account_id, created_at, last_seen_at, expires_at) values (sha256($1), $2, $3, $3, $4)', [secret, w.accounts.reader, at(seen), at(expires)]);
  const link = (secret: string, expires: number) => w.db.superuser.query(`insert into access_links (token_hash, kind, account_id, created_at, expires_at) values (sha256($1), 'new-password', $2, $3, $4)`, [secret, w.accounts.reader, at(0), at(expires)]);
  await session('busy', -1000, 1000);
  await session('over', -1000, -1);
  await session('idle', -SESSION_IDLE_MS - 1000, 1000);
  await link('open', 1000);
  await link('ended', -1000);
  await link('long ended', -LINK_MEMORY_MS - 1000);
  expect(accessTasks.map((t) => [t.name, t.every])).toEqual([['access.forget-expired', '17 3 * * *']]);
  await w.db.superuser.query(`select platform_enqueue('access.forget-expired')`);
  await w.runJobs();
  const left = async (table: string) => (await w.db.superuser.query(`select count(*)::int as n from ${table} where account_id = $1`, [w.accounts.reader])).rows[0].n;
  expect([await left('access_sessions'), await left('access_links')]).toEqual([2, 2]);   // the reader's own session, and the busy one
  await w.close();
});
