import type { IatiProblem } from '../problems.ts';
import { activity, activity1, activityOf, file, organisation, organisationFile, type Trigger } from './documents.ts';

/** `depth` elements of another namespace inside one another. */
const nested = (depth: number): string => `${'<x:a>'.repeat(depth)}${'</x:a>'.repeat(depth)}`;

export const xmlAndFileTriggers = {
  'xml.broken': {
    of: 'file', xpath: '/iati-activities',
    bad: file(activity({ title: '<title><narrative>Roads</narrative>▸</titel>' })),
    near: file(activity()),
  },
  'xml.cut-off': {
    of: 'file', xpath: '/iati-activities',
    bad: `${file(activity()).replace(/<\/iati-activities>$/, '<iati-acti▸')}`,
    near: file(activity()),
  },
  'xml.doctype': {
    of: 'file', xpath: '/',
    bad: file(activity()).replace('<iati-activities', '<!DOCTYPE iati-activities [<!ENTITY a "roads">]>\n▸<iati-activities'),
    near: file(activity({ title: '<title><narrative>Roads [north]</narrative></title>' })).replace(
      '<iati-activities', '<!-- no <!DOCTYPE a [ here -->\n<!DOCTYPE iati-activities>\n<iati-activities',
    ),
  },
  'xml.encoding': {
    of: 'file', xpath: '/iati-activities', failure: { code: 'xml.encoding', reason: 'byte 0xE9 begins no character' },
    bad: `${file(activity()).replace(/<\/iati-activities>$/, '<iati-activity>\n<title>▸')}`,
    near: file(activity()),
  },
  'xml.too-deep': {
    of: 'file', xpath: '/iati-activities',
    bad: file(activity({ end: `▸${nested(199)}` })),
    near: file(activity({ end: nested(198) })),
  },
  'xml.too-long': {
    of: 'file', xpath: '/iati-activities', limits: { tokenCharacters: 1000 },
    bad: file(`${activity()}\n▸<!-- ${'long '.repeat(300)}-->`),
    near: file(`${activity()}\n<!-- ${'long '.repeat(150)}-->`),
  },
  'iati.not-iati': { of: 'file', xpath: '/html', bad: '▸<html>\n<p>Roads</p></html>', near: file(activity()) },
  'iati.root-unexpected': {
    of: 'file', xpath: '/result',
    bad: `▸<result>\n${activity()}</result>`,
    near: `<iati-activities version="2.03">\n${activity()}</iati-activities>`,
  },
  'iati.namespace': {
    of: 'file', xpath: '/iati-activities/@xmlns', value: 'http://example.org/iati',
    bad: file(activity(), 'version="2.03" xmlns="http://example.org/iati"').replace('<iati-activities', '▸<iati-activities'),
    near: file(activity(), 'version="2.03" xmlns:x="http://example.org/iati"'),
  },
  'iati.version-missing': {
    of: 'file', xpath: '/iati-activities/@version',
    bad: file(activity(), '').replace('<iati-activities', '▸<iati-activities'),
    near: file(activity()),
  },
  'iati.version-unknown': {
    of: 'activity', xpath: '', value: '2.04',
    bad: `▸${activityOf('2.04')}`,
    near: activityOf('2.02'),
  },
  'iati.organisation-file': {
    of: 'file', xpath: '/iati-organisations',
    bad: organisationFile(organisation()).replace('<iati-organisations', '▸<iati-organisations'),
    near: file(activity()),
  },
  'iati.identifier-missing': {
    of: 'activity', xpath: '',
    bad: `▸${activity({ 'iati-identifier': '<iati-identifier/>' })}`,
    near: activity(),
  },
  'iati.identifier-repeated': {
    of: 'file', xpath: '/iati-activities/iati-activity[2]/iati-identifier', value: 'GB-COH-1-1',
    bad: file(`${activity()}\n▸${activity()}`),
    near: file(`${activity()}\n${activity({ 'iati-identifier': '<iati-identifier>GB-COH-1-2</iati-identifier>' })}`),
  },
  'iati.record-too-large': {
    of: 'file', xpath: '/iati-activities/iati-activity[1]', limits: { recordElements: 40 },
    bad: file(`▸${activity({ title: `<title>${'<narrative>Roads</narrative>'.repeat(40)}</title>` })}`),
    near: file(activity({ title: `<title>${'<narrative>Roads</narrative>'.repeat(20)}</title>` })),
  },
  // Only 1.0x lets these out; the schemas of 2.0x ask for the elements themselves.
  'iati.transaction-type-missing': {
    of: 'activity', xpath: '/transaction',
    bad: activity1('▸<transaction>\n<transaction-date iso-date="2020-06-01"/><value value-date="2020-06-01">1</value></transaction>'),
    near: activity1('<transaction>\n<transaction-type code="D"/><transaction-date iso-date="2020-06-01"/><value value-date="2020-06-01">1</value></transaction>'),
  },
  'iati.transaction-date-missing': {
    of: 'activity', xpath: '/transaction',
    bad: activity1('▸<transaction>\n<transaction-type code="D"/><value value-date="2020-06-01">1</value></transaction>'),
    near: activity1('<transaction><transaction-type code="D"/><transaction-date iso-date="2020-06-01"/><value value-date="2020-06-01">1</value></transaction>'),
  },
  'iati.value-missing': {
    of: 'activity', xpath: '/budget',
    bad: activity1('▸<budget>\n<period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/></budget>'),
    near: activity1('<budget><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><value value-date="2020-01-01">1</value></budget>'),
  },
} satisfies Partial<Record<IatiProblem, Trigger>>;
