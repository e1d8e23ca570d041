/**
 * The smallest activity of 2.03 without any problem, and the same with parts of it exchanged: for tests. Parts stand in
 * the order of the standard; a part that is `''` is left out.
 */
const parts = {
  identifier: '<iati-identifier>XM-DAC-99999-1</iati-identifier>',
  reporting: '<reporting-org ref="XM-DAC-99999" type="40"><narrative>River Basin Agency</narrative></reporting-org>',
  title: '<title><narrative>Bridges</narrative></title>',
  description: '<description><narrative>Building bridges</narrative></description>',
  participating: '<participating-org role="4"><narrative>River Basin Agency</narrative></participating-org>',
  other: '',
  status: '<activity-status code="2"/>',
  date: '<activity-date type="1" iso-date="2025-01-01"/>',
  contact: '',
  scope: '',
  country: '<recipient-country code="JO"/>',
  region: '',
  location: '',
  sector: '<sector code="15190"/>',
  tag: '',
  budgetItems: '',
  marker: '',
  aidType: '',
  budget: '',
  planned: '',
  capital: '',
  transaction: '',
  document: '',
  related: '',
  conditions: '',
  result: '',
  after: '',
};

export type Parts = Partial<typeof parts> & { attributes?: string };

export function exampleActivity(changes: Parts = {}): string {
  const { attributes = 'xml:lang="en" default-currency="EUR"', ...rest } = changes;
  return `<iati-activity ${attributes}>${Object.values({ ...parts, ...rest }).join('')}</iati-activity>`;
}

export function exampleFile(changes: Parts = {}, version = '2.03'): string {
  return `<iati-activities version="${version}">${exampleActivity(changes)}</iati-activities>`;
}

export function exampleTransaction(changes: { type?: string; date?: string; value?: string; after?: string } = {}): string {
  const { type = '<transaction-type code="3"/>', date = '<transaction-date iso-date="2025-03-01"/>', value = '<value value-date="2025-03-01">100</value>', after = '' } = changes;
  return `<transaction>${type}${date}${value}${after}</transaction>`;
}
