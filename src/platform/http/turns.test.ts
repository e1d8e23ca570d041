import { expect, test } from 'vitest';
import { Turns, type Long } from './turns.ts';

const stranger = (strangerFrom: string): Long => ({ kind: 'download', strangerFrom });
const member: Long = { kind: 'download' };
const upload: Long = { kind: 'upload' };

/** Begins one after the other, none of which ends; '+' was let in. */
async function begin(most: number, longs: Long[]) {
  const turns = new Turns(most);
  const ends: (() => void)[] = [];
  const begun: Promise<void>[] = [];
  let told = '';
  for (const long of longs) {
    let inside = false;
    const work = turns.take(long, () => { inside = true; return new Promise<void>((end) => { ends.push(end); }); });
    work.catch(() => {});
    if (inside) begun.push(work);
    else await expect(work).rejects.toMatchObject({ code: 'platform.busy' });
    told += inside ? '+' : '-';
  }
  return { turns, told, endAll: () => { for (const end of ends) end(); return Promise.all(begun); } };
}

test('strangers at one address get a small share, all strangers leave room for a member, all downloads for uploads', async () => {
  const { told } = await begin(6, [stranger('a'), stranger('a'), stranger('a'), stranger('b'), stranger('c'), member, member, upload, upload, upload]);
  expect(told).toBe('++-+-+-++-');
});

test('where there are few places, one is still kept free of downloads', async () => {
  expect((await begin(2, [stranger('a'), stranger('b'), member, upload, upload])).told).toBe('+--+-');
  expect((await begin(3, [stranger('a'), stranger('b'), member, member, upload, upload])).told).toBe('+-+-+-');
  expect((await begin(1, [stranger('a'), upload])).told).toBe('+-');
});

test('what ends, well or not, makes its place free again', async () => {
  const all = [stranger('a'), stranger('a'), stranger('b'), member, upload, upload];
  const { turns, told, endAll } = await begin(6, all);
  expect(told).toBe('++++++');
  await endAll();
  for (let i = 0; i < 10; i++) {
    for (const long of all) await expect(turns.take(long, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  }
});
