import { expect, test } from 'vitest';
import { full, hollow } from './lean.ts';
import { Activity, Result } from './model.ts';

const activity = {
  identifier: 'AA-1', otherIdentifiers: [], version: '2.03', lang: '', defaultCurrency: null, lastUpdatedAt: null, linkedDataUri: null, hierarchy: 1, humanitarian: false,
  budgetNotProvided: null, reportingOrganisation: { ref: 'AA', type: null, names: [], secondary: false }, title: [{ lang: 'en', text: 'Wells' }], descriptions: [],
  participatingOrganisations: [{ ref: null, type: null, names: [], role: '4', activityId: null, crsChannel: null }], status: null, dates: [], scope: null, recipientCountries: [], recipientRegions: [],
  locations: [], sectors: [], tags: [], policyMarkers: [], humanitarianScopes: [], relatedActivities: [], collaborationType: null, defaultFlowType: null, defaultFinanceType: null,
  defaultAidTypes: [], defaultTiedStatus: null, capitalSpend: null, countryBudgetItems: [], documents: [], conditions: { attached: null, conditions: [] },
  results: [{ type: null, additive: null, titles: [], descriptions: [], references: [], indicators: [], documents: [], line: 3 }], legacyData: [], crsAdd: [], fss: null, repairs: [], unmodelled: [],
} satisfies Activity;

const kept = (value: object) => JSON.parse(JSON.stringify(hollow(structuredClone(value)))) as unknown;

test('an activity comes back exactly as it was', () => {
  expect(full(Activity, kept(activity))).toEqual(activity);
  expect(Activity.parse(full(Activity, kept(activity)))).toEqual(activity);
});

test('empty fields are not kept; false, zero and empty text say something and are', () => {
  expect(kept({ a: null, b: [], c: false, d: 0, e: '', f: [{ g: null, h: 1 }], i: { j: null } })).toEqual({ c: false, d: 0, e: '', f: [{ h: 1 }], i: {} });
  expect(full(Result, kept(activity.results[0]!))).toEqual(activity.results[0]);
});
