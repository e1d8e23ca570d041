import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateWhole } from '../../kernel/allocate.ts';
import { joint, placeWeights, sectorWeights, type CodeShare } from './splits.ts';

/** The published rules and examples of IATI Country Development Finance Data; figures in the same order as there. */
const split = (value: number, w: { codes: string[]; weights: number[] }) => {
  const parts = allocateWhole(value, w.weights);
  return Object.fromEntries(w.codes.map((code, i) => [code, parts[i]]));
};

describe('sectors are rebased to 100 within one vocabulary', () => {
  test('two sectors at 100 per cent each get half each', () => {
    expect(split(100, sectorWeights([], [['1:11110', '100'], ['1:12110', '100']]))).toEqual({ '1:11110': 50, '1:12110': 50 });
  });

  test('two sectors and two countries give four rows of a quarter', () => {
    const { grain, weights } = joint(placeWeights([['LR', '50'], ['TD', '50']]), sectorWeights([], [['1:11110', '100'], ['1:12110', '100']]));
    expect(grain).toHaveLength(4);
    expect(allocateWhole(100, weights)).toEqual([25, 25, 25, 25]);
  });

  test('several sectors without usable percentages share equally', () => {
    expect(split(90, sectorWeights([], [['1:1', null], ['1:2', 'abc'], ['1:3', null]]))).toEqual({ '1:1': 30, '1:2': 30, '1:3': 30 });
    expect(split(90, sectorWeights([], [['1:1', '0'], ['1:2', '0']]))).toEqual({ '1:1': 45, '1:2': 45 });
  });

  test('the purpose codes of the DAC win, whoever states them; else the first vocabulary of the publisher', () => {
    expect(sectorWeights([['99:x', '100']], [['1:15190', '100']]).codes).toEqual(['1:15190']);
    expect(sectorWeights([], [['99:x', '60'], ['98:y', '100'], ['99:z', '40']]).codes).toEqual(['99:x', '99:z']);
    expect(sectorWeights([['1:72010', null]], [['1:15190', '100']]).codes).toEqual(['1:72010']);
    expect(sectorWeights([], []).codes).toEqual(['?']);
  });
});

describe('countries first, a region for what they leave', () => {
  test.each<[CodeShare[], Record<string, number>]>([
    [[['LR', null], ['298', '100']], { LR: 100 }],
    [[['TD', '70'], ['LR', '30'], ['298', '100']], { TD: 70, LR: 30 }],
    [[['TD', '50'], ['298', '50']], { TD: 50, '298': 50 }],
    [[['TD', '50'], ['298', '100']], { TD: 50, '298': 50 }],
    [[['TD', '50'], ['298', '30'], ['498', '30']], { TD: 50, '298': 25, '498': 25 }],
    [[['TD', '20'], ['LR', '20']], { TD: 50, LR: 50 }],
    [[['TD', '40'], ['LR', null]], { TD: 40, LR: 60 }],
    [[['298', null], ['498', null]], { '298': 50, '498': 50 }],
    [[], { '?': 100 }],
  ])('%j', (shares, expected) => {
    expect(split(100, placeWeights(shares))).toEqual(expected);
  });
});

const percent = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 12000 }).map((n) => (n / 100).toFixed(2)), fc.constantFrom('33.333333', '66.6667', '0.0001', '-5', 'x'));
const list = (codes: string[]) => fc.array(fc.tuple(fc.constantFrom(...codes), percent), { maxLength: 6 });

test('whatever the shares: the parts add up, and none turns its sign', () => {
  fc.assert(
    fc.property(list(['TD', 'LR', 'MK', '298', '498']), list(['1:15190', '1:72010', '99:a', '2:151']), fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (places, sectors, cents) => {
      const { grain, weights } = joint(placeWeights(places), sectorWeights([], sectors));
      const parts = allocateWhole(Number(cents), weights);
      expect(parts.reduce((a, b) => a + BigInt(b), 0n)).toBe(cents);
      expect(grain).toHaveLength(parts.length);
      expect(parts.every((p) => (cents < 0n ? p <= 0 : p >= 0))).toBe(true);
      expect(parts.some((p) => Object.is(p, -0))).toBe(false);
    }),
    { numRuns: 3000 },
  );
});

test('the order in which shares are listed never matters', () => {
  fc.assert(
    fc.property(list(['TD', 'LR', 'MK', '298', '498']), list(['1:15190', '1:72010', '1:13010']), (places, sectors) => {
      expect(placeWeights([...places].reverse())).toEqual(placeWeights(places));
      expect(sectorWeights([], [...sectors].reverse())).toEqual(sectorWeights([], sectors));
    }),
    { numRuns: 2000 },
  );
});
