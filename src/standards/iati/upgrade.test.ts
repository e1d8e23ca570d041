import { describe, expect, test } from 'vitest';
import type { Activity } from '../../activities/domain/model.ts';
import { transactionTypes } from '../../funds/domain/model.ts';
import { readWhole } from './read-whole.ts';
import { codesOfVersion1 } from './upgrade-codes.ts';

const read = (inside: string) => readWhole(`<iati-activities version="1.05"><iati-activity xml:lang="en" default-currency="EUR"><iati-identifier>A-1</iati-identifier>${inside}</iati-activity></iati-activities>`).activities[0]!;
const activityOf = (inside: string): Activity => read(inside).activity;

describe('an activity of 1.0x in the words of 2.03', () => {
  test.each(Object.entries(codesOfVersion1['TransactionType']!))('transaction type %s is %s', (letters, code) => {
    const { transactions, problems } = read(`<transaction><transaction-type code="${letters.toUpperCase()}"/><transaction-date iso-date="2015-01-01"/><value value-date="2015-01-01">1</value></transaction>`);
    expect(transactions[0]).toMatchObject({ type: code, typeAsPublished: letters.toUpperCase() });
    expect(Object.keys(transactionTypes)).toContain(code);
    expect(problems.map((p) => p.code).filter((c) => c.startsWith('iati.code'))).toEqual([]);
  });

  test('a word in the place of a letter is understood and said', () => {
    const { transactions, problems } = read('<transaction><transaction-type code="Disbursement"/><transaction-date iso-date="2015-01-01"/><value value-date="2015-01-01">1</value></transaction>');
    expect(transactions[0]).toMatchObject({ type: '3', typeAsPublished: 'Disbursement' });
    expect(problems).toContainEqual(expect.objectContaining({ code: 'iati.code-as-word', suggestion: '3' }));
  });

  test.each([['start-planned', '1'], ['start-actual', '2'], ['end-planned', '3'], ['end-actual', '4']])('date %s is %s', (word, code) => {
    expect(activityOf(`<activity-date type="${word}" iso-date="2015-01-01"/>`).dates).toMatchObject([{ type: code, on: '2015-01-01' }]);
  });

  test('a date that stands in the text alone is read; words beside a date are kept', () => {
    expect(activityOf('<activity-date type="start-actual">2015-01-01</activity-date>').dates).toMatchObject([{ on: '2015-01-01', narratives: [] }]);
    expect(activityOf('<activity-date type="start-actual" iso-date="2015-01-01">New year</activity-date>').dates[0]!.narratives).toEqual([{ lang: 'en', text: 'New year' }]);
  });

  test.each([['Funding', '1'], ['Accountable', '2'], ['Extending', '3'], ['Implementing', '4']])('role %s is %s', (word, code) => {
    expect(activityOf(`<participating-org role="${word}">X</participating-org>`).participatingOrganisations).toMatchObject([{ role: code, names: [{ text: 'X' }] }]);
  });

  test.each([['DAC', '1'], ['DAC-3', '2'], ['COFOG', '3'], ['NACE', '4'], ['NTEE', '5'], ['ADT', '6'], ['RO', '99'], ['RO2', '98']])('sector vocabulary %s is %s', (word, code) => {
    expect(activityOf(`<sector vocabulary="${word}" code="1">Name</sector>`).sectors).toMatchObject([{ vocabulary: code, names: [{ text: 'Name' }] }]);
  });

  test('titles, one a language, become one title', () => {
    expect(activityOf('<title>One</title><title xml:lang="fr">Un</title>').title).toEqual([{ lang: 'en', text: 'One' }, { lang: 'fr', text: 'Un' }]);
  });

  test('descriptions of one type become one description', () => {
    expect(activityOf('<description type="1">One</description><description type="2">Two</description><description type="1" xml:lang="fr">Un</description>').descriptions).toMatchObject([
      { type: '1', narratives: [{ text: 'One' }, { lang: 'fr', text: 'Un' }] },
      { type: '2', narratives: [{ text: 'Two' }] },
    ]);
  });

  test('other identifiers know their owner', () => {
    expect(activityOf('<reporting-org ref="A" type="10">A</reporting-org><other-identifier owner-ref="A" owner-name="Agency">77</other-identifier><other-identifier owner-name="B">88</other-identifier>').otherIdentifiers).toMatchObject([
      { ref: '77', type: 'A1', owner: { ref: 'A', names: [{ text: 'Agency' }] } },
      { ref: '88', type: 'A9', owner: { ref: null, names: [{ text: 'B' }] } },
    ]);
  });

  test('coordinates, gazetteers, kinds and divisions become what they are since 1.04', () => {
    const [place] = activityOf(
      '<location><name>Dhaka</name><location-type code="PPLC"/><administrative country="BD" adm1="13"/><coordinates latitude="23.7" longitude="90.4" precision="3"/><gazetteer-entry gazetteer-ref="1">1185241</gazetteer-entry></location>',
    ).locations;
    expect(place).toMatchObject({
      point: { latitude: '23.7', longitude: '90.4' }, exactness: '2', feature: 'PPLC', gazetteer: [{ vocabulary: 'G1', code: '1185241' }],
      administrative: [{ vocabulary: 'A4', level: '0', code: 'BD' }, { vocabulary: '', level: '1', code: '13' }],
    });
  });

  test('a web page of the activity is a document', () => {
    expect(activityOf('<activity-website>https://example.org</activity-website>').documents).toMatchObject([{ url: 'https://example.org', categories: ['A12'] }]);
  });

  test('results keep their texts, indicators and comments', () => {
    expect(activityOf('<result type="1"><title>R</title><indicator measure="1"><title>I</title><baseline year="2010" value="1"><comment>C</comment></baseline></indicator></result>').results).toMatchObject([
      { titles: [{ text: 'R' }], indicators: [{ titles: [{ text: 'I' }], baselines: [{ value: '1', comments: [{ text: 'C' }] }] }] },
    ]);
  });

  test('narratives that stand there already, as 2.0x has them, are kept', () => {
    expect(activityOf('<title><narrative>One</narrative></title>').title).toEqual([{ lang: 'en', text: 'One' }]);
  });

  test('the rules of the standard hold for it, too', () => {
    const { problems } = read('<sector vocabulary="DAC" code="15190" percentage="50">A</sector><sector vocabulary="DAC" code="13010" percentage="40">B</sector>');
    expect(problems).toContainEqual(expect.objectContaining({ code: 'iati.rule.2.1.2', params: { sum: '90', of: 'sector', vocabulary: '1' } }));
  });
});
