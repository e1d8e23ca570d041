import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProblemAt } from '../../kernel/problem-at.ts';
import { type IatiProblem, iatiProblems } from './problems.ts';
import { createReader } from './read.ts';
import { standardRules } from './rules/standard.ts';
import { triggers } from './triggers/all.ts';
import { activity, file, organisationFile, type Trigger } from './triggers/documents.ts';
import { streamLimits } from './xml-stream.ts';

const codes = Object.keys(iatiProblems) as IatiProblem[];

/** Everything said about a text, read in small pieces. */
function problemsOf(text: string, { limits, failure }: Pick<Trigger, 'limits' | 'failure'> = {}): ProblemAt[] {
  const problems: ProblemAt[] = [];
  const reader = createReader(
    { today: '2026-11-22', limits: { ...streamLimits, ...limits } },
    { problem: (problem) => void problems.push(problem), activity: (read) => void problems.push(...read.problems) },
  );
  for (let at = 0; at < text.length; at += 100) reader.write(text.slice(at, at + 100));
  reader.end(failure);
  return problems;
}

const withoutMarks = (text: string) => text.replaceAll('▸', '');
const lineOfMark = (text: string) => text.slice(0, text.indexOf('▸')).split('\n').length;
const numbered = (text: string, n: number) => text.replaceAll('{n}', String(n));

/** The trigger's text as a file. */
function asFile(of: Trigger['of'], text: string): string {
  const whole = of === 'activity' ? file(text) : of === 'organisation' ? organisationFile(text) : text;
  return numbered(whole, 1);
}

const pathOf: Record<Trigger['of'], string> = { activity: '/iati-activities/iati-activity[1]', organisation: '/iati-organisations/iati-organisation[1]', file: '' };
/** What a whole file of organisations always says of itself. */
const always = (of: Trigger['of']): IatiProblem[] => (of === 'organisation' ? ['iati.organisation-file'] : []);

describe.each(codes)('%s', (code) => {
  const trigger = triggers[code];

  test('is found at its line and place, and nothing else is', () => {
    const text = asFile(trigger.of, trigger.bad);
    const found = problemsOf(withoutMarks(text), trigger);
    expect(found.map((p) => p.code).sort()).toEqual([code, ...(trigger.also ?? []), ...always(trigger.of)].sort());
    expect(found.find((p) => p.code === code)).toMatchObject({
      line: lineOfMark(text),
      xpath: pathOf[trigger.of] + trigger.xpath,
      value: trigger.value === undefined ? null : numbered(trigger.value, 1),
      suggestion: trigger.suggestion === undefined ? null : numbered(trigger.suggestion, 1),
      severity: iatiProblems[code].severity,
      schema: iatiProblems[code].schema,
    });
  });

  test('is not found in a document near it, which has no problem at all', () => {
    const near = withoutMarks(asFile(trigger.of, trigger.near));
    expect(problemsOf(near, { ...(trigger.limits && { limits: trigger.limits }) }).map((p) => p.code)).toEqual(always(trigger.of));
  });

  test('says what is wrong and how to mend it, and knows every word it leaves open', () => {
    const { what, mend } = iatiProblems[code];
    expect(what).toMatch(/^\S.*[.}]$/s);
    expect(mend).toMatch(/^\S.*[.…]$/s);
    const found = problemsOf(withoutMarks(asFile(trigger.of, trigger.bad)), trigger).find((p) => p.code === code)!;
    const known = new Set([...Object.keys(found.params), ...(found.value === null ? [] : ['value']), ...(found.suggestion === null ? [] : ['suggestion'])]);
    const open = [...`${what} ${mend}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(open.filter((name) => !known.has(name!))).toEqual([]);
  });
});

test('every problem has a trigger, and every trigger a problem', () => {
  expect(Object.keys(triggers).sort()).toEqual([...codes].sort());
});

test('every rule of the table has words, and all words have a rule', () => {
  const inTable = new Set(standardRules.map((rule) => `iati.rule.${rule.id}`));
  expect(codes.filter((code) => code.startsWith('iati.rule.')).sort()).toEqual([...inTable].sort());
});

test('triggers are different documents: none triggers by what another has planted', () => {
  expect(new Set(Object.values(triggers).map((trigger) => trigger.bad)).size).toBe(codes.length);
});

test('a document with any problems planted yields exactly these, each at its own place, in one pass', () => {
  const planted = codes.filter((code) => triggers[code].of === 'activity');
  expect(planted.length).toBeGreaterThan(90);
  fc.assert(
    fc.property(fc.shuffledSubarray(planted, { minLength: 1 }), fc.nat(3), (chosen, clean) => {
      const inside = [
        ...chosen.map((code, i) => numbered(triggers[code].bad, i + 1)),
        ...Array.from({ length: clean }, (_, i) => numbered(activity(), chosen.length + i + 1)),
      ];
      const text = withoutMarks(file(inside.join('\n')));
      const expected = chosen.flatMap((code, i) => {
        const xpath = `/iati-activities/iati-activity[${i + 1}]${triggers[code].xpath}`;
        const before = inside.slice(0, i).reduce((lines, each) => lines + each.split('\n').length, 2);
        return [`${code} ${before + lineOfMark(inside[i]!)} ${xpath}`, ...(triggers[code].also ?? []).map((other) => `${other} also in ${i + 1}`)];
      });
      const found = problemsOf(text).map((p) => {
        const n = Number(/iati-activity\[(\d+)\]/.exec(p.xpath)?.[1]);
        const isAlso = chosen[n - 1] !== p.code && (triggers[chosen[n - 1]!].also ?? []).includes(p.code as IatiProblem);
        return isAlso ? `${p.code} also in ${n}` : `${p.code} ${p.line} ${p.xpath}`;
      });
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 40 },
  );
});
