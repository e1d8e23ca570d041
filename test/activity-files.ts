import yazl from 'yazl';

/** What a made-up activity says; everything has a harmless default. */
export type Said = { title?: string; reporter?: string; updated?: string | null; country?: string; sector?: string; status?: string; more?: string };

/** One made-up activity of IATI 2.03 that the standard has nothing against but what `more` adds. */
export function activity(identifier: string, said: Said = {}): string {
  const { title = `Title of ${identifier}`, reporter = 'XX-TEST-ALPHA', updated = '2024-05-01', country = 'BD', sector = '15190', status = '2', more = '' } = said;
  return `<iati-activity default-currency="EUR" xml:lang="en"${updated === null ? '' : ` last-updated-datetime="${updated}T00:00:00Z"`}>
  <iati-identifier>${identifier}</iati-identifier>
  <reporting-org ref="${reporter}" type="10"><narrative>Reporter ${reporter}</narrative></reporting-org>
  <title><narrative>${title}</narrative></title>
  <description><narrative>What ${identifier} does.</narrative></description>
  <participating-org ref="${reporter}" role="4" type="10"><narrative>Reporter ${reporter}</narrative></participating-org>
  <activity-status code="${status}"/>
  <activity-date type="1" iso-date="2023-01-01"/>
  <recipient-country code="${country}"/>
  <sector vocabulary="1" code="${sector}"/>
  ${more}
</iati-activity>`;
}

export const transaction = (type: string, value: string, more = '') =>
  `<transaction><transaction-type code="${type}"/><transaction-date iso-date="2023-06-30"/><value value-date="2023-06-30">${value}</value>${more}</transaction>`;

export const contact = (person: string, email: string) =>
  `<contact-info type="1"><person-name><narrative>${person}</narrative></person-name><email>${email}</email></contact-info>`;

export const activities = (...all: string[]) => `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n${all.join('\n')}\n</iati-activities>\n`;

export async function zipped(entries: Record<string, Buffer | string>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
