import { afterAll, beforeAll, expect, test } from 'vitest';
import { fundingNetwork } from '../../../test/generators/funding-network.ts';
import type { PublishedEnd, PublishedFile } from '../../../test/generators/funding-model.ts';
import { world, type World } from '../../../test/world.ts';
import { moneyFile, type Book } from '../../../test/money-files.ts';
import { STRANGER } from '../../kernel/audience.ts';
import { bucketsAt, totalsAt } from '../domain/ledger/boundary.ts';
import { count } from '../domain/ledger/count.ts';
import { piecesOf } from '../domain/ledger/pieces.ts';
import { loadBook } from './load-book.ts';

let w: World;
beforeAll(async () => { w = await world(); });
afterAll(() => w.close());

const end = (e: PublishedEnd | null) => (e === null ? undefined : e.activity === null ? e.organisation : `${e.organisation}@${e.activity}`);
const related = (file: PublishedFile['activities'][number]) => file.related.map((r) => `<related-activity ref="${r.identifier}" type="${r.type}"/>`).join('');

/** What the publishers of a network wrote, as IATI files. */
const filesOf = (seed: number) => fundingNetwork(seed).files.map((f) => ({
  name: f.name,
  content: moneyFile(Object.fromEntries(f.activities.map((a, i) => [a.identifier, {
    by: a.reporter.ref, updated: a.lastUpdatedOn, more: related(a), country: ['BD', 'JO', 'MK'][i % 3]!, sector: ['15190', '72010'][i % 2]!,
    paid: a.transactions.map((t) => ({ type: t.type, amount: t.amount, on: t.on, currency: t.currency, from: end(t.provider), to: end(t.receiver) })),
  }])) as Book),
}));

test('the sums in the database are those of the method, at any boundary', async () => {
  for (const seed of [1, 7, 23, 42]) {
    const { body: batch } = await w.as('reporter').upload('/intake/batches', { fields: {}, files: filesOf(seed) });
    await w.wait(batch.id);
    await w.runJobs();
    const { book } = await w.db.app.transaction(STRANGER, (tx) => loadBook(tx));
    const ledger = count(book);
    const inside = [...ledger.inside].map((o) => book.organisations.text(o));
    for (const within of [undefined, inside.slice(0, 1), inside.slice(1), [...inside, 'XX-NET-F1']]) {
      const { status, body: o } = await w.as('stranger').get('/funds/overview', { within });
      expect(status).toBe(200);
      const numbers = new Set(within?.map((key) => book.organisations.known(key)));
      const isDefault = within === undefined || within.length === 0;
      const kind = isDefault ? 'default' : 'chosen';
      const t = totalsAt(piecesOf(book), (no) => (isDefault ? ledger.inside.has(no) : numbers.has(no)), kind);
      const cents = (value: string) => Math.round(Number(value) * 100);
      expect(Object.fromEntries(o.buckets.map((b: { bucket: string; figure: { value: string } }) => [b.bucket, cents(b.figure.value)])), `network ${seed}`).toEqual(Object.fromEntries(bucketsAt(kind).map((b) => [b, t.buckets[b]])));
      for (const which of ['naive', 'receiverOnly', 'entry', 'end', 'retained'] as const) expect(cents(o[which].value), which).toBe(t[which]);
      expect([cents(o.entry.low ?? o.entry.value), cents(o.entry.high ?? o.entry.value)]).toEqual(t.entryRange);
      expect([cents(o.end.low ?? o.end.value), cents(o.end.high ?? o.end.value)]).toEqual(t.endRange);
    }
    await w.as('reporter').post(`/intake/batches/${batch.id}/undo`);
    await w.runJobs();
  }
}, 120_000);
