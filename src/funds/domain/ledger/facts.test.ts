import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sum } from '../../../kernel/decimal.ts';
import { Rates } from '../convert.ts';
import { joint, placeWeights, sectorWeights } from '../splits.ts';
import { Book, KIND } from './book.ts';
import { count } from './count.ts';
import { ASIDE, factsOf } from './facts.ts';

const nobody = { organisation: null, activity: null };
const version = (id: number, identifier: string) => ({ id, identifier, reporter: 'R', hierarchy: null, lastUpdatedOn: null, ownFile: true, transactions: 1, contentHash: identifier });

/** One expenditure, and half as much income, so that half of it is own. */
function bookOf(amount: string, currency: string): Book {
  const book = new Book(new Rates('EUR'));
  book.addVersion(version(1, 'a'));
  book.chooseVersions();
  const half = (Number(amount) / 2).toFixed(2);
  const row = { versionId: 1, line: 1, on: '2020-01-01', valueOn: '2020-01-01', currency, receiver: nobody };
  book.addTransaction({ ...row, id: 1, type: '4', amount, provider: nobody });
  book.addTransaction({ ...row, id: 2, line: 2, type: '1', amount: half, provider: { organisation: 'P', activity: null } });
  count(book);
  return book;
}

const share = fc.tuple(fc.constantFrom('TD', 'LR', 'MK', '298'), fc.constantFrom('100', '33.33', '12.5', null));
const sector = fc.tuple(fc.constantFrom('1:11110', '1:15190', '1:72010'), fc.constantFrom('100', '33.33', '12.5', null));

test('every column of a row adds up over its facts, in cents and in the last digit of the currency', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 11 }), fc.integer({ min: 0, max: 5 }), fc.constantFrom('EUR', 'USD'), fc.array(share, { maxLength: 4 }), fc.array(sector, { maxLength: 3 }), (units, scale, currency, places, sectors) => {
      const amount = (units / 10 ** scale).toFixed(scale);
      const book = bookOf(amount, currency);
      const { columns: c } = book;
      const facts = factsOf(book, 0, book.amountOf(0), joint(placeWeights(places), sectorWeights([], sectors)));
      expect(Number(sum(facts.map((f) => f.amount!)))).toBe(Number(amount));
      expect(facts.reduce((t, f) => t + f.cents!, 0)).toBe(c.cents[0]);
      expect(facts.reduce((t, f) => t + f.ownCents, 0)).toBe(c.own[0]);
      expect(facts.every((f) => Math.abs(f.ownCents) <= Math.abs(f.cents!) && Number(f.own) <= Number(f.amount))).toBe(true);
      const places2 = new Set(facts.map((f) => f.grain.place)).size;
      expect([facts.filter((f) => f.grain.placeFirst).length, facts.filter((f) => f.grain.sectorFirst).length, facts.filter((f) => f.part === 0).length]).toEqual([places2, facts.length / places2, 1]);
    }),
    { numRuns: 1000 },
  );
});

test('a row of which only a part counts has facts of both parts, which add up to what was published', () => {
  const book = new Book(new Rates('EUR'));
  book.addVersion(version(1, 'parent'));
  book.addVersion(version(2, 'child'));
  book.chooseVersions();
  book.addRelation({ versionId: 1, type: '2', identifier: 'child' });
  const row = { line: 1, type: '4', on: '2020-01-01', valueOn: '2020-01-01', currency: 'EUR', provider: nobody, receiver: nobody };
  book.addTransaction({ ...row, id: 1, versionId: 1, amount: '100' });
  book.addTransaction({ ...row, id: 2, versionId: 2, amount: '33.33' });
  count(book);
  const facts = factsOf(book, 0, '100', joint(placeWeights([['TD', '50'], ['LR', '50']]), sectorWeights([], [])));
  expect(facts.map((f) => [f.kind, f.part, f.amount, f.cents])).toEqual([
    [KIND.expenditure, 0, '33.34', 3334], [KIND.expenditure, 1, '33.33', 3333], [KIND['other-level'], ASIDE, '16.67', 1667], [KIND['other-level'], ASIDE + 1, '16.66', 1666],
  ]);
});

test('an unreadable amount is one fact that counts nothing', () => {
  const book = bookOf('10', 'EUR');
  book.addTransaction({ id: 9, versionId: 1, line: 9, type: '3', on: null, valueOn: null, amount: null, currency: null, provider: nobody, receiver: nobody });
  expect(factsOf(book, 2, book.amountOf(2), joint(placeWeights([]), sectorWeights([], [])))).toMatchObject([{ amount: null, cents: null, own: '0', owned: null, grain: { place: '?', sector: '?' } }]);
});

test('an amount of any length stays exact', () => {
  const book = bookOf('10', 'EUR');
  const amount = '123456789012345678901234.123456789';
  book.addTransaction({ id: 9, versionId: 1, line: 9, type: '3', on: '2020-01-01', valueOn: null, amount, currency: 'EUR', provider: nobody, receiver: nobody });
  const facts = factsOf(book, 2, book.amountOf(2), joint(placeWeights([['TD', '33.33'], ['LR', '66.67']]), sectorWeights([], [])));
  expect(sum(facts.map((f) => f.amount!))).toBe(amount);
  expect(facts[0]!.cents).toBeNull();
});
