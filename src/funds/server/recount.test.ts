import { afterAll, beforeAll, expect, test } from 'vitest';
import { moneyFile, type Book, type Paid } from '../../../test/money-files.ts';
import { world, type World } from '../../../test/world.ts';

let w: World;
beforeAll(async () => { w = await world(); });
afterAll(() => w.close());

const bring = async (name: string, book: Book) => {
  const { body } = await w.as('reporter').upload('/intake/batches', { fields: {}, files: [{ name, content: moneyFile(book) }] });
  await w.wait(body.id);
  await w.runJobs();
  return body.id as number;
};
const counted = () => w.lines.map((l) => JSON.parse(l) as { msg?: string; inThread?: boolean; transactions?: number; facts?: number }).filter((l) => l.msg === 'ledger counted').at(-1)!;
const total = async () => (await w.as('stranger').get('/funds/overview')).body;

test('a few rows are counted by the server itself, many in a thread beside it; both the same way', async () => {
  await bring('few.xml', { A: { by: 'XX-A', paid: [{ type: '4', amount: 5 }] } });
  expect(counted()).toMatchObject({ inThread: false, transactions: 1, facts: 1 });
  const many: Paid[] = Array.from({ length: 5_000 }, (_, i) => ({ type: i % 3 === 0 ? '3' : '4', amount: i + 1, on: `20${10 + (i % 14)}-0${1 + (i % 9)}-11`, ...(i % 3 === 0 && { to: `XX-R${i % 40}` }) }));
  const id = await bring('many.xml', { M: { by: 'XX-M', paid: many } });
  expect(counted()).toMatchObject({ inThread: true, transactions: 5_001, facts: 5_001 });
  const o = await total();
  expect([o.naive.value, o.recounting, o.buckets.find((b: { bucket: string }) => b.bucket === 'direct').flows]).toEqual(['12502505.00', false, 5_001]);
  await w.as('reporter').post(`/intake/batches/${id}/undo`);
  await w.runJobs();
  expect(counted()).toMatchObject({ inThread: false });
  expect((await total()).naive.value).toBe('5.00');
});

test('nothing of earlier counts stays behind', async () => {
  await bring('few.xml', { A: { by: 'XX-A', updated: '2024-06-06', paid: [{ type: '4', amount: 6 }] } });
  const { rows } = await w.db.superuser.query(`select (select count(*)::int from funds_runs) as runs, ${['facts', 'sums', 'plans', 'parties'].map((t) => `(select count(*)::int from funds_${t} where run_id not in (select id from funds_runs)) as ${t}`).join(', ')}`);
  expect(rows).toEqual([{ runs: 1, facts: 0, sums: 0, plans: 0, parties: 0 }]);
});
