import { expect, test } from 'vitest';
import { ratesLines } from './rates-lines.ts';

async function* inBytes(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}
async function all(bytes: AsyncIterable<Uint8Array>): Promise<string[][]> {
  const lines: string[][] = [];
  for await (const cells of ratesLines(bytes)) lines.push(cells);
  return lines;
}
const linesOf = (text: string, size = 1e9) => all(inBytes(text, size));

test.each([1, 2, 3, 7, 1e9])('lines are the same however the bytes come: %i at a time', async (size) => {
  expect(await linesOf('\uFEFFyear,currency,units_per_usd,note\n2020,EUR,"0,9","Zürich\nand ""more"""\n\n2021,GBP,0.8', size)).toEqual([
    ['year', 'currency', 'units_per_usd', 'note'], ['2020', 'EUR', '0,9', 'Zürich\nand "more"'], [''], ['2021', 'GBP', '0.8']]);
  expect(await linesOf('year;currency\r\n2020;"EUR"\r\n', size)).toEqual([['year', 'currency'], ['2020', 'EUR']]);
});

test('nothing has no lines', async () => {
  expect(await linesOf('')).toEqual([]);
});

test('what is no CSV is told with its line; what is too large is told before it is read to its end', async () => {
  await expect(linesOf('year,currency\n2020,EUR\n2021,"EUR"x\n')).rejects.toMatchObject({ code: 'funds.rates-unreadable', details: [{ line: 3 }] });
  let asked = 0;
  const endless = async function* () {
    for (;;) {
      asked++;
      yield Buffer.from(`${'x'.repeat(1099)}\n`.repeat(1000));
    }
  };
  await expect(all(endless())).rejects.toMatchObject({ code: 'request.too-large' });
  expect(asked).toBe(19);
});

test('while a large file is read others have their turn, every few thousand lines', async () => {
  const text = 'year,currency,units_per_usd\n' + '2020,EUR,0.9\n'.repeat(200_000);
  let longest = 0;
  let since = 0;
  let over = false;
  const others = () => {
    longest = Math.max(longest, since);
    since = 0;
    if (!over) setImmediate(others);
  };
  others();
  let lines = 0;
  for await (const _ of ratesLines(inBytes(text, 1e9))) {
    lines++;
    since++;
  }
  over = true;
  expect(lines).toBe(200_001);
  expect(longest).toBeLessThan(10_000);
});
