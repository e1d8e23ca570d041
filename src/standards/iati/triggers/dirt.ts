import type { IatiProblem } from '../problems.ts';
import { activity, type ActivityParts, another, inActivity, paid, transaction, type Trigger } from './documents.ts';

const status = (code: string) => ({ 'activity-status': `▸<activity-status code="${code}"/>` });
const country = (code: string) => ({ 'recipient-country': `▸<recipient-country code="${code}"/>` });
const kind = (code: string) => ({ transaction: transaction({ 'transaction-type': `▸<transaction-type code="${code}"/>` }) });
const besideDac = (vocabulary: string) => ({ sector: `<sector code="11110"/>\n▸<sector code="111" ${vocabulary}/>` });
const thirds = (last: string) => ({ sector: `▸<sector code="11110" percentage="33.33"/>\n<sector code="12220" percentage="33.33"/>\n<sector code="14010" percentage="${last}"/>` });
const titled = (text: string) => ({ title: `<title>\n▸<narrative>${text}</narrative></title>` });
const point = (pos: string) => ({ location: `<location><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326">\n▸<pos>${pos}</pos></point></location>` });
const spends = (budget: string, spent: string): ActivityParts => ({
  budget: `<budget><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><value value-date="2020-01-01">${budget}</value></budget>`,
  transaction: transaction({ value: `<value value-date="2020-06-01">${spent}</value>` }),
});
const valueAt = '/transaction/value/text()';

export const dirtTriggers = {
  'iati.code-unknown': inActivity('/activity-status/@code', status('99'), status('3'), { value: '99' }),
  'iati.code-not-listed': inActivity('/recipient-country/@code', country('ZZ'), country('SY'), { value: 'ZZ' }),
  'iati.code-empty': inActivity('/activity-status/@code', status(''), status('3'), { value: '' }),
  'iati.code-withdrawn': inActivity(
    '/country-budget-items/@vocabulary',
    { 'country-budget-items': '▸<country-budget-items vocabulary="1"><budget-item code="1.1.1"/></country-budget-items>' },
    { 'country-budget-items': '<country-budget-items vocabulary="2"><budget-item code="1.1.1"/></country-budget-items>' },
    { value: '1' },
  ),
  'iati.code-written-differently': inActivity('/recipient-country/@code', country(' bd'), country('BD'), { value: ' bd', suggestion: 'BD' }),
  'iati.code-as-word': inActivity('/transaction/transaction-type/@code', kind('Disbursement'), kind('3'), { value: 'Disbursement', suggestion: '3' }),
  'iati.code-of-another-vocabulary': inActivity('/sector[2]/@code', besideDac(''), besideDac('vocabulary="2"'), { value: '111', suggestion: '111' }),
  'iati.region-as-country': inActivity('/recipient-country/@code', country('998'), country('BD'), { value: '998' }),
  'iati.shares-rounded': inActivity('/sector[1]/@percentage', thirds('33.33'), thirds('33.34')),
  'iati.value-negative': inActivity(valueAt, { transaction: paid('-0.01') }, { transaction: paid('0.01') }, { value: '-0.01' }),
  'iati.value-zero': inActivity(valueAt, { transaction: paid('0.00') }, { transaction: paid('0.01') }, { value: '0.00' }),
  'iati.value-too-precise': inActivity(valueAt, { transaction: paid('0.30000000000000004') }, { transaction: paid('0.30000000000000') }, { value: '0.30000000000000004' }),
  'iati.transaction-repeated': inActivity(
    '/transaction[2]', { transaction: `${transaction()}\n▸${transaction()}` }, { transaction: `${transaction()}\n${another(transaction())}` }, { value: '100' },
  ),
  'iati.spending-above-means': {
    of: 'activity', xpath: '', value: '201', bad: `▸${activity(spends('100', '201'))}`, near: activity(spends('100.5', '201')),
  },
  'iati.text-double-escaped': inActivity(
    '/title/narrative/text()', titled('Roads &amp;amp; bridges'), titled('Roads &amp; bridges'), { value: 'Roads &amp; bridges', suggestion: 'Roads & bridges' },
  ),
  'iati.point-unreadable': inActivity('/location/point/pos/text()', point('north of the river'), point('33.5, 36.3'), { value: 'north of the river' }),
  'iati.point-outside': inActivity('/location/point/pos/text()', point('95.5 36.3'), point('-89.5 179.9'), { value: '95.5 36.3' }),
} satisfies Partial<Record<IatiProblem, Trigger>>;
