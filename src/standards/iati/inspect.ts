import { RunningTotal } from '../../kernel/decimal.ts';
import { readDecimal, trimmed } from './data-types.ts';
import type { Header, RawRecord, ReaderSink, Summary } from './events.ts';
import { sharesOff, tally, tallies } from './inspect-counting.ts';
import { LATEST, schemaOf } from './schema/versions.ts';
import { countAttributes, countErrors, countOne, notExpected, type ValidatorCount } from './validator-view.ts';
import { attributeOf, childOf, childrenOf, ownCopy, type XmlElement } from './xml-element.ts';

/** Sector codes about migration and refugees, in the order of the figures we compare with. */
const migrationCodes = ['15190', '13010', '72010', '93010', '15160', '15180'] as const;

/** Figures of one file, everything as published: nothing repaired, no code translated. Sums are exact decimals. */
export type Inspection = {
  kind: 'iati';
  root: string;
  version_attr: string | null;
  generated: string | null;
  activities: number;
  distinct_identifiers: number;
  duplicate_identifiers: number;
  missing_identifier: number;
  identifier_with_outer_whitespace: number;
  activity_versions: Record<string, number>;
  publishers: Record<string, number>;
  transactions: number;
  transactions_by_type: Record<string, number>;
  transaction_value_sums: Record<string, string>;
  negative_values: number;
  zero_values: number;
  unparseable_values: number;
  values_with_comma: number;
  missing_values: number;
  missing_currency: number;
  missing_transaction_type: number;
  missing_transaction_date: number;
  transaction_years: Record<string, number>;
  activities_by_migration_code: Record<string, number>;
  distinct_recipient_countries: number;
  recipient_countries: string[];
  distinct_recipient_regions: number;
  humanitarian_flag: number;
  activities_sector_percentages_not_100: number;
  activities_country_region_percentages_not_100: number;
  budgets: number;
  budget_sums: Record<string, string>;
  results: number;
  policy_markers: Record<string, number>;
  sector_vocabularies: Record<string, number>;
  related_activities: Record<string, number>;
  locations: number;
  planned_disbursements: number;
  activity_status: Record<string, number>;
  activities_with_contact_info: number;
  activities_without_title: number;
  languages: Record<string, number>;
  well_formed: boolean;
  xsd_2_03_valid: boolean;
  xsd_2_03_errors: number;
  xsd_2_03_error_kinds: Record<string, number>;
};

const MOST_POLICY_MARKERS = 12;

/**
 * Counts a file through the events of the very reader of the import. Give `sink` to `createReader`, feed it, then ask
 * for the `inspection`. Memory grows with the number of different identifiers and codes, not with the file.
 */
export function createInspector() {
  const count = { activities: 0, duplicates: 0, missingIdentifier: 0, outerWhitespace: 0, transactions: 0, negative: 0, zero: 0, unparseable: 0, comma: 0 };
  const lacking = { value: 0, currency: 0, type: 0, date: 0 };
  const of = { humanitarian: 0, sectorsOff: 0, placesOff: 0, budgets: 0, results: 0, locations: 0, planned: 0, contacts: 0, untitled: 0 };
  const sums = new Map<string, RunningTotal>();
  const budgetSums = new Map<string, RunningTotal>();
  const identifiers = new Set<string>();
  const countries = new Set<string>();
  const regions = new Set<string>();
  const by = tallies('versions', 'publishers', 'types', 'years', 'markers', 'vocabularies', 'related', 'statuses', 'languages', 'migration');
  const validator: ValidatorCount = { errors: 0, kinds: {} };
  let header: Header | null = null;
  let summary: Summary | null = null;
  /** The validating parser has met something it did not expect among the records, and says no more of them. */
  let isMute = false;

  const add = (into: Map<string, RunningTotal>, key: string, value: string): void => {
    const total = into.get(key) ?? new RunningTotal();
    total.add(value);
    into.set(key, total);
  };

  function takeTransaction(transaction: XmlElement, defaultCurrency: string | null): void {
    count.transactions++;
    const type = attributeOf(childOf(transaction, 'transaction-type') ?? transaction, 'code');
    const date = childOf(transaction, 'transaction-date');
    const on = date === null ? null : attributeOf(date, 'iso-date');
    if (type === null) lacking.type++;
    tally(by.types, type ?? '?');
    if (on === null || on === '') lacking.date++;
    else tally(by.years, on.slice(0, 4));
    takePlaces(transaction);
    const value = childOf(transaction, 'value');
    const text = value === null ? '' : trimmed(value.text);
    if (text === '') {
      lacking.value++;
      return;
    }
    if (text.includes(',')) count.comma++;
    const read = readDecimal(text);
    if (read === null || read.why === 'separators') {
      count.unparseable++;
      return;
    }
    const currency = (value && attributeOf(value, 'currency')) || defaultCurrency || null;
    if (currency === null) lacking.currency++;
    if (read.value.startsWith('-')) count.negative++;
    else if (!/[1-9]/.test(read.value)) count.zero++;
    add(sums, `${currency ?? '?'}|${type ?? '?'}`, read.value);
  }

  function takePlaces(element: XmlElement): void {
    for (const child of element.children) {
      const into = child.name === 'recipient-country' ? countries : child.name === 'recipient-region' ? regions : null;
      const code = into && attributeOf(child, 'code');
      if (code) into!.add(ownCopy(code));
    }
  }

  function takeBudget(budget: XmlElement, defaultCurrency: string | null): void {
    of.budgets++;
    const value = childOf(budget, 'value');
    const read = value === null ? null : readDecimal(value.text);
    if (read !== null && read.why !== 'separators') add(budgetSums, attributeOf(value!, 'currency') || defaultCurrency || '?', read.value);
  }

  function takeIdentifier(element: XmlElement): void {
    const text = childOf(element, 'iati-identifier')?.text ?? '';
    const identifier = trimmed(text);
    if (identifier === '') count.missingIdentifier++;
    else if (identifiers.has(identifier)) count.duplicates++;
    identifiers.add(ownCopy(identifier));
    if (identifier !== text) count.outerWhitespace++;
  }

  function takeSectors(element: XmlElement): void {
    const codes = new Set<string>();
    const take = (sector: XmlElement): void => {
      const vocabulary = attributeOf(sector, 'vocabulary');
      tally(by.vocabularies, vocabulary ?? 'None');
      if (vocabulary === null || vocabulary === '' || vocabulary === '1' || vocabulary === 'DAC') codes.add(trimmed(attributeOf(sector, 'code') ?? ''));
    };
    for (const child of element.children) {
      if (child.name === 'sector') take(child);
      else if (child.name === 'transaction') childrenOf(child, 'sector').forEach(take);
    }
    for (const code of migrationCodes) if (codes.has(code)) tally(by.migration, code);
    if (sharesOff(childrenOf(element, 'sector'), (sector) => attributeOf(sector, 'vocabulary') ?? '')) of.sectorsOff++;
    const places = element.children.filter(
      (child) => child.name === 'recipient-country' || (child.name === 'recipient-region' && ['', '1'].includes(attributeOf(child, 'vocabulary') ?? '')),
    );
    if (sharesOff(places, () => '')) of.placesOff++;
  }

  function takeLanguages(element: XmlElement): void {
    const language = attributeOf(element, 'xml:lang');
    if (language !== null) tally(by.languages, language);
    for (const child of element.children) takeLanguages(child);
  }

  function takeActivity({ element, rootVersion }: RawRecord): void {
    count.activities++;
    takeIdentifier(element);
    takeLanguages(element);
    takePlaces(element);
    takeSectors(element);
    tally(by.versions, attributeOf(element, 'iati-activities:version') ?? attributeOf(element, 'version') ?? rootVersion ?? 'None');
    const defaultCurrency = attributeOf(element, 'default-currency');
    if (['1', 'true'].includes(attributeOf(element, 'humanitarian') ?? '')) of.humanitarian++;
    let [hasContact, title, hasReporter, hasStatus] = [false, '', false, false];
    for (const child of element.children) {
      switch (child.name) {
        case 'transaction': takeTransaction(child, defaultCurrency); break;
        case 'budget': takeBudget(child, defaultCurrency); break;
        case 'planned-disbursement': of.planned++; break;
        case 'result': of.results++; break;
        case 'location': of.locations++; break;
        case 'contact-info': hasContact = true; break;
        case 'title': title += child.text + child.children.map((narrative) => narrative.text).join(''); break;
        case 'reporting-org':
          if (!hasReporter) tally(by.publishers, attributeOf(child, 'ref') ?? '?');
          hasReporter = true;
          break;
        case 'activity-status':
          if (!hasStatus) tally(by.statuses, attributeOf(child, 'code') ?? '?');
          hasStatus = true;
          break;
        case 'related-activity': tally(by.related, attributeOf(child, 'type') ?? '?'); break;
        case 'policy-marker':
          tally(by.markers, `${attributeOf(child, 'vocabulary') ?? ''}:${attributeOf(child, 'code') ?? ''}=${attributeOf(child, 'significance') ?? ''}`);
          break;
      }
    }
    if (hasContact) of.contacts++;
    if (title.trim() === '') of.untitled++;
    if (!isMute && element.parent?.name === 'iati-activities' && element.parent.parent === null) {
      countErrors(element, schemaOf('activities', LATEST).children.get('iati-activity')!, validator);
    }
  }

  /** The outermost element and its children that are no records, as a validating parser sees them. */
  function takeOutside(element: XmlElement): void {
    const schema = schemaOf('activities', LATEST);
    if (element.parent === null) {
      // The schema lets any element that it declares globally be the outermost: a `result` is then a result.
      const state = element.name === schema.name ? schema : (schema.children.get('iati-activity')!.children.get(element.name) ?? null);
      if (state === null) {
        countOne(validator, "Element '…': No matching global declaration available for the validation root.");
        isMute = true;
      } else countAttributes(element, state, validator);
    } else if (element.parent.parent === null && !isMute && !(element.isForeign && count.activities > 0)) {
      const inActivities = element.parent.name === schema.name;
      const first = inActivities ? 'iati-activity' : schema.children.get('iati-activity')!.children.get(element.parent.name)?.sequence[0]?.name;
      countOne(validator, notExpected([first ?? '##other{*}*', ...(inActivities && count.activities > 0 ? ['##other{*}*'] : [])]));
      isMute = true;
    }
  }

  const sink: ReaderSink = {
    header: (h) => void (header = h),
    outside: takeOutside,
    raw: takeActivity,
    end: (s) => void (summary = s),
  };

  const sorted = (totals: Map<string, RunningTotal>): Record<string, string> =>
    Object.fromEntries([...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, total]) => [key, total.value]));

  return {
    sink,
    /** The figures; after the reader's `end`. */
    inspection(): Inspection {
      const wellFormed = summary?.wellFormed ?? false;
      return {
        kind: 'iati',
        root: header?.root ?? '',
        version_attr: header?.version ?? null,
        generated: header?.generatedAt ?? null,
        activities: count.activities,
        distinct_identifiers: identifiers.size - (identifiers.has('') ? 1 : 0),
        duplicate_identifiers: count.duplicates,
        missing_identifier: count.missingIdentifier,
        identifier_with_outer_whitespace: count.outerWhitespace,
        activity_versions: Object.fromEntries(by.versions),
        publishers: Object.fromEntries(by.publishers),
        transactions: count.transactions,
        transactions_by_type: Object.fromEntries(by.types),
        transaction_value_sums: sorted(sums),
        negative_values: count.negative,
        zero_values: count.zero,
        unparseable_values: count.unparseable,
        values_with_comma: count.comma,
        missing_values: lacking.value,
        missing_currency: lacking.currency,
        missing_transaction_type: lacking.type,
        missing_transaction_date: lacking.date,
        transaction_years: Object.fromEntries(by.years),
        activities_by_migration_code: Object.fromEntries(migrationCodes.map((code) => [code, by.migration.get(code) ?? 0])),
        distinct_recipient_countries: countries.size,
        recipient_countries: [...countries].sort(),
        distinct_recipient_regions: regions.size,
        humanitarian_flag: of.humanitarian,
        activities_sector_percentages_not_100: of.sectorsOff,
        activities_country_region_percentages_not_100: of.placesOff,
        budgets: of.budgets,
        budget_sums: sorted(budgetSums),
        results: of.results,
        policy_markers: Object.fromEntries([...by.markers].sort(([, a], [, b]) => b - a).slice(0, MOST_POLICY_MARKERS)),
        sector_vocabularies: Object.fromEntries(by.vocabularies),
        related_activities: Object.fromEntries(by.related),
        locations: of.locations,
        planned_disbursements: of.planned,
        activity_status: Object.fromEntries(by.statuses),
        activities_with_contact_info: of.contacts,
        activities_without_title: of.untitled,
        languages: Object.fromEntries(by.languages),
        well_formed: wellFormed,
        xsd_2_03_valid: wellFormed && validator.errors === 0 && count.activities > 0,
        xsd_2_03_errors: validator.errors,
        xsd_2_03_error_kinds: validator.kinds,
      };
    },
  };
}
