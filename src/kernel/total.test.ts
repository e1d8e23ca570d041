import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { additivities, type Additivity } from './additivity.ts';
import { compare as compareDecimals, ofUnits, sum } from './decimal.ts';
import { countFigure, Figure, moneyFigure, peopleFigure, shareFigure, withRange, type FigureOf } from './figure.ts';
import { passport, type Grade } from './passport.ts';
import { reason } from './reason.ts';
import { add, addKnown, compare, difference, highest, map, overlapping, scaled, shareOf, totalled, totalling } from './total.ts';

const by = (grade: Grade = 4) => passport({ sources: [{ name: `Source of grade ${grade}` }], method: { kind: 'registered' }, grade, because: [reason('grade.start', { grade })] });
const eur = (value: string | null, grade: Grade = 4) => moneyFigure(value, 'EUR', by(grade));
const scored = (value: string): FigureOf<'non-additive'> => ({ value, unit: { kind: 'measure', of: 'severity' }, additivity: 'non-additive', passport: by() });

test('money of one currency adds up exactly and takes the lowest grade, telling how much of it stands there', () => {
  const total = add([eur('75.10', 5), eur('25.00', 2)]);
  expect(total).toMatchObject({ value: '100.10', unit: { kind: 'money', currency: 'EUR' }, passport: { grade: 2, sourceCount: 2 } });
  expect(total.passport.gradeShares[2]).toBeCloseTo(0.24975, 6);
  expect(Figure.parse(total)).toEqual(total);
});

describe('what must not be summed cannot be summed', () => {
  test('people, shares, highest figures and scores do not compile as a sum, and throw', () => {
    // @ts-expect-error people in two reports may be the same people
    expect(() => add([peopleFigure(3, by()), peopleFigure(4, by())])).toThrow(RangeError);
    // @ts-expect-error shares have no sum
    expect(() => add([shareFigure('0.5', by())])).toThrow(RangeError);
    // @ts-expect-error a score has no sum
    expect(() => add([scored('3'), scored('4')])).toThrow(RangeError);
    // @ts-expect-error money is not people
    expect(() => overlapping([eur('1')])).toThrow(RangeError);
    // @ts-expect-error what a function made of money is no money
    expect(() => add([map(eur('10'), () => '1', 'logarithm@1', { kind: 'measure', of: 'log EUR' })])).toThrow(RangeError);
  });

  test('ratios and scores have no total at all, neither by name nor at run time', () => {
    // @ts-expect-error there is no such function
    expect(totalling.ratio).toBeUndefined();
    // @ts-expect-error there is no such function
    expect(totalling['non-additive']).toBeUndefined();
    expect(totalled([shareFigure('0.5', by()), shareFigure('0.5', by())])).toBeNull();
    expect(totalled([scored('3'), scored('4')])).toBeNull();
  });

  test('no additivity but the additive one ever gives the sum as its value', () => {
    fc.assert(
      fc.property(fc.constantFrom<Additivity>(...additivities), fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 6 }), (additivity, values) => {
        const [first, ...rest] = values.map((v): Figure => ({ value: String(v), unit: { kind: 'people' }, additivity, passport: by() }));
        const total = totalled([first!, ...rest]);
        const whole = String(values.reduce((a, b) => a + b, 0));
        expect(total?.value === whole).toBe(additivity === 'additive');
      }),
    );
  });

  test('two currencies, two things counted, two additivities are never taken together', () => {
    expect(() => add([eur('1'), moneyFigure('1', 'USD', by())])).toThrow(RangeError);
    expect(() => add([countFigure(1, 'activities', by()), countFigure(1, 'organisations', by())])).toThrow(RangeError);
    expect(() => compare(eur('1'), countFigure(1, 'activities', by()))).toThrow(RangeError);
    expect(() => totalled([eur('1'), shareFigure('1', by())])).toThrow(RangeError);
  });
});

test('people over reports that may overlap are a range from the highest report to the sum, without a single value', () => {
  const total = overlapping([peopleFigure(120, by()), peopleFigure(80, by()), peopleFigure(45, by())]);
  expect(total).toMatchObject({ value: null, low: '120', high: '245', additivity: 'unique-people' });
  expect(overlapping([total, peopleFigure(300, by())])).toMatchObject({ low: '300', high: '545' });
  expect(overlapping([peopleFigure(120, by())])).toMatchObject({ value: '120' });
  expect(overlapping([withRange(peopleFigure(120, by()), '100', '130')])).toMatchObject({ value: '120', low: '100', high: '130' });
  expect(overlapping([peopleFigure(120, by()), peopleFigure(null, by())])).toMatchObject({ value: null });
  expect(overlapping([peopleFigure(120, by()), peopleFigure(null, by())]).high).toBeUndefined();
});

test('sector figures of one area take the highest, never the sum', () => {
  const sector = (value: string): FigureOf<'maximum'> => ({ value, unit: { kind: 'people' }, additivity: 'maximum', passport: by() });
  expect(highest([sector('300'), sector('450'), sector('120')])).toMatchObject({ value: '450' });
});

test('ranges add up end by end, and what is not known is not taken for zero', () => {
  expect(add([withRange(eur('10'), '8', '12'), eur('5')])).toMatchObject({ value: '15', low: '13', high: '17' });
  expect(add([eur('10'), eur(null)])).toMatchObject({ value: null });
  expect(add([eur('10'), withRange(eur(null), '0', '4')])).toMatchObject({ value: null, low: '10', high: '14' });
  const known = addKnown([eur('10'), eur(null), eur(null)]);
  expect([known.value, known.passport.missingReporters]).toEqual(['10', 2]);
  expect(addKnown([eur(null)]).value).toBeNull();
  const counted = (value: string | null) => ({ ...eur(value), passport: { ...by(), completeness: { reported: 3, expected: 4 } } });
  expect(addKnown([counted('1'), counted(null)]).passport.completeness).toEqual({ reported: 3, expected: 5 });
});

test('a difference is as uncertain as both together', () => {
  expect(difference(withRange(eur('10'), '8', '12'), withRange(eur('5'), '4', '7'))).toMatchObject({ value: '5', low: '1', high: '8' });
  expect(difference(eur('1'), eur('2'))).toMatchObject({ value: '-1', passport: { grade: 4 } });
});

test('figures whose ranges overlap are not declared more or less', () => {
  expect(compare(eur('10'), eur('9'))).toMatchObject({ order: 'more', by: '1' });
  expect(compare(eur('9'), eur('9.00'))).toMatchObject({ order: 'equal', by: '0.00' });
  expect(compare(withRange(eur('10'), '8', '12'), eur('9')).order).toBe('undecided');
  expect(compare(withRange(eur('10'), '8', '12'), eur('13')).order).toBe('less');
  expect(compare(eur(null), eur('13'))).toMatchObject({ order: 'undecided', by: null });
});

test('a share is made from what it is a share of, and of nothing it is unknown', () => {
  expect(shareOf(eur('1', 5), eur('3', 2))).toMatchObject({ value: '0.333333', unit: { kind: 'share' }, additivity: 'ratio', passport: { grade: 2 } });
  expect(shareOf(eur('1'), eur('0.00')).value).toBeNull();
});

test('a figure times a number keeps its quality, says how it was made and turns its range round where needed', () => {
  expect(scaled(withRange(eur('10'), '8', '12'), '-1.5', 'opposite@1')).toMatchObject({ value: '-15.0', low: '-18.0', high: '-12.0', additivity: 'additive', passport: { grade: 4, method: { kind: 'derived', name: 'opposite@1' } } });
});

test('whatever is added, the value is the exact sum, the range holds it, and no grade rises', () => {
  const amount = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.nat(3)).map(([u, s]) => ofUnits(u, s));
  const figure = fc.tuple(amount, fc.constantFrom<Grade>(1, 2, 3, 4, 5), fc.option(fc.nat(1000), { nil: null })).map(([v, g, r]) => {
    const f = eur(v, g);
    return r === null ? f : withRange(f, sum([v, `-${r}`]), sum([v, String(r)]));
  });
  fc.assert(
    fc.property(figure, fc.array(figure, { maxLength: 5 }), (first, rest) => {
      const total = add([first, ...rest]);
      const all = [first, ...rest];
      expect(compareDecimals(total.value!, sum(all.map((f) => f.value!)))).toBe(0);
      expect(total.passport.grade).toBe(Math.min(...all.map((f) => f.passport.grade)));
      expect(compareDecimals(total.low ?? total.value!, total.value!)).toBeLessThanOrEqual(0);
      expect(compareDecimals(total.value!, total.high ?? total.value!)).toBeLessThanOrEqual(0);
      expect(compareDecimals(add([add([first, first]), ...rest]).value!, sum([first.value!, total.value!]))).toBe(0);
    }),
  );
});
