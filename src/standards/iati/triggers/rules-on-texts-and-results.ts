import type { IatiProblem } from '../problems.ts';
import { activity, type ActivityParts, inActivity, organisation, period, transaction, type Trigger } from './documents.ts';

const inEnglish = '<narrative xml:lang="en">Roads</narrative>';
const spoken: ActivityParts = {
  'reporting-org': `<reporting-org ref="GB-COH-1" type="22">${inEnglish}</reporting-org>`, title: `<title>${inEnglish}</title>`, description: `<description>${inEnglish}</description>`,
};
const describedIn = (attribute: string): string => activity({ ...spoken, description: `<description>\n▸<narrative${attribute}>Roads</narrative></description>` }, 'default-currency="USD"');
const namedIn = (attribute: string): string =>
  organisation({ name: `<name>\n▸<narrative${attribute}>A charity</narrative></name>`, 'reporting-org': spoken['reporting-org']! }, 'default-currency="USD"');

const nobody = (name: 'provider-org' | 'receiver-org') => (attribute: string): ActivityParts => ({ transaction: transaction({ [name]: `▸<${name}${attribute}/>` }) });
const marker = (attributes: string, inside = ''): ActivityParts => ({ 'policy-marker': `▸<policy-marker ${attributes}>${inside}</policy-marker>` });

const title = '<title><narrative>Roads built</narrative></title>';
const measured = (measure: string, inside: string, before = ''): ActivityParts => ({
  result: `<result type="1">${title}${before}\n<indicator measure="${measure}">${title}\n${inside}\n</indicator></result>`,
});
const baseline = (measure: string, attribute: string): ActivityParts => measured(measure, `▸<baseline year="2020"${attribute}/>`);
const inPeriod = (name: string) => (measure: string, attribute: string): ActivityParts =>
  measured(measure, `<period><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/>\n▸<${name}${attribute}/></period>`);
const at = (name: string) => `/result/indicator/${name === 'baseline' ? name : `period/${name}`}`;

/** The three rules on one kind of value: needed, a number, not wanted. */
const onValue = (name: string, parts: (measure: string, attribute: string) => ActivityParts) => ({
  needed: inActivity(at(name), parts('1', ''), parts('5', '')),
  number: inActivity(`${at(name)}/@value`, parts('2', ' value="many"'), parts('2', ' value="-1.5"'), { value: 'many' }),
  unwanted: inActivity(`${at(name)}/@value`, parts('5', ' value="7"'), parts('4', ' value="7"'), { value: '7' }),
});
const [onBaseline, onTarget, onActual] = [onValue('baseline', baseline), onValue('target', inPeriod('target')), onValue('actual', inPeriod('actual'))];
const reference = '<reference vocabulary="99" code="R1"/>';

export const textAndResultTriggers = {
  'iati.rule.4.1.1': { of: 'activity', xpath: '/description/narrative/@xml:lang', bad: describedIn(''), near: describedIn(' xml:lang="fr"') },
  'iati.rule.4.3.1': inActivity('/title', { title: '▸<title><narrative/></title>' }, { title: '<title><narrative/><narrative>Roads</narrative></title>' }),
  'iati.rule.4.4.1': inActivity('/description', { description: '▸<description><narrative/></description>' }, {}),
  'iati.rule.4.5.1': { of: 'organisation', xpath: '/name/narrative/@xml:lang', bad: namedIn(''), near: namedIn(' xml:lang="fr"') },
  'iati.rule.6.8.1': inActivity(
    '/other-identifier/owner-org', { 'other-identifier': '<other-identifier ref="7" type="A9">\n▸<owner-org/></other-identifier>' },
    { 'other-identifier': '<other-identifier ref="7" type="A9"><owner-org ref="GB-COH-2"/></other-identifier>' },
  ),
  'iati.rule.6.9.1': inActivity('/transaction/provider-org', nobody('provider-org')(''), nobody('provider-org')(' ref="GB-COH-2"')),
  'iati.rule.6.9.2': inActivity('/transaction/receiver-org', nobody('receiver-org')(''), nobody('receiver-org')(' ref="GB-COH-2"')),
  'iati.rule.6.10.1': inActivity(
    '/participating-org', { 'participating-org': '▸<participating-org role="1"/>' }, { 'participating-org': '<participating-org role="1"><narrative>A charity</narrative></participating-org>' },
  ),
  'iati.rule.6.11.1': {
    of: 'activity', xpath: '', bad: `▸${activity({ 'activity-date': '<activity-date type="3" iso-date="2020-01-01"/>' })}`,
    near: activity({ 'activity-date': '<activity-date type="1" iso-date="2020-01-01"/>' }),
  },
  'iati.rule.6.13.1': inActivity('/policy-marker', marker('vocabulary="99" code="A"'), marker('vocabulary="99" code="A"', '<narrative>Care</narrative>')),
  'iati.rule.6.14.1': inActivity('/policy-marker', marker('code="1"'), marker('code="1" significance="0"')),
  'iati.rule.8.6.1': inActivity(
    '/result/indicator/period/period-end/@iso-date', measured('1', `<period>${period('2020-12-31', '2020-01-01')}</period>`),
    measured('1', `<period>${period('2020-01-01', '2020-12-31')}</period>`), { value: '2020-01-01' },
  ),
  'iati.rule.8.8.1': onBaseline.needed,
  'iati.rule.8.8.2': onBaseline.number,
  'iati.rule.8.8.3': onBaseline.unwanted,
  'iati.rule.8.9.1': onTarget.needed,
  'iati.rule.8.9.2': onTarget.number,
  'iati.rule.8.9.3': onTarget.unwanted,
  'iati.rule.8.10.1': onActual.needed,
  'iati.rule.8.10.2': onActual.number,
  'iati.rule.8.10.3': onActual.unwanted,
  'iati.rule.8.11.1': {
    of: 'activity', xpath: '/result/indicator/reference',
    bad: activity(measured('1', `▸${reference}`, reference)), near: activity(measured('1', reference)),
  },
} satisfies Partial<Record<IatiProblem, Trigger>>;
