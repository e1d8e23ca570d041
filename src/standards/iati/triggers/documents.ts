import type { IatiProblem } from '../problems.ts';
import type { StreamLimits } from '../xml-stream.ts';

/**
 * A smallest document of our own in which one problem stands, and one near it in which it does not. `▸` stands before
 * the tag (or the place of broken XML) whose line the problem names; `{n}` is the number of the activity in its file.
 */
export type Trigger = {
  /** An activity or an organisation alone (`xpath` and the test's list are put around it), or a whole file. */
  of: 'activity' | 'organisation' | 'file';
  bad: string;
  near: string;
  /** Counted from the activity or organisation, in a file from its root. */
  xpath: string;
  value?: string;
  suggestion?: string;
  /** Problems that cannot be told apart from this one by any document. */
  also?: readonly IatiProblem[];
  /** Of a file: smaller limits than the usual, or what the caller says when it cannot read on. */
  limits?: Partial<StreamLimits>;
  failure?: { code: 'xml.encoding'; reason: string };
};

/** In the order of the standard; what is not empty from the start must be there. */
const activityParts = {
  'iati-identifier': '<iati-identifier>GB-COH-1-{n}</iati-identifier>',
  'reporting-org': '<reporting-org ref="GB-COH-1" type="22"><narrative>A charity</narrative></reporting-org>',
  title: '<title><narrative>Roads</narrative></title>',
  description: '<description><narrative>Roads to schools</narrative></description>',
  'participating-org': '<participating-org ref="GB-COH-1" role="1"/>',
  'other-identifier': '',
  'activity-status': '<activity-status code="2"/>',
  'activity-date': '<activity-date iso-date="2020-01-01" type="2"/>',
  'recipient-country': '<recipient-country code="BD"/>',
  'recipient-region': '',
  location: '',
  sector: '<sector code="11110"/>',
  tag: '',
  'country-budget-items': '',
  'policy-marker': '',
  'default-aid-type': '',
  budget: '',
  'capital-spend': '',
  transaction: '',
  'document-link': '',
  'related-activity': '',
  'legacy-data': '',
  result: '',
  /** Whatever else stands at the end. */
  end: '',
};
export type ActivityParts = Partial<typeof activityParts>;

const usual = 'default-currency="USD" xml:lang="en"';

const inLines = (name: string, attributes: string, parts: Record<string, string>): string =>
  `${`<${name} ${attributes}`.trim()}>\n${Object.values(parts).filter((part) => part !== '').join('\n')}\n</${name}>`;

/** An activity with nothing wrong in it but what the given parts bring. */
export const activity = (parts: ActivityParts = {}, attributes = usual): string => inLines('iati-activity', attributes, { ...activityParts, ...parts });

/** The same of an earlier version of 2.0x. */
export const activityOf = (version: string, parts: ActivityParts = {}): string =>
  activity(parts, `iati-activities:version="${version}" xmlns:iati-activities="http://example.org/versions" ${usual}`);

/** An activity of 1.05 in its own words. */
export const activity1 = (end = ''): string =>
  activityOf('1.05', {
    'reporting-org': '<reporting-org ref="GB-COH-1" type="22">A charity</reporting-org>',
    title: '<title>Roads</title>',
    description: '<description>Roads to schools</description>',
    'participating-org': '<participating-org ref="GB-COH-1" role="Funding"/>',
    'activity-date': '<activity-date iso-date="2020-01-01" type="start-actual"/>',
    sector: '<sector vocabulary="DAC" code="11110"/>',
    end,
  });

const organisationParts = {
  'organisation-identifier': '<organisation-identifier>GB-COH-1</organisation-identifier>',
  name: '<name><narrative>A charity</narrative></name>',
  'reporting-org': '<reporting-org ref="GB-COH-1" type="22"><narrative>A charity</narrative></reporting-org>',
  'total-budget': '',
  'recipient-org-budget': '',
  'recipient-country-budget': '',
};

export const organisation = (parts: Partial<typeof organisationParts> = {}, attributes = usual): string =>
  inLines('iati-organisation', attributes, { ...organisationParts, ...parts });

/** A file of activities (or whatever stands inside). */
export const file = (inside: string, attributes = 'version="2.03"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${`<iati-activities ${attributes}`.trim()}>\n${inside}\n</iati-activities>`;

export const organisationFile = (inside: string): string => `<?xml version="1.0"?>\n<iati-organisations version="2.03">\n${inside}\n</iati-organisations>`;

const transactionParts = {
  'transaction-type': '<transaction-type code="3"/>',
  'transaction-date': '<transaction-date iso-date="2020-06-01"/>',
  value: '<value value-date="2020-06-01">100</value>',
  'provider-org': '',
  'receiver-org': '',
  sector: '',
  'recipient-country': '',
  'aid-type': '',
};

export const transaction = (parts: Partial<typeof transactionParts> = {}): string =>
  `<transaction>\n${Object.values({ ...transactionParts, ...parts }).filter((part) => part !== '').join('\n')}\n</transaction>`;

/** The same transaction under a reference of its own: another payment. */
export const another = (t: string): string => t.replace('<transaction>', '<transaction ref="another">');

export const paid = (value: string): string => transaction({ value: `▸<value value-date="2020-06-01">${value}</value>` });

export const period = (from: string, to: string): string => `<period-start iso-date="${from}"/>\n▸<period-end iso-date="${to}"/>\n`;

/** Triggers of activities in few words: the parts that are wrong, the parts that are not. */
export const inActivity = (xpath: string, bad: ActivityParts, near: ActivityParts, more: Pick<Trigger, 'value' | 'suggestion' | 'also'> = {}): Trigger => ({
  of: 'activity', xpath, bad: activity(bad), near: activity(near), ...more,
});
