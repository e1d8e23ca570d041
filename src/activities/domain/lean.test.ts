import { expect, test } from 'vitest';
import { full, lean } from './lean.ts';
import { Activity, Result } from './model.ts';

const activity = {
  identifier: 'AA-1', otherIdentifiers: [], version: '2.03', lang: '', defaultCurrency: null, lastUpdatedAt: null, linkedDataUri: null, hierarchy: 1, humanitarian: false,
  budgetNotProvided: null, reportingOrganisation: { ref: 'AA', type: null, names: [], secondary: false }, title: [{ lang: 'en', text: 'Wells' }], descriptions: [],
  participatingOrganisations: [{ ref: null, type: null, names: [], role: '4', activityId: null, crsChannel: null }], status: null, dates: [], scope: null, recipientCountries: [], recipientRegions: [],
  locations: [], sectors: [], tags: [], policyMarkers: [], humanitarianScopes: [], relatedActivities: [], collaborationType: null, defaultFlowType: null, defaultFinanceType: null,
  defaultAidTypes: [], defaultTiedStatus: null, capitalSpend: null, countryBudgetItems: [], documents: [], conditions: { attached: null, conditions: [] },
  results: [{ type: null, additive: null, titles: [], descriptions: [], references: [], indicators: [], documents: [], line: 3 }], legacyData: [], crsAdd: [], fss: null, repairs: [], unmodelled: [],
} satisfies Activity;

test('an activity comes back exactly as it was', () => {
  expect(full(Activity, JSON.parse(JSON.stringify(lean(activity))))).toEqual(activity);
  expect(Activity.parse(full(Activity, lean(activity)))).toEqual(activity);
});

test('empty fields are not kept; false and zero say something and are', () => {
  expect(lean({ a: null, b: [], c: false, d: 0, e: '', f: [{ g: null, h: 1 }] })).toEqual({ c: false, d: 0, e: '', f: [{ h: 1 }] });
  expect(full(Result, lean(activity.results[0]))).toEqual(activity.results[0]);
});
