import type { Activity } from './model.ts';
import type { ReportedActivity } from './reported.ts';

type Said = Pick<ReportedActivity, 'activity' | 'transactions' | 'budgets' | 'contacts'>;

/** Status codes: 1 pipeline, 2 implementation, 3 finalisation, 4 closed, 5 cancelled, 6 suspended. */
const moving = new Set<string | null>(['2', '3', '4', null]);
const ended = new Set<string | null>(['3', '4']);
const has = (a: Activity, ...types: string[]) => a.dates.some((d) => d.type !== null && types.includes(d.type) && d.on !== null);
const reporter = (a: Activity) => a.reportingOrganisation.ref ?? a.reportingOrganisation.names[0]?.text;

/**
 * What an activity should say, by what the standard demands and what its guidance asks for activities of its status:
 * name of the element, whether it is expected here, whether it is given.
 */
const expectations: readonly (readonly [element: string, expected: (s: Said) => boolean, given: (s: Said) => boolean])[] = [
  ['title', () => true, ({ activity: a }) => a.title.length > 0],
  ['description', () => true, ({ activity: a }) => a.descriptions.some((d) => d.narratives.length > 0)],
  ['reporting-org', () => true, ({ activity: a }) => reporter(a) !== undefined],
  ['participating-org', () => true, ({ activity: a }) => a.participatingOrganisations.length > 0],
  ['participating-org[@role=1]', () => true, ({ activity: a }) => a.participatingOrganisations.some((o) => o.role === '1')],
  ['participating-org[@role=4]', () => true, ({ activity: a }) => a.participatingOrganisations.some((o) => o.role === '4')],
  ['activity-status', () => true, ({ activity: a }) => a.status !== null],
  ['activity-date[start]', () => true, ({ activity: a }) => has(a, '1', '2')],
  ['activity-date[end]', () => true, ({ activity: a }) => has(a, '3', '4')],
  ['activity-date[actual end]', ({ activity: a }) => a.status === '4', ({ activity: a }) => has(a, '4')],
  ['recipient', () => true, (s) => s.activity.recipientCountries.length + s.activity.recipientRegions.length > 0 || s.transactions.some((t) => t.recipientCountry !== null || t.recipientRegion !== null)],
  ['sector', () => true, (s) => s.activity.sectors.length > 0 || s.transactions.some((t) => t.sectors.length > 0)],
  ['location', ({ activity: a }) => a.recipientCountries.length === 1 && a.recipientRegions.length === 0, ({ activity: a }) => a.locations.length > 0],
  ['default-aid-type', () => true, ({ activity: a }) => a.defaultAidTypes.length > 0],
  ['default-finance-type', () => true, ({ activity: a }) => a.defaultFinanceType !== null],
  ['last-updated-datetime', () => true, ({ activity: a }) => a.lastUpdatedAt !== null],
  ['contact-info', () => true, ({ contacts }) => contacts.length > 0],
  ['budget', ({ activity: a }) => a.status === '2' && a.budgetNotProvided === null, ({ budgets }) => budgets.some((b) => b.kind === 'budget')],
  ['transaction', ({ activity: a }) => moving.has(a.status), ({ transactions }) => transactions.length > 0],
  ['transaction[commitment]', ({ activity: a }) => moving.has(a.status), ({ transactions }) => transactions.some((t) => t.type === '2' || t.type === '11')],
  ['document-link', () => true, ({ activity: a }) => a.documents.length > 0],
  ['result', ({ activity: a }) => ended.has(a.status), ({ activity: a }) => a.results.length > 0],
];

export function expectedElements(said: Said): { given: number; missing: string[] } {
  let given = 0;
  const missing: string[] = [];
  for (const [element, isExpected, isGiven] of expectations) {
    if (isGiven(said)) given += isExpected(said) ? 1 : 0;
    else if (isExpected(said)) missing.push(element);
  }
  return { given, missing };
}
