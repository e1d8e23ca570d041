import { isZero, RunningTotal, sign } from '../../kernel/decimal.ts';
import type { RawRecord } from './events.ts';
import { Tally } from './inspect-tally.ts';
import { createReader } from './read.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from './xml-element.ts';

/** Sectors that speak of migration, forced displacement and relief; counted one by one because readers ask for them. */
const MIGRATION_CODES = ['15190', '13010', '72010', '93010', '15160', '15180'];
/** How many policy markers are named under `policy_markers`; all of them stand under `policy_markers_all`. */
const MARKERS_NAMED = 12;

/** What a file says, in the words of published measurements of IATI files; counts are of what stands there, unrepaired. */
export type Inspection = Record<string, string | number | boolean | null | string[] | Record<string, number | string>>;

/**
 * Measures a file through the reader of the import, without a database: `write` takes text in chunks of any size, `end`
 * gives the fields. Types, currencies and codes as published (`GBP|C`); sums are exact decimals.
 * The `xsd_2_03_*` fields judge the whole document as version 2.03, whatever it claims.
 */
export function createInspector() {
  const n = {
    activities: 0, duplicates: 0, missingIdentifier: 0, outerWhitespace: 0, transactions: 0, negative: 0, zero: 0, unparseable: 0,
    comma: 0, missingValue: 0, missingCurrency: 0, missingType: 0, missingDate: 0, humanitarian: 0, sectorShares: 0, placeShares: 0,
    budgets: 0, results: 0, locations: 0, planned: 0, withContact: 0, withoutTitle: 0, schemaErrors: 0,
  };
  const identifiers = new Set<string>();
  const countries = new Set<string>();
  const regions = new Set<string>();
  const sums = new Map<string, RunningTotal>();
  const budgetSums = new Map<string, RunningTotal>();
  const versions = new Tally();
  const publishers = new Tally();
  const types = new Tally();
  const years = new Tally();
  const markers = new Tally();
  const vocabularies = new Tally();
  const relations = new Tally();
  const statuses = new Tally();
  const languages = new Tally();
  const migration = new Tally(MIGRATION_CODES);
  let file: { root: string; version: string | null; generated: string | null } | null = null;

  const addTo = (totals: Map<string, RunningTotal>, key: string, amount: string): void => {
    let total = totals.get(key);
    if (total === undefined) totals.set(key, (total = new RunningTotal()));
    total.add(amount);
  };

  const transaction = (t: XmlElement, defaultCurrency: string | null): void => {
    n.transactions++;
    const type = attributeOf(childOf(t, 'transaction-type') ?? t, 'code');
    const given = childOf(t, 'transaction-type') === null ? null : type;
    if (!given) n.missingType++;
    types.add(given || '?');
    const date = childOf(t, 'transaction-date');
    const day = (date && attributeOf(date, 'iso-date')) || '';
    if (day === '') n.missingDate++;
    else years.add(day.slice(0, 4));
    for (const country of childrenOf(t, 'recipient-country')) note(countries, country);
    for (const region of childrenOf(t, 'recipient-region')) note(regions, region);
    const value = childOf(t, 'value');
    const text = value?.text.trim() ?? '';
    if (text === '') {
      n.missingValue++;
      return;
    }
    const currency = attributeOf(value!, 'currency') || defaultCurrency;
    if (!currency) n.missingCurrency++;
    if (text.includes(',')) n.comma++;
    const amount = plainDecimal(text.replaceAll(',', ''));
    if (amount === null) {
      n.unparseable++;
      return;
    }
    if (isZero(amount)) n.zero++;
    else if (sign(amount) < 0) n.negative++;
    addTo(sums, `${currency || '?'}|${given || '?'}`, amount);
  };

  const activity = ({ element, rootVersion }: RawRecord): void => {
    n.activities++;
    const written = childOf(element, 'iati-identifier')?.text ?? '';
    const identifier = written.trim();
    if (identifier === '') n.missingIdentifier++;
    else {
      if (identifier !== written) n.outerWhitespace++;
      if (identifiers.has(identifier)) n.duplicates++;
      identifiers.add(identifier);
    }
    versions.add(attributeOf(element, 'iati-activities:version') ?? attributeOf(element, 'version') ?? rootVersion ?? 'None');
    const reporter = childOf(element, 'reporting-org');
    publishers.add((reporter && attributeOf(reporter, 'ref')?.trim()) || '?');
    if (isTrue(attributeOf(element, 'humanitarian'))) n.humanitarian++;

    const codes = new Set<string>();
    const sectors = childrenOf(element, 'sector');
    const transactions = childrenOf(element, 'transaction');
    for (const sector of [...sectors, ...transactions.flatMap((t) => childrenOf(t, 'sector'))]) {
      vocabularies.add(attributeOf(sector, 'vocabulary') ?? 'None');
      if (['1', 'DAC', '', null].includes(attributeOf(sector, 'vocabulary'))) codes.add(attributeOf(sector, 'code')?.trim() ?? '');
    }
    for (const code of MIGRATION_CODES) if (codes.has(code)) migration.add(code);
    if ([...groupsOf(sectors)].some(([, group]) => group.length > 1 && !addsUp(group))) n.sectorShares++;

    const places = [...childrenOf(element, 'recipient-country'), ...childrenOf(element, 'recipient-region').filter((r) => ['1', null].includes(attributeOf(r, 'vocabulary')))];
    if (places.length > 1 && !addsUp(places)) n.placeShares++;
    for (const country of childrenOf(element, 'recipient-country')) note(countries, country);
    for (const region of childrenOf(element, 'recipient-region')) note(regions, region);

    const currency = attributeOf(element, 'default-currency');
    for (const t of transactions) transaction(t, currency);
    for (const budget of childrenOf(element, 'budget')) {
      n.budgets++;
      const value = childOf(budget, 'value');
      const amount = plainDecimal(value?.text.trim().replaceAll(',', '') ?? '');
      if (amount !== null) addTo(budgetSums, attributeOf(value!, 'currency') || currency || '?', amount);
    }
    n.results += childrenOf(element, 'result').length;
    n.locations += childrenOf(element, 'location').length;
    n.planned += childrenOf(element, 'planned-disbursement').length;
    for (const m of childrenOf(element, 'policy-marker')) markers.add(`${attributeOf(m, 'vocabulary') ?? 'None'}:${attributeOf(m, 'code') ?? ''}=${attributeOf(m, 'significance') ?? ''}`);
    for (const r of childrenOf(element, 'related-activity')) relations.add(attributeOf(r, 'type') ?? '?');
    const status = childOf(element, 'activity-status');
    if (status !== null) statuses.add(attributeOf(status, 'code') ?? '?');
    if (childOf(element, 'contact-info') !== null) n.withContact++;
    if (!hasText(childOf(element, 'title'))) n.withoutTitle++;
    countLanguages(element);
  };

  const countLanguages = (element: XmlElement): void => {
    const language = attributeOf(element, 'xml:lang');
    if (language !== null) languages.add(language);
    for (const child of element.children) countLanguages(child);
  };

  const reader = createReader({ today: '9999-12-31', judgeAs: '2.03' }, {
    header: (h) => { file = { root: h.root, version: h.version, generated: h.generatedAt }; },
    raw: activity,
    activity: ({ problems }) => { for (const p of problems) if (p.schema) n.schemaErrors++; },
    problem: (p) => { if (p.schema) n.schemaErrors++; },
  });

  return {
    write: (text: string): void => reader.write(text),
    /** @param bytes size of the document, unpacked; @param read false: its text could not be read to the end. */
    end(bytes: number | null = null, read = true): Inspection {
      const summary = reader.end();
      const wellFormed = summary.wellFormed && read;
      return {
        kind: 'iati', bytes, root: file?.root ?? null, version_attr: file?.version ?? null, generated: file?.generated ?? null,
        activities: n.activities, distinct_identifiers: identifiers.size, duplicate_identifiers: n.duplicates,
        missing_identifier: n.missingIdentifier, identifier_with_outer_whitespace: n.outerWhitespace,
        activity_versions: versions.byCount(), publishers: publishers.byCount(),
        transactions: n.transactions, transactions_by_type: types.byKey(), transaction_value_sums: totalsOf(sums),
        negative_values: n.negative, zero_values: n.zero, unparseable_values: n.unparseable, values_with_comma: n.comma,
        missing_values: n.missingValue, missing_currency: n.missingCurrency, missing_transaction_type: n.missingType,
        missing_transaction_date: n.missingDate, transaction_years: years.byKey(), activities_by_migration_code: migration.all(),
        distinct_recipient_countries: countries.size, recipient_countries: [...countries].sort(), distinct_recipient_regions: regions.size,
        humanitarian_flag: n.humanitarian, activities_sector_percentages_not_100: n.sectorShares,
        activities_country_region_percentages_not_100: n.placeShares, budgets: n.budgets, budget_sums: totalsOf(budgetSums),
        results: n.results, policy_markers: markers.byCount(MARKERS_NAMED), policy_markers_all: markers.byCount(),
        sector_vocabularies: vocabularies.byCount(), related_activities: relations.byKey(), locations: n.locations,
        planned_disbursements: n.planned, activity_status: statuses.byCount(), activities_with_contact_info: n.withContact,
        activities_without_title: n.withoutTitle, languages: languages.byCount(), well_formed: wellFormed,
        xsd_2_03_valid: wellFormed && summary.schemaValid, xsd_2_03_errors: n.schemaErrors,
      };
    },
  };
}

/** Plain decimal or exponent notation as files carry it (`1.5E7`, `+3`, `.5`), as an exact decimal; null = no number. */
function plainDecimal(text: string): string | null {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (found === null || (found[2] === '' && !found[3])) return null;
  const fraction = found[3] ?? '';
  const exponent = Number(found[4] ?? 0);
  const digits = `${found[2]}${fraction}`;
  const point = found[2]!.length + exponent;
  const padded = point > digits.length ? digits.padEnd(point, '0') : digits.padStart(digits.length + Math.max(0, 1 - point), '0');
  const whole = padded.slice(0, Math.max(1, point)).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(Math.max(1, point));
  return `${found[1] === '-' ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}

const note = (into: Set<string>, element: XmlElement): void => {
  const code = attributeOf(element, 'code')?.trim();
  if (code) into.add(code);
};

const isTrue = (value: string | null): boolean => value === '1' || value?.toLowerCase() === 'true';

const hasText = (element: XmlElement | null): boolean => element !== null && (element.text.trim() !== '' || element.children.some(hasText));

function groupsOf(sectors: XmlElement[]): Map<string | null, XmlElement[]> {
  const groups = new Map<string | null, XmlElement[]>();
  for (const sector of sectors) {
    const key = attributeOf(sector, 'vocabulary');
    groups.set(key, [...(groups.get(key) ?? []), sector]);
  }
  return groups;
}

/** Percentages are all there and make 100 to within 0.01. */
function addsUp(elements: XmlElement[]): boolean {
  let sum = 0;
  for (const element of elements) {
    const share = plainDecimal(attributeOf(element, 'percentage')?.trim() ?? '');
    if (share === null) return false;
    sum += Number(share);
  }
  return Math.abs(sum - 100) <= 0.01 + 1e-9;
}

const totalsOf = (totals: Map<string, RunningTotal>): Record<string, string> =>
  Object.fromEntries([...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, total]) => [key, total.value]));
