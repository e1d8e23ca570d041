import { chmodSync, existsSync, mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { STRANGER } from '../../src/kernel/audience.ts';
import { parseConfig } from '../../src/platform/config.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { processesOf } from '../../src/platform/db/postmaster.ts';
import { readSecrets } from '../../src/platform/db/secrets.ts';

vi.setConfig({ testTimeout: 120_000 });   // a durable database from nothing

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'tessera-open-')); });
afterEach(() => rm(folder, { recursive: true }));

const open = (dataDirectory: string, as: 'serve' | 'guest' = 'serve') => openDatabase(parseConfig({ TESSERA_DATA: dataDirectory }, '/'), { as });

describe('the embedded database, as the product opens it', () => {
  test('is durable, keeps its contents, and is migrated once', async () => {
    chmodSync(folder, 0o755);
    const data = path.join(folder, 'data');
    const started = performance.now();
    const first = await open(data);
    const opened = performance.now();
    expect(first.migrated.applied.length).toBe(first.migrated.schema);
    const { rows } = await first.app.transaction(STRANGER, (tx) => tx.query(`select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
      current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums, current_setting('jit') as jit, current_user::text as me`));
    expect(rows).toEqual([{ fsync: 'on', pages: 'on', commit: 'on', checksums: 'on', jit: 'off', me: 'tessera_app_login' }]);
    const guest = await open(data, 'guest');
    expect([guest.server!.how, guest.server!.pid]).toEqual(['attached', first.server!.pid]);
    await guest.close();
    await first.close();
    const again = performance.now();
    const second = await open(data);
    console.log(`first start ${Math.round(opened - started)} ms, second ${Math.round(performance.now() - again)} ms`);
    expect(second.migrated.applied).toEqual([]);
    await second.close();
    expect(existsSync(path.join(data, 'postgres', '18'))).toBe(true);
  });

  test('works for root in a closed folder: programs and database lie where the database\'s user can read them', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip('needs root');
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const data = path.join(closed, 'data');
    const db = await open(data);
    const outside = `/var/lib/tessera-${(await readSecrets(data)).cluster}`;
    try {
      expect((await db.app.transaction(STRANGER, (tx) => tx.query('select 1 as fine'))).rows).toEqual([{ fine: 1 }]);
      expect(existsSync(path.join(data, 'postgres'))).toBe(false);
      expect(statSync(path.join(outside, '18')).uid).not.toBe(0);
      await db.close();
      chmodSync(folder, 0o755);
      chmodSync(closed, 0o755);   // opened up later: it is still the same database
      const again = await open(data);
      expect(again.migrated.applied).toEqual([]);
      await again.close();
      expect(await processesOf(path.join(outside, '18'))).toEqual([]);
    } finally {
      await db.close();
      await rm(outside, { recursive: true, force: true });
    }
  });
});
