import type { IatiProblem } from '../problems.ts';
import { activity, type ActivityParts, inActivity, organisation, period, transaction, type Trigger } from './documents.ts';

const usual = 'default-currency="USD" xml:lang="en"';
const budget = (from: string, to: string): ActivityParts => ({ budget: `<budget>\n${period(from, to)}<value value-date="2020-01-01">1</value></budget>` });
const dates = (first: string, second: string): ActivityParts => ({
  'activity-date': [first, second].map((text, i) => `${i === 1 ? '▸' : ''}<activity-date type="${text[0]}" iso-date="${text.slice(2)}"/>`).join('\n'),
});
const date = (type: string, day: string): ActivityParts => ({ 'activity-date': `<activity-date type="1" iso-date="2020-01-01"/>\n▸<activity-date type="${type}" iso-date="${day}"/>` });
const secondDate = '/activity-date[2]/@iso-date';
const aid = (...codes: string[]): ActivityParts => ({ 'default-aid-type': codes.map((c) => `▸<default-aid-type ${c}/>`).join('\n') });
const aidOf = (...codes: string[]): ActivityParts => ({ transaction: transaction({ 'aid-type': codes.map((c) => `▸<aid-type ${c}/>`).join('\n') }) });
const [dac, earmarked] = ['code="C01"', 'vocabulary="2" code="3"'];
const updated = (day: string) => `${usual} last-updated-datetime="${day}T00:00:00Z"`;
const value = (currency: string) => `<value value-date="2020-01-01"${currency}>1</value>`;
const spans = '<period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/>\n';
const ofCountry = (day: string) => ({
  'recipient-country-budget': `<recipient-country-budget><recipient-country code="BD"/>${spans}<value value-date="2020-01-01">1</value>
<budget-line>\n▸<value value-date="${day}">1</value><narrative>Roads</narrative></budget-line></recipient-country-budget>`,
});

export const moneyAndTimeTriggers = {
  'iati.rule.7.5.3': inActivity('/budget/period-end/@iso-date', budget('2020-01-01', '2021-01-02'), budget('2020-01-01', '2021-01-01'), { value: '2021-01-02' }),
  'iati.rule.7.8.1': {
    of: 'activity', xpath: '/budget/value/@currency',
    bad: activity({ budget: `<budget>${spans}▸${value('')}</budget>` }, 'xml:lang="en"'),
    near: activity({ budget: `<budget>${spans}${value(' currency="EUR"')}</budget>` }, 'xml:lang="en"'),
  },
  'iati.rule.7.8.2': {
    of: 'organisation', xpath: '/total-budget/value/@currency',
    bad: organisation({ 'total-budget': `<total-budget>${spans}▸${value('')}</total-budget>` }, 'xml:lang="en"'),
    near: organisation({ 'total-budget': `<total-budget>${spans}${value(' currency="EUR"')}</total-budget>` }, 'xml:lang="en"'),
  },
  'iati.rule.107.1.1': inActivity('/default-aid-type', aid(earmarked), aid(dac, earmarked)),
  'iati.rule.107.1.2': inActivity('/default-aid-type[2]', { 'default-aid-type': `<default-aid-type ${dac}/>\n▸<default-aid-type ${dac}/>` }, aid(dac, earmarked)),
  'iati.rule.107.2.1': inActivity('/transaction/aid-type', aidOf(earmarked), aidOf(dac, earmarked)),
  'iati.rule.107.2.2': inActivity('/transaction/aid-type[2]', { transaction: transaction({ 'aid-type': `<aid-type ${dac}/>\n▸<aid-type ${dac}/>` }) }, aidOf(dac, earmarked)),
  'iati.rule.8.6.3': inActivity('/budget/period-end/@iso-date', budget('2020-12-31', '2020-01-01'), budget('2020-01-01', '2020-01-01'), { value: '2020-01-01' }),
  'iati.rule.11.1.1': {
    of: 'activity', xpath: '/@last-updated-datetime', value: '2026-11-23T00:00:00Z',
    bad: `▸${activity({}, updated('2026-11-23'))}`, near: activity({}, updated('2026-11-22')),
  },
  'iati.rule.11.1.2': inActivity(secondDate, dates('1 2020-01-01', '3 2019-12-31'), dates('1 2020-01-01', '3 2020-01-01'), { value: '2019-12-31' }),
  'iati.rule.11.1.3': inActivity(secondDate, dates('2 2020-01-01', '4 2019-12-31'), dates('2 2020-01-01', '4 2020-01-01'), { value: '2019-12-31' }),
  'iati.rule.11.1.4': inActivity(secondDate, date('2', '2026-11-23'), date('2', '2026-11-22'), { value: '2026-11-23' }),
  'iati.rule.11.1.5': inActivity(secondDate, date('4', '2026-11-23'), date('3', '2026-11-23'), { value: '2026-11-23' }),
  'iati.rule.11.2.1': inActivity(
    '/transaction/transaction-date/@iso-date', { transaction: transaction({ 'transaction-date': '▸<transaction-date iso-date="2027-01-01"/>' }) },
    { transaction: transaction({ 'transaction-date': '<transaction-date iso-date="2026-11-22"/>' }) }, { value: '2027-01-01' },
  ),
  'iati.rule.11.2.2': inActivity(
    '/transaction/value/@value-date', { transaction: transaction({ value: '▸<value value-date="2027-01-01">1</value>' }) },
    { transaction: transaction({ value: '<value value-date="2026-11-22">1</value>' }) }, { value: '2027-01-01' },
  ),
  'iati.rule.11.3.1': {
    of: 'organisation', xpath: '/recipient-country-budget/budget-line/value/@value-date', value: '2021-01-01',
    bad: organisation(ofCountry('2021-01-01')), near: organisation(ofCountry('2020-12-31')),
  },
  'iati.rule.11.4.1': {
    of: 'organisation', xpath: '/@last-updated-datetime', value: '2026-11-23T00:00:00Z',
    bad: `▸${organisation({}, updated('2026-11-23'))}`, near: organisation({}, updated('2026-11-22')),
  },
} satisfies Partial<Record<IatiProblem, Trigger>>;
