import type { z } from 'zod';
import type { listActivities, showActivity, summary, VersionOrigin } from '../../../src/activities/domain/contract.ts';
import type { Activity } from '../../../src/activities/domain/model.ts';
import type { searchMentioned, showMentioned } from '../../../src/organisations/domain/contract.ts';
import { institutions } from './access.ts';
import { activities, budgets, nameOf, organisations, placesByKey, results, rows, shares, versions, type DemoActivity } from './demo-data.ts';
import { euros, many } from './passports.ts';

const spentBy = (identifier: string) => rows.filter((r) => r.activity === identifier && r.naive && r.label !== 'other-version').reduce((s, r) => s + r.eur, 0);
const ends = (a: DemoActivity) => a['actual_end'] || a['planned_end'] || null;
const text = (...pairs: [string, string | undefined][]) => pairs.flatMap(([lang, t]) => (t ? [{ lang, text: t }] : []));

function selected(f: { place?: string; sector?: string; organisation?: string; year?: number; text?: string; status?: string; endingBefore?: string }): DemoActivity[] {
  return activities.filter((a) => {
    if (f.place && !shares(a['countries']).some((c) => c.code === f.place)) return false;
    if (f.sector && !shares(a['sectors']).some((s) => s.code === f.sector || `1:${s.code}` === f.sector)) return false;
    if (f.organisation && a['reporter'] !== f.organisation && !rows.some((r) => r.activity === a.identifier && (r.provider === f.organisation || r.receiver === f.organisation))) return false;
    if (f.year && !rows.some((r) => r.activity === a.identifier && r.on?.startsWith(String(f.year)))) return false;
    if (f.status && a['status'] !== f.status) return false;
    if (f.endingBefore && !((ends(a) ?? '9') < f.endingBefore)) return false;
    return !f.text || `${a['title']} ${a.identifier} ${a['description']}`.toLowerCase().includes(f.text.toLowerCase());
  });
}

export function fakeList(input: z.output<typeof listActivities.input>): z.input<typeof listActivities.output> {
  const found = selected(input);
  const by = { title: (a: DemoActivity) => a['title'] ?? '', ends: (a: DemoActivity) => ends(a) ?? '9999', starts: (a: DemoActivity) => `${9e7 - Number((a['actual_start'] ?? '').replaceAll('-', ''))}`, spent: (a: DemoActivity) => String(1e12 - spentBy(a.identifier)).padStart(16, '0') }[input.order];
  found.sort((a, b) => by(a).localeCompare(by(b)));
  return {
    total: many(found.length, 'activities'),
    activities: found.slice(input.after, input.after + input.limit).map((a) => ({
      identifier: a.identifier, title: a['title']!, titleLanguage: 'en', reporter: { key: a['reporter']!, name: nameOf(a['reporter']!) }, status: a['status'] || null,
      startsOn: a['actual_start'] || a['planned_start'] || null, endsOn: ends(a), endsForSure: Boolean(a['actual_end']),
      places: shares(a['countries']).map((c) => c.code), sectors: shares(a['sectors']).map((s) => `1:${s.code}`), versions: versions.get(a.identifier)?.length ?? 1, hierarchy: Number(a['hierarchy'] || 1), illustrative: true,
      spent: euros(spentBy(a.identifier), {}, {}),
    })),
  };
}

export function fakeSummary(input: z.output<typeof summary.input>): z.input<typeof summary.output> {
  const found = selected(input);
  return {
    activities: many(found.length, 'activities'), organisations: many(new Set(found.map((a) => a['reporter'])).size + 12, 'organisations'), places: many(new Set(found.flatMap((a) => shares(a['countries']).map((c) => c.code))).size, 'places'),
    endingSoon: many(found.filter((a) => (ends(a) ?? '') > '2026-11-22' && (ends(a) ?? '') < '2027-05-22').length, 'activities', { freshness: 'due' }), severalVersions: many(found.filter((a) => (versions.get(a.identifier)?.length ?? 1) > 1).length, 'activities'),
  };
}

function originOf(a: DemoActivity, i: number): z.input<typeof VersionOrigin> {
  return { versionId: i + 1, source: `Demonstration: ${a['file']}`, owner: institutions[0]!.name, audience: 'public', batchId: 1, fileId: 1, file: a['file']!, line: 12 + i * 300, standard: '2.03', lastUpdatedOn: a['last_updated'] || null, counted: i === 0, illustrative: true };
}

const contactOf = (organisation: string, person: string, email: string) =>
  ({ type: '1', organisations: text(['en', organisation]), departments: [], persons: text(['en', person]), jobTitles: [], telephones: ['+000 00 000'], emails: [email], websites: [], mailingAddresses: [] });

const coded = { vocabularyUri: null, names: [] };

export function fakeShow(input: z.output<typeof showActivity.input>, member: boolean): z.input<typeof showActivity.output> | null {
  const all = versions.get(input.identifier);
  if (all === undefined) return null;
  const at = input.versionId === undefined ? 0 : input.versionId - 1;
  const a = all[at] ?? all[0]!;
  const end = (ref: string | null, activityId: string | null) => (ref === null ? null : { ref, type: organisations.get(ref)?.['type'] ?? null, names: text(['en', nameOf(ref)]), activityId });
  const mine = rows.filter((r) => r.activity === a.identifier && r.file === a['file']);
  const type = (ref: string) => organisations.get(ref)?.['type'] ?? null;
  const roles = [...new Map(mine.flatMap((r) => [[`1${r.provider}`, ['1', r.provider]], [`4${r.receiver}`, ['4', r.receiver]]] as [string, [string, string | null]][])).values()].filter(([, ref]) => ref !== null && ref !== a['reporter']);
  const activity: z.input<typeof Activity> = {
    identifier: a.identifier, otherIdentifiers: [], version: '2.03', lang: 'en', defaultCurrency: 'EUR', lastUpdatedAt: a['last_updated'] || null, linkedDataUri: null, hierarchy: Number(a['hierarchy'] || 1), humanitarian: a['humanitarian'] === '1', budgetNotProvided: null,
    reportingOrganisation: { ref: a['reporter']!, type: type(a['reporter']!), names: text(['en', nameOf(a['reporter']!)]), secondary: false },
    title: text(['en', a['title']], ['fr', a['title_fr']], [a['local_language'] ?? '', a['title_local']]),
    descriptions: [{ type: '1', narratives: text(['en', a['description']], ['fr', a['description_fr']]) }],
    participatingOrganisations: [{ ref: a['reporter']!, type: type(a['reporter']!), names: text(['en', nameOf(a['reporter']!)]), role: '2', activityId: null, crsChannel: null }, ...roles.map(([role, ref]) => ({ ref, type: type(ref!), names: text(['en', nameOf(ref!)]), role, activityId: null, crsChannel: null }))],
    status: a['status'] || null, dates: (['planned_start', 'actual_start', 'planned_end', 'actual_end'] as const).flatMap((k, i) => (a[k] ? [{ type: String(i + 1), on: a[k], narratives: [] }] : [])), scope: '4',
    recipientCountries: shares(a['countries']).map((c) => ({ ...coded, vocabulary: 'A4', code: c.code, percentage: (c.share * 100).toFixed(2) })), recipientRegions: [],
    locations: (a['places'] ?? '').split(';').filter(Boolean).map((k) => ({ ref: k, names: text(['', placesByKey.get(k)?.['name'] ?? k]), descriptions: [], activityDescriptions: [], point: { latitude: placesByKey.get(k)?.['latitude'] ?? '42', longitude: placesByKey.get(k)?.['longitude'] ?? '21' }, administrative: [], gazetteer: [], exactness: '1', locationClass: null, feature: null, reach: null })),
    sectors: shares(a['sectors']).map((s) => ({ ...coded, vocabulary: '1', code: s.code, percentage: (s.share * 100).toFixed(2) })), tags: [{ ...coded, vocabulary: '4', code: 'XX-DEMO-TEI-CORRIDOR', names: text(['en', 'Corridor, Team Europe']) }],
    policyMarkers: [{ ...coded, vocabulary: '1', code: '1', significance: '1' }], humanitarianScopes: [], relatedActivities: [], collaborationType: '1', defaultFlowType: '10', defaultFinanceType: '110', defaultAidTypes: [{ vocabulary: '1', code: 'C01' }], defaultTiedStatus: '5', capitalSpend: null, countryBudgetItems: [],
    documents: [{ url: 'https://example.org/illustrative-report.pdf', format: 'application/pdf', titles: text(['en', 'Mid-term review (illustrative)']), descriptions: [], categories: ['A01'], languages: ['en'], documentOn: '2025-03-04' }], conditions: null,
    results: [...new Set(results.filter((r) => r['activity'] === a.identifier).map((r) => r['result']!))].map((title, i) => ({
      type: '1', additive: true, titles: text(['en', title]), descriptions: [], references: [], documents: [], line: 200 + i,
      indicators: [...new Set(results.filter((r) => r['result'] === title).map((r) => r['indicator']!))].map((ind, k) => {
        const of = results.filter((r) => r['activity'] === a.identifier && r['result'] === title && r['indicator'] === ind);
        const value = (v: string | undefined, year: string | null = null) => (v ? [{ value: v, year, on: null, locations: [], dimensions: [], comments: [], documents: [] }] : []);
        return { measure: '1', ascending: true, additive: true, titles: text(['en', ind]), descriptions: [], references: [], baselines: value(of[0]?.['baseline'], of[0]?.['baseline_year'] ?? null), periods: of.map((p) => ({ from: p['from']!, to: p['to']!, targets: value(p['target']), actuals: value(p['actual']) })), documents: [], line: 300 + k };
      }),
    })),
    legacyData: [], crsAdd: [], fss: null, repairs: [{ xpath: 'sector[2]/@percentage', published: '50,0', taken: '50.0' }], unmodelled: [],
  };
  const children = activities.filter((c) => c['parent'] === a.identifier).map((c) => ({ type: '2', identifier: c.identifier, title: c['title']! }));
  const parent = a['parent'] ? [{ type: '1', identifier: a['parent'], title: versions.get(a['parent'])?.[0]?.['title'] ?? null }] : [];
  const types = [...new Set(mine.map((r) => r.type))];
  return {
    identifier: a.identifier, versions: all.map(originOf),
    shown: {
      origin: originOf(a, at), activity, problems: 2,
      transactions: mine.map((r, i) => ({
        id: r.id, ref: null, type: r.type as '3', typeAsPublished: r.type, transactionOn: r.on, value: /^-?\d+(\.\d+)?$/.test(r.amount) ? r.amount : null, valueAsPublished: r.amount, currency: /^[A-Z]{3}$/.test(r.currency) ? r.currency : null, currencyIsDefault: false, valueOn: r.on,
        descriptions: text(['en', r.text]), provider: end(r.provider, r.providerActivity), receiver: end(r.receiver, r.receiverActivity), disbursementChannel: null, sectors: [], recipientCountry: null, recipientRegion: null, flowType: null, financeType: null, aidTypes: [], tiedStatus: null, humanitarian: null, line: 40 + i * 14,
      })),
      budgets: budgets.filter((b) => b['activity'] === a.identifier).map((b, i) => ({ kind: b['kind'] as 'budget', type: '1', status: '2', from: b['from']!, to: b['to']!, value: b['amount']!, valueAsPublished: b['amount']!, currency: b['currency']!, currencyIsDefault: false, valueOn: b['from']!, provider: null, receiver: null, line: 500 + i })),
    },
    differences: all.length > 1 ? [{ field: 'title', values: all.map((v, i) => ({ versionId: i + 1, value: v['title']! })) }, { field: 'endsOn', values: all.map((v, i) => ({ versionId: i + 1, value: ends(v) })) }] : [],
    family: [...parent, ...children], totals: types.map((t) => ({ type: t, figure: euros(mine.filter((r) => r.type === t).reduce((s, r) => s + r.eur, 0)) })),
    contacts: member ? [contactOf(nameOf(a['reporter']!), 'Programme office', 'office@example.org'), { erasedAt: '2026-03-02T08:00:00.000Z' }] : null,
  };
}

const mention = (ref: string) => {
  const mine = activities.filter((a) => a['reporter'] === ref || rows.some((r) => r.activity === a.identifier && (r.provider === ref || r.receiver === ref)));
  const o = organisations.get(ref)!;
  const name = { name: o['name']!, language: 'en', times: mine.length + 4 };
  return { key: ref, name: o['name']!, names: o['name_local'] ? [name, { name: o['name_local'], language: o['local_language'] || null, times: 2 }] : [name], kind: o['type'] || null, reports: activities.some((a) => a['reporter'] === ref), activities: many(mine.length, 'activities') };
};

export function fakeOrganisations(input: z.output<typeof searchMentioned.input>): z.input<typeof searchMentioned.output> {
  const found = [...organisations.keys()].map(mention).filter((o) => `${o.name} ${o.key}`.toLowerCase().includes(input.text.toLowerCase()));
  return { total: found.length, organisations: found.slice(input.after, input.after + input.limit) };
}

export function fakeOrganisation(key: string): z.input<typeof showMentioned.output> | null {
  if (!organisations.has(key)) return null;
  const partners = [...new Set(rows.flatMap((r) => (r.provider === key ? [r.receiver] : r.receiver === key ? [r.provider] : [])))].filter((k): k is string => k !== null && k !== key);
  return { ...mention(key), roles: [{ role: '1', activities: many(7, 'activities') }, { role: '4', activities: many(3, 'activities') }], partners: partners.map((k, i) => ({ key: k, name: nameOf(k), activities: 9 - (i % 8) })) };
}
