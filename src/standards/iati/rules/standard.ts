/**
 * The standard ruleset of 2.03 as a table of our own. `on` is the element a rule is about (`//title`: wherever it
 * stands), paths count from it; severities are the ruleset's. What each kind asks stands in `kinds.ts`, the words in
 * `problems.ts` under `iati.rule.<id>`.
 * Source: IATI/IATI-Rulesets, standard.json and SPEC.rst @ a88f835ba9 (CC BY 4.0). Where the ruleset's own expression
 * cannot do what its message says (conditions with `$1` that are never filled in), we do what the message says.
 */
export type RuleKind =
  | { kind: 'unique'; paths: string[] }
  | { kind: 'starts-with'; path: string; prefixes: string[] | 'agencies'; separator: string }
  | { kind: 'at-least-one'; paths: string[]; when?: string }
  | { kind: 'no-more-than-one-per-vocabulary'; path: string }
  | { kind: 'not-both'; paths: string[]; or: string[] }
  | { kind: 'one-or-all'; one: string; all: string[] }
  | { kind: 'some-or-record'; record: string[]; each: string; has: string[] }
  | { kind: 'each-or-record'; record: string[]; each: string; has: string[] }
  | { kind: 'needs-vocabulary'; path: string; vocabulary: string }
  | { kind: 'with-narrative'; path: string }
  | { kind: 'date-not-future'; path: string }
  | { kind: 'date-order'; first: string; last: string }
  | { kind: 'date-between'; path: string; from: string; to: string }
  | { kind: 'at-most-a-year'; from: string; to: string }
  | { kind: 'no-symbols'; path: string }
  | { kind: 'no-spaces'; path: string }
  | { kind: 'share-range'; path: string }
  | { kind: 'shares-complete'; of: string[]; only?: 'alone' }
  | { kind: 'shares-sum'; of: string[]; only?: 'alone' }
  | { kind: 'share-of-single'; of: string[]; only?: 'alone' }
  | { kind: 'value-needed' }
  | { kind: 'value-number' }
  | { kind: 'value-unwanted' };

export type Rule = { id: string; on: string; severity: 'error' | 'warning' } & RuleKind;

const rule = (id: string, severity: 'error' | 'warning', on: string, kind: RuleKind): Rule => ({ id, on, severity, ...kind });
const onEach = (id: string, severity: 'error' | 'warning', places: string[], kind: RuleKind): Rule[] => places.map((on) => rule(id, severity, on, kind));

const activity = 'iati-activity';
const organisation = 'iati-organisation';
const starts = 'period-start/@iso-date';
const ends = 'period-end/@iso-date';
const organisationBudgets = ['total-budget', 'recipient-org-budget', 'recipient-region-budget', 'recipient-country-budget', 'total-expenditure'];

export const standardRules: readonly Rule[] = [
  // Identifiers
  rule('1.1.3', 'error', activity, { kind: 'unique', paths: ['reporting-org/@ref', 'iati-identifier/text()'] }),
  rule('1.1.21', 'warning', activity, {
    kind: 'starts-with', path: 'iati-identifier/text()', prefixes: ['reporting-org/@ref', 'other-identifier[type=B1]/@ref'], separator: '-',
  }),
  rule('1.3.1', 'warning', activity, { kind: 'no-spaces', path: 'iati-identifier/text()' }),
  rule('1.3.13', 'warning', activity, { kind: 'no-symbols', path: 'iati-identifier/text()' }),
  ...onEach('1.4.1', 'warning', ['provider-org'], { kind: 'no-spaces', path: '@provider-activity-id' }),
  ...onEach('1.5.1', 'warning', ['receiver-org'], { kind: 'no-spaces', path: '@receiver-activity-id' }),
  rule('1.6.1', 'warning', activity, { kind: 'no-spaces', path: 'other-identifier[type=A3]/@ref' }),
  rule('1.7.1', 'warning', activity, { kind: 'no-spaces', path: 'related-activity/@ref' }),
  rule('1.8.1', 'warning', 'participating-org', { kind: 'no-spaces', path: '@ref' }),
  rule('1.8.13', 'warning', 'participating-org', { kind: 'no-symbols', path: '@ref' }),
  rule('1.9.1', 'warning', 'participating-org', { kind: 'no-spaces', path: '@activity-id' }),
  rule('1.10.1', 'warning', 'provider-org', { kind: 'no-spaces', path: '@ref' }),
  rule('1.10.13', 'warning', 'provider-org', { kind: 'no-symbols', path: '@ref' }),
  rule('1.11.1', 'warning', 'owner-org', { kind: 'no-spaces', path: '@ref' }),
  rule('1.11.13', 'warning', 'owner-org', { kind: 'no-symbols', path: '@ref' }),
  rule('1.12.1', 'warning', organisation, { kind: 'no-spaces', path: 'organisation-identifier/text()' }),
  rule('1.12.13', 'warning', organisation, { kind: 'no-symbols', path: 'organisation-identifier/text()' }),
  rule('1.14.1', 'warning', activity, { kind: 'no-spaces', path: 'reporting-org/@ref' }),
  rule('1.14.8', 'warning', activity, { kind: 'starts-with', path: 'reporting-org/@ref', prefixes: 'agencies', separator: '' }),
  rule('1.14.13', 'warning', activity, { kind: 'no-symbols', path: 'reporting-org/@ref' }),
  rule('1.15.1', 'warning', 'receiver-org', { kind: 'no-spaces', path: '@ref' }),
  rule('1.15.13', 'warning', 'receiver-org', { kind: 'no-symbols', path: '@ref' }),
  rule('1.16.1', 'warning', activity, { kind: 'no-spaces', path: 'other-identifier[type=B1]/@ref' }),
  rule('1.17.1', 'warning', organisation, { kind: 'no-spaces', path: 'recipient-org-budget/recipient-org/@ref' }),
  rule('1.18.1', 'warning', organisation, { kind: 'no-spaces', path: 'reporting-org/@ref' }),
  rule('1.18.8', 'warning', organisation, { kind: 'starts-with', path: 'reporting-org/@ref', prefixes: 'agencies', separator: '' }),
  rule('1.18.13', 'warning', organisation, { kind: 'no-symbols', path: 'reporting-org/@ref' }),

  // Sectors
  rule('2.1.1', 'error', activity, { kind: 'shares-complete', of: ['sector'] }),
  rule('2.1.2', 'error', activity, { kind: 'shares-sum', of: ['sector'] }),
  rule('2.1.4', 'error', activity, { kind: 'share-of-single', of: ['sector'] }),
  rule('2.2.1', 'error', activity, { kind: 'with-narrative', path: 'sector[vocabulary=98|99]' }),
  rule('102.1.1', 'warning', activity, { kind: 'needs-vocabulary', path: 'sector', vocabulary: '1' }),
  rule('6.2.2', 'error', activity, { kind: 'at-least-one', paths: ['sector', 'transaction/sector'] }),
  rule('6.6.2', 'error', activity, { kind: 'not-both', paths: ['sector'], or: ['transaction/sector'] }),
  rule('6.7.2', 'error', activity, { kind: 'each-or-record', record: ['sector'], each: 'transaction', has: ['sector'] }),

  // Countries and regions
  rule('3.1.1', 'error', activity, { kind: 'shares-complete', of: ['recipient-country'], only: 'alone' }),
  rule('3.1.2', 'error', activity, { kind: 'shares-sum', of: ['recipient-country'], only: 'alone' }),
  rule('3.1.4', 'error', activity, { kind: 'share-of-single', of: ['recipient-country'], only: 'alone' }),
  rule('3.4.1', 'error', activity, { kind: 'shares-complete', of: ['recipient-region'] }),
  rule('3.4.2', 'error', activity, { kind: 'shares-sum', of: ['recipient-region', 'recipient-country'] }),
  rule('3.4.4', 'error', activity, { kind: 'share-of-single', of: ['recipient-region', 'recipient-country'] }),
  rule('3.6.2', 'error', activity, {
    kind: 'not-both', paths: ['recipient-country', 'recipient-region'], or: ['transaction/recipient-country', 'transaction/recipient-region'],
  }),
  rule('3.7.1', 'error', activity, {
    kind: 'some-or-record', record: ['recipient-country', 'recipient-region'], each: 'transaction', has: ['recipient-country', 'recipient-region'],
  }),
  rule('3.7.2', 'error', activity, {
    kind: 'each-or-record', record: ['recipient-country', 'recipient-region'], each: 'transaction', has: ['recipient-country', 'recipient-region'],
  }),

  // Languages and texts
  rule('4.1.1', 'error', activity, { kind: 'one-or-all', one: '@xml:lang', all: ['//narrative/@xml:lang'] }),
  rule('4.3.1', 'error', '//title', { kind: 'at-least-one', paths: ['narrative/text()'] }),
  rule('4.4.1', 'error', '//description', { kind: 'at-least-one', paths: ['narrative/text()'] }),
  rule('4.5.1', 'error', organisation, { kind: 'one-or-all', one: '@xml:lang', all: ['//narrative/@xml:lang'] }),

  // What must be there
  rule('6.8.1', 'error', 'owner-org', { kind: 'at-least-one', paths: ['@ref', 'narrative'] }),
  rule('6.9.1', 'error', 'provider-org', { kind: 'at-least-one', paths: ['@ref', 'narrative'] }),
  rule('6.9.2', 'error', 'receiver-org', { kind: 'at-least-one', paths: ['@ref', 'narrative'] }),
  rule('6.10.1', 'error', 'participating-org', { kind: 'at-least-one', paths: ['@ref', 'narrative'] }),
  rule('6.11.1', 'error', activity, { kind: 'at-least-one', paths: ['activity-date[type=1|2]'] }),
  rule('6.13.1', 'error', 'policy-marker', { kind: 'at-least-one', paths: ['narrative'], when: '99' }),
  rule('6.14.1', 'error', 'policy-marker', { kind: 'at-least-one', paths: ['@significance'], when: '1' }),

  // Money
  ...onEach('7.5.3', 'error', ['budget', ...organisationBudgets], { kind: 'at-most-a-year', from: starts, to: ends }),
  rule('7.8.1', 'error', activity, { kind: 'one-or-all', one: '@default-currency', all: ['//value/@currency', '//forecast/@currency', '//loan-status/@currency'] }),
  rule('7.8.2', 'error', organisation, { kind: 'one-or-all', one: '@default-currency', all: ['//value/@currency'] }),
  rule('7.9.1', 'warning', 'country-budget-items', { kind: 'shares-complete', of: ['budget-item'] }),
  rule('7.9.2', 'warning', 'country-budget-items', { kind: 'shares-sum', of: ['budget-item'] }),
  rule('7.9.4', 'warning', 'country-budget-items', { kind: 'share-of-single', of: ['budget-item'] }),
  rule('107.1.1', 'warning', activity, { kind: 'needs-vocabulary', path: 'default-aid-type', vocabulary: '1' }),
  rule('107.1.2', 'warning', activity, { kind: 'no-more-than-one-per-vocabulary', path: 'default-aid-type' }),
  rule('107.2.1', 'warning', activity, { kind: 'needs-vocabulary', path: 'transaction/aid-type', vocabulary: '1' }),
  rule('107.2.2', 'warning', 'transaction', { kind: 'no-more-than-one-per-vocabulary', path: 'aid-type' }),

  // Dates
  rule('8.6.1', 'error', 'period', { kind: 'date-order', first: starts, last: ends }),
  ...onEach('8.6.3', 'error', ['budget', 'planned-disbursement', ...organisationBudgets], { kind: 'date-order', first: starts, last: ends }),
  rule('11.1.1', 'error', activity, { kind: 'date-not-future', path: '@last-updated-datetime' }),
  rule('11.1.2', 'error', activity, { kind: 'date-order', first: 'activity-date[type=1]/@iso-date', last: 'activity-date[type=3]/@iso-date' }),
  rule('11.1.3', 'error', activity, { kind: 'date-order', first: 'activity-date[type=2]/@iso-date', last: 'activity-date[type=4]/@iso-date' }),
  rule('11.1.4', 'error', activity, { kind: 'date-not-future', path: 'activity-date[type=2]/@iso-date' }),
  rule('11.1.5', 'error', activity, { kind: 'date-not-future', path: 'activity-date[type=4]/@iso-date' }),
  rule('11.2.1', 'error', 'transaction', { kind: 'date-not-future', path: 'transaction-date/@iso-date' }),
  rule('11.2.2', 'error', 'transaction', { kind: 'date-not-future', path: 'value/@value-date' }),
  rule('11.3.1', 'error', 'recipient-country-budget', { kind: 'date-between', path: 'budget-line/value/@value-date', from: starts, to: ends }),
  rule('11.4.1', 'error', organisation, { kind: 'date-not-future', path: '@last-updated-datetime' }),

  // Results
  ...[['8.8', 'baseline'], ['8.9', 'target'], ['8.10', 'actual']].flatMap(([id, on]) => [
    rule(`${id}.1`, 'error', on!, { kind: 'value-needed' }),
    rule(`${id}.2`, 'warning', on!, { kind: 'value-number' }),
    rule(`${id}.3`, 'warning', on!, { kind: 'value-unwanted' }),
  ]),
  rule('8.11.1', 'error', 'result', { kind: 'not-both', paths: ['reference'], or: ['indicator/reference'] }),

  // Ranges
  rule('12.1.1', 'error', activity, { kind: 'share-range', path: 'recipient-country/@percentage' }),
  rule('12.1.1', 'error', activity, { kind: 'share-range', path: 'recipient-region/@percentage' }),
  rule('12.2.1', 'error', activity, { kind: 'share-range', path: 'capital-spend/@percentage' }),
  rule('12.2.1', 'error', 'country-budget-items', { kind: 'share-range', path: 'budget-item/@percentage' }),
  rule('12.3.1', 'error', activity, { kind: 'share-range', path: 'sector/@percentage' }),
];
