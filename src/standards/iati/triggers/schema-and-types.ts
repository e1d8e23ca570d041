import type { IatiProblem } from '../problems.ts';
import { activity, activityOf, inActivity, paid, transaction, type Trigger } from './documents.ts';

const usual = 'default-currency="USD" xml:lang="en"';
const onDay = (day: string) => ({ transaction: transaction({ 'transaction-date': `▸<transaction-date iso-date="${day}"/>` }) });
const dayAt = '/transaction/transaction-date/@iso-date';
const valueAt = '/transaction/value/text()';
const legacy = (equivalent: string) => ({ 'legacy-data': `▸<legacy-data name="Programme" value="3" iati-equivalent="${equivalent}"/>` });

/** The same with an attribute at the activity itself. */
const atActivity = (attribute: string, value: string, near: string): Trigger => ({
  of: 'activity', xpath: `/@${attribute}`, value,
  bad: `▸${activity({}, `${usual} ${attribute}="${value}"`)}`,
  near: activity({}, `${usual} ${attribute}="${near}"`),
});

export const schemaAndTypeTriggers = {
  'iati.element-unknown': inActivity('/budgets', { end: '▸<budgets/>' }, { end: '<x:budgets/>' }),
  'iati.element-from-later-version': {
    of: 'activity', xpath: '/tag',
    bad: activityOf('2.02', { tag: '▸<tag vocabulary="1" code="roads"/>' }),
    near: activityOf('2.03', { tag: '<tag vocabulary="1" code="roads"/>' }),
  },
  'iati.element-out-of-order': inActivity(
    '/activity-status',
    { 'activity-status': '', 'activity-date': '<activity-date iso-date="2020-01-01" type="2"/>\n▸<activity-status code="2"/>' },
    { 'activity-date': '<activity-date iso-date="2020-01-01" type="1"/>\n<activity-date iso-date="2020-01-01" type="2"/>' },
  ),
  'iati.element-missing': { of: 'activity', xpath: '', bad: `▸${activity({ 'activity-status': '' })}`, near: activity() },
  'iati.element-repeated': inActivity(
    '/activity-status[2]',
    { 'activity-status': '<activity-status code="2"/>\n▸<activity-status code="2"/>' },
    { 'participating-org': '<participating-org ref="GB-COH-1" role="1"/>\n<participating-org ref="GB-COH-1" role="1"/>' },
  ),
  'iati.attribute-unknown': {
    of: 'activity', xpath: '/@colour', value: 'red',
    bad: `▸${activity({}, `${usual} colour="red"`)}`,
    near: activity({}, `${usual} x:colour="red"`),
  },
  'iati.attribute-from-later-version': {
    of: 'activity', xpath: '/participating-org/@crs-channel-code', value: '11000',
    bad: activityOf('2.02', { 'participating-org': '▸<participating-org ref="GB-COH-1" role="1" crs-channel-code="11000"/>' }),
    near: activityOf('2.03', { 'participating-org': '<participating-org ref="GB-COH-1" role="1" crs-channel-code="11000"/>' }),
  },
  'iati.attribute-missing': inActivity('/participating-org/@role', { 'participating-org': '▸<participating-org ref="GB-COH-1"/>' }, {}),
  'iati.text-not-allowed': inActivity(
    '/title/text()', { title: '▸<title>Roads<narrative>Roads</narrative></title>' }, { title: '<title>\n <narrative>Roads</narrative>\t</title>' },
    { value: 'Roads' },
  ),
  'iati.not-a-number': inActivity(valueAt, { transaction: paid('many') }, { transaction: paid('+100.') }, { value: 'many' }),
  'iati.number-empty': inActivity(valueAt, { transaction: paid('') }, { transaction: paid('1') }, { value: '' }),
  'iati.number-with-separators': inActivity(
    valueAt, { transaction: paid('1,234,567.50') }, { transaction: paid('1234567.50') }, { value: '1,234,567.50', suggestion: '1234567.50' },
  ),
  'iati.number-with-exponent': inActivity(valueAt, { transaction: paid('1.5E3') }, { transaction: paid('1500') }, { value: '1.5E3', suggestion: '1500' }),
  'iati.not-an-integer': atActivity('hierarchy', '1.5', '2'),
  'iati.not-a-date': inActivity(dayAt, onDay('03/04/2020'), onDay('2020-04-03'), { value: '03/04/2020' }),
  'iati.date-empty': inActivity(dayAt, onDay(''), onDay('2020-04-03'), { value: '' }),
  'iati.amount-in-date': inActivity(dayAt, onDay('1500.00'), onDay('2020-04-03Z'), { value: '1500.00' }),
  'iati.date-with-time': inActivity(dayAt, onDay('2020-04-03T10:00:00'), onDay('2020-04-03'), { value: '2020-04-03T10:00:00', suggestion: '2020-04-03' }),
  'iati.date-written-differently': inActivity(dayAt, onDay('2020/4/3'), onDay(' 2020-04-03 '), { value: '2020/4/3', suggestion: '2020-04-03' }),
  'iati.not-a-datetime': atActivity('last-updated-datetime', 'yesterday', '2020-06-01T10:00:00Z'),
  'iati.not-a-boolean': atActivity('humanitarian', 'perhaps', '0'),
  'iati.not-a-uri': atActivity('linked-data-uri', 'http://[example.org', 'http://example.org/roads and bridges'),
  'iati.not-a-token': inActivity('/legacy-data/@iati-equivalent', legacy('two words'), legacy('one-word'), { value: 'two words' }),
  'iati.not-a-language': inActivity(
    '/sector/@xml:lang', { sector: '▸<sector code="11110" xml:lang="in English"/>' }, { sector: '<sector code="11110" xml:lang="en-GB"/>' }, { value: 'in English' },
  ),
} satisfies Partial<Record<IatiProblem, Trigger>>;
