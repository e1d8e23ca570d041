import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createInspector, type Inspection } from './inspect.ts';
import { createReader } from './read.ts';

/** Measurements made with another program; they lie beside the project where the real files do. */
const data = join(import.meta.dirname, '../../../../shared/data/activities');
const isThere = existsSync(join(data, 'measured.json'));

function inspect(text: string): Inspection {
  const inspector = createInspector();
  const reader = createReader({ today: '9999-12-31' }, inspector.sink);
  for (let at = 0; at < text.length; at += 4096) reader.write(text.slice(at, at + 4096));
  reader.end();
  return inspector.inspection();
}

test('every field measured by another program on the 24 real files is found again', ({ skip }) => {
  if (!isThere) skip('the real IATI files are not beside the project');
  const { files } = JSON.parse(readFileSync(join(data, 'measured.json'), 'utf8')) as { files: Record<string, Record<string, unknown>> };
  const iati = Object.entries(files).filter(([, expected]) => expected.kind === 'iati');
  expect(iati).toHaveLength(24);
  for (const [name, expected] of iati) {
    const stored = readFileSync(join(data, name));
    const bytes = name.endsWith('.gz') ? gunzipSync(stored) : stored;
    const found: Record<string, unknown> = { ...inspect(bytes.toString('utf8')), bytes: bytes.length };
    for (const [field, value] of Object.entries(expected)) {
      expect(found[field], `${name}: ${field}`).toEqual(value);
    }
  }
}, 120_000);

const dirty = `<?xml version="1.0"?>
<result><iati-activity default-currency="GBP" iati-activities:version="1.05" xmlns:iati-activities="http://example.org/v">
  <reporting-org ref="GB-1" type="10">A ministry</reporting-org>
  <iati-identifier> GB-1-1 </iati-identifier>
  <title xml:lang="en">Roads</title>
  <sector code="72010" vocabulary="DAC" percentage="60"/><sector code="15190" vocabulary="DAC" percentage="30"/>
  <recipient-country code="BD"/><recipient-country code="998"/>
  <transaction><transaction-type code="D"/><value currency="EUR">1,000.10</value><transaction-date iso-date="2014-03-01"/></transaction>
  <transaction><transaction-type code="D"/><value>-0.30</value><transaction-date iso-date="2015-03-01"/></transaction>
  <transaction><transaction-type code="C"/><value>1.5E3</value></transaction>
  <transaction><value>many</value><transaction-date iso-date="2015-03-01"/></transaction>
  <transaction><transaction-type code="E"/><value/><transaction-date iso-date="2015-03-01"/></transaction>
  <contact-info/>
</iati-activity><iati-activity><iati-identifier/></iati-activity></result>`;

test('types, currencies and codes are counted as they stand; sums are exact', () => {
  expect(inspect(dirty)).toMatchObject({
    root: 'result', version_attr: null, activities: 2, distinct_identifiers: 1, missing_identifier: 1, identifier_with_outer_whitespace: 1,
    activity_versions: { '1.05': 1, None: 1 }, publishers: { 'GB-1': 1 }, transactions: 5,
    transactions_by_type: { '?': 1, C: 1, D: 2, E: 1 }, transaction_value_sums: { 'GBP|C': '1500', 'GBP|D': '-0.30' },
    negative_values: 1, unparseable_values: 2, values_with_comma: 1, missing_values: 1, missing_transaction_type: 1, missing_transaction_date: 1,
    transaction_years: { 2014: 1, 2015: 3 }, recipient_countries: ['998', 'BD'], activities_sector_percentages_not_100: 1,
    activities_country_region_percentages_not_100: 1, activities_with_contact_info: 1, activities_without_title: 1,
    activities_by_migration_code: { 15190: 1, 13010: 0, 72010: 1, 93010: 0, 15160: 0, 15180: 0 }, well_formed: true, xsd_2_03_valid: false,
  });
});

test('a file cut off in the middle is measured as far as it goes, and is not well-formed', () => {
  expect(inspect(dirty.slice(0, dirty.indexOf('<iati-activity><iati-identifier/>') + 5))).toMatchObject({ activities: 1, well_formed: false, xsd_2_03_valid: false });
});
