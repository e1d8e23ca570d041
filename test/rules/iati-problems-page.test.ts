import { expect, test } from 'vitest';
import { iatiProblems } from '../../src/standards/iati/problems.ts';
import { iatiProblemsPage } from './iati-problems-page.ts';
import { read } from './tree.ts';

test('the page of the problems of IATI files is the catalogue', () => {
  expect(read('docs/problems-iati.md'), 'write it again: npx tsx test/rules/iati-problems-page.ts').toBe(iatiProblemsPage());
});

test('every problem of an IATI file has one line on the page', () => {
  const listed = [...read('docs/problems-iati.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, code]) => code!);
  expect(listed.sort()).toEqual(Object.keys(iatiProblems).sort());
});
