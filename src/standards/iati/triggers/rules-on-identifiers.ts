import type { IatiProblem } from '../problems.ts';
import { activity, type ActivityParts, inActivity, organisation, transaction, type Trigger } from './documents.ts';

const former = '<other-identifier ref="GB-COH-1" type="B1"/>';
const identifier = (text: string): ActivityParts => ({ 'iati-identifier': `▸<iati-identifier>${text}</iati-identifier>` });
const reporter = (ref: string): ActivityParts => ({
  'reporting-org': `▸<reporting-org ref="${ref}" type="22"><narrative>A charity</narrative></reporting-org>`, 'other-identifier': former,
});
const other = (type: string) => (ref: string): ActivityParts => ({ 'other-identifier': `▸<other-identifier ref="${ref}" type="${type}"/>` });
const owner = (ref: string): ActivityParts => ({ 'other-identifier': `<other-identifier ref="7" type="A9">\n▸<owner-org ref="${ref}"/></other-identifier>` });
const related = (ref: string): ActivityParts => ({ 'related-activity': `▸<related-activity ref="${ref}" type="1"/>` });
const participant = (attribute: string) => (text: string): ActivityParts => ({ 'participating-org': `▸<participating-org ${attribute}="${text}" role="1"><narrative>A charity</narrative></participating-org>` });
const end = (name: 'provider-org' | 'receiver-org', attribute: string) => (text: string): ActivityParts => ({
  transaction: transaction({ [name]: `▸<${name} ${attribute}="${text}"><narrative>A charity</narrative></${name}>` }),
});

/** Blanks around an identifier; near it the same without them. */
const blanks = (xpath: string, parts: (text: string) => ActivityParts): Trigger =>
  inActivity(xpath, parts(' GB-COH-1 '), parts('GB-COH-1'), { value: ' GB-COH-1 ', suggestion: 'GB-COH-1' });
/** One of the four signs; near it a sign that may stand there. */
const signs = (xpath: string, sign: string, parts: (text: string) => ActivityParts): Trigger =>
  inActivity(xpath, parts(`GB-COH-1${sign}2`), parts('GB-COH-1_2'), { value: `GB-COH-1${sign}2` });

const ofOrganisation = (xpath: string, bad: string, part: (text: string) => Parameters<typeof organisation>[0], more: { near: string; suggestion?: string }): Trigger => ({
  of: 'organisation', xpath, value: bad, bad: organisation(part(bad)), near: organisation(part(more.near)), ...(more.suggestion === undefined ? {} : { suggestion: more.suggestion }),
});
const ownIdentifier = (text: string) => ({ 'organisation-identifier': `▸<organisation-identifier>${text}</organisation-identifier>` });
const ownReporter = (ref: string) => ({ 'reporting-org': `▸<reporting-org ref="${ref}" type="22"><narrative>A charity</narrative></reporting-org>` });
const recipient = (ref: string) => ({
  'recipient-org-budget': `<recipient-org-budget>\n▸<recipient-org ref="${ref}"><narrative>A charity</narrative></recipient-org>
<period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><value value-date="2020-01-01">1</value></recipient-org-budget>`,
});

export const identifierTriggers = {
  // `GB-COH` as a former identifier, so that the prefix is right in both.
  'iati.rule.1.1.3': {
    of: 'activity', xpath: '/iati-identifier/text()', value: 'GB-COH-1',
    bad: activity({ ...identifier('GB-COH-1'), 'other-identifier': '<other-identifier ref="GB-COH" type="B1"/>' }),
    near: activity({ ...identifier('GB-COH-1-{n}'), 'other-identifier': '<other-identifier ref="GB-COH" type="B1"/>' }),
  },
  'iati.rule.1.1.21': inActivity('/iati-identifier/text()', identifier('GB-COH-2-{n}'), { ...identifier('GB-COH-2-{n}'), 'other-identifier': '<other-identifier ref="GB-COH-2" type="B1"/>' }, { value: 'GB-COH-2-{n}' }),
  'iati.rule.1.3.1': inActivity('/iati-identifier/text()', identifier('\tGB-COH-1-{n}'), {}, { value: '\tGB-COH-1-{n}', suggestion: 'GB-COH-1-{n}' }),
  'iati.rule.1.3.13': inActivity('/iati-identifier/text()', identifier('GB-COH-1-{n}/a'), identifier('GB-COH-1-{n}.a'), { value: 'GB-COH-1-{n}/a' }),
  'iati.rule.1.4.1': blanks('/transaction/provider-org/@provider-activity-id', end('provider-org', 'provider-activity-id')),
  'iati.rule.1.5.1': blanks('/transaction/receiver-org/@receiver-activity-id', end('receiver-org', 'receiver-activity-id')),
  'iati.rule.1.6.1': blanks('/other-identifier/@ref', other('A3')),
  'iati.rule.1.7.1': blanks('/related-activity/@ref', related),
  'iati.rule.1.8.1': blanks('/participating-org/@ref', participant('ref')),
  'iati.rule.1.8.13': signs('/participating-org/@ref', '|', participant('ref')),
  'iati.rule.1.9.1': blanks('/participating-org/@activity-id', participant('activity-id')),
  'iati.rule.1.10.1': blanks('/transaction/provider-org/@ref', end('provider-org', 'ref')),
  'iati.rule.1.10.13': signs('/transaction/provider-org/@ref', '?', end('provider-org', 'ref')),
  'iati.rule.1.11.1': blanks('/other-identifier/owner-org/@ref', owner),
  'iati.rule.1.11.13': signs('/other-identifier/owner-org/@ref', '/', owner),
  'iati.rule.1.12.1': ofOrganisation('/organisation-identifier/text()', ' GB-COH-1', ownIdentifier, { near: 'GB-COH-1', suggestion: 'GB-COH-1' }),
  'iati.rule.1.12.13': ofOrganisation('/organisation-identifier/text()', 'GB-COH-1/2', ownIdentifier, { near: 'GB-COH-1-2' }),
  'iati.rule.1.14.1': blanks('/reporting-org/@ref', reporter),
  'iati.rule.1.14.8': inActivity('/reporting-org/@ref', reporter('ZZ-1'), reporter('XM-DAC-1'), { value: 'ZZ-1' }),
  'iati.rule.1.14.13': signs('/reporting-org/@ref', '/', reporter),
  'iati.rule.1.15.1': blanks('/transaction/receiver-org/@ref', end('receiver-org', 'ref')),
  'iati.rule.1.15.13': signs('/transaction/receiver-org/@ref', '/', end('receiver-org', 'ref')),
  'iati.rule.1.16.1': blanks('/other-identifier/@ref', other('B1')),
  'iati.rule.1.17.1': ofOrganisation('/recipient-org-budget/recipient-org/@ref', 'GB-COH-3 ', recipient, { near: 'GB-COH-3', suggestion: 'GB-COH-3' }),
  'iati.rule.1.18.1': ofOrganisation('/reporting-org/@ref', ' GB-COH-1', ownReporter, { near: 'GB-COH-1', suggestion: 'GB-COH-1' }),
  'iati.rule.1.18.8': ofOrganisation('/reporting-org/@ref', 'ZZ-1', ownReporter, { near: 'GB-CHC-1' }),
  'iati.rule.1.18.13': ofOrganisation('/reporting-org/@ref', 'GB-COH-1?2', ownReporter, { near: 'GB-COH-1.2' }),
} satisfies Partial<Record<IatiProblem, Trigger>>;
