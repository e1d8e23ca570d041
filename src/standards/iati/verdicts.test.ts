import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createReader } from './read.ts';

/** The test documents that the standard publishes for its schemas, beside the project where they are present. */
const documents = join(import.meta.dirname, '../../../../shared/data/activities/iati-standard/2.03/schema-tests');

function isValid(text: string): boolean {
  const reader = createReader({ today: '2026-11-22', judgeAs: '2.03' }, {});
  reader.write(text);
  const summary = reader.end();
  return summary.wellFormed && summary.schemaValid;
}

test('the verdict on each of the 686 published test documents is the standard’s own', ({ skip }) => {
  if (!existsSync(documents)) skip('the published test documents are not beside the project');
  const { documents: listed } = JSON.parse(readFileSync(join(documents, 'expected-results.json'), 'utf8')) as { documents: { file: string; expected: 'pass' | 'fail' }[] };
  expect(listed).toHaveLength(686);
  const wrong = listed.filter(({ file, expected }) => isValid(readFileSync(join(documents, file), 'utf8')) !== (expected === 'pass'));
  expect(wrong).toEqual([]);
}, 120_000);

const file = (activity: string, attributes = 'version="2.03"') => `<?xml version="1.0"?>\n<iati-activities ${attributes}>${activity}</iati-activities>`;
const head = '<iati-identifier>AA-AAA-1</iati-identifier><reporting-org ref="AA-AAA" type="10"><narrative>A ministry</narrative></reporting-org><title><narrative>Roads</narrative></title><description><narrative>Text</narrative></description>';
const tail = '<participating-org role="1"/><activity-status code="2"/><activity-date iso-date="2020-01-01" type="1"/>';
const activity = (inside: string, attributes = '') => file(`<iati-activity${attributes}>${inside}</iati-activity>`);

test.each<[string, string, boolean]>([
  ['the least that an activity must say', activity(head + tail), true],
  ['an element of another namespace at the end', activity(`${head}${tail}<x:note xmlns:x="http://example.org">text</x:note>`), true],
  ['no version on the list', file(`<iati-activity>${head}${tail}</iati-activity>`, ''), false],
  ['an empty activity', activity(''), false],
  ['the title before the identifier', activity('<title><narrative>Roads</narrative></title>' + head + tail), false],
  ['a second status', activity(head + tail.replace('<activity-date', '<activity-status code="2"/><activity-date')), false],
  ['an element that the standard does not know', activity(`${head}${tail}<budgets/>`), false],
  ['an attribute that the standard does not know', activity(head + tail, ' colour="red"'), false],
  ['text between the elements', activity(`${head}${tail}text`), false],
  ['a day that is none', activity(head + tail.replace('2020-01-01', '2020-02-30')), false],
  ['a value without its date', activity(`${head}${tail}<budget><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><value>1</value></budget>`), false],
  ['a value that is no number', activity(`${head}${tail}<budget><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><value value-date="2020-01-01">1,5</value></budget>`), false],
  ['a list of nothing', file(''), false],
  ['a file that breaks off', file(`<iati-activity>${head}`).slice(0, -30), false],
])('%s', (_, text, valid) => {
  expect(isValid(text)).toBe(valid);
});
