/**
 * Transcribes codes (and short names for screens) of the published IATI codelists into src/standards/iati/codelists.
 * Facts only: code, name in English and French, withdrawn or not; no description is read.
 *
 *   npx tsx scripts/transcribe-iati-codelists.ts FOLDER_WITH_embedded_AND_non-embedded
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SaxesParser } from 'saxes';

type Item = { code: string; withdrawn: boolean; en: string; fr: string };
type List = { name: string; complete: boolean; items: Item[] };

/** Which lists stand in which file; `codes` = codes without names. */
const files: Record<string, { about: string; lists: string[]; codes?: string[] }> = {
  'activity.ts': {
    about: 'Activities: status, dates, roles, relations, results, documents',
    lists: [
      'ActivityDateType', 'ActivityScope', 'ActivityStatus', 'ConditionType', 'ContactType', 'DescriptionType', 'DocumentCategory',
      'HumanitarianScopeType', 'HumanitarianScopeVocabulary', 'IndicatorMeasure', 'IndicatorVocabulary', 'OrganisationRole',
      'OrganisationType', 'OtherIdentifierType', 'PolicyMarker', 'PolicyMarkerVocabulary', 'PolicySignificance', 'RelatedActivityType',
      'ResultType', 'ResultVocabulary', 'TagVocabulary',
    ],
    codes: ['Version'],
  },
  'money.ts': {
    about: 'Money: transactions, budgets, kinds of aid and finance, currencies',
    lists: [
      'AidType', 'AidTypeVocabulary', 'BudgetIdentifierVocabulary', 'BudgetNotProvided', 'BudgetStatus', 'BudgetType', 'CashandVoucherModalities',
      'CollaborationType', 'CRSAddOtherFlags', 'Currency', 'DisbursementChannel', 'EarmarkingCategory', 'FinanceType', 'FlowType',
      'LoanRepaymentPeriod', 'LoanRepaymentType', 'TiedStatus', 'TransactionType',
    ],
  },
  'places.ts': {
    about: 'Places: countries, regions, how exact a location is',
    lists: ['Country', 'GeographicExactness', 'GeographicLocationClass', 'GeographicLocationReach', 'GeographicVocabulary', 'Region', 'RegionVocabulary'],
    codes: ['LocationType'],
  },
  'sectors.ts': { about: 'Sectors of the DAC and their vocabularies', lists: ['Sector', 'SectorCategory', 'SectorVocabulary'] },
  'goals.ts': { about: 'Sustainable development goals', lists: ['UNSDG-Goals'], codes: ['UNSDG-Targets'] },
  'languages.ts': { about: 'Languages', lists: ['Language'] },
  'formats.ts': { about: 'Media types of documents', lists: [], codes: ['FileFormat'] },
  'agencies.ts': { about: 'Agencies that give organisations their identifiers, and channels of aid', lists: ['CRSChannelCode'], codes: ['OrganisationRegistrationAgency', 'OrganisationIdentifier', 'IATIOrganisationIdentifier'] },
};

function read(folder: string): Map<string, List> {
  const lists = new Map<string, List>();
  for (const part of ['embedded', 'non-embedded']) {
    for (const file of readdirSync(join(folder, part))) {
      const bytes = readFileSync(join(folder, part, file));
      const xml = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      let list: List = { name: '', complete: false, items: [] };
      let item: Item | undefined;
      let lang = '';
      let text = '';
      const path: string[] = [];
      const parser = new SaxesParser();
      parser.on('opentag', (tag) => {
        const at = tag.attributes as Record<string, string>;
        path.push(tag.name);
        text = '';
        if (tag.name === 'codelist') list = { name: at['name']!, complete: at['complete'] === '1', items: [] };
        if (tag.name === 'codelist-item') item = { code: '', withdrawn: at['status'] === 'withdrawn', en: '', fr: '' };
        if (tag.name === 'narrative') lang = at['xml:lang'] ?? 'en';
      });
      parser.on('text', (t) => void (text += t));
      parser.on('cdata', (t) => void (text += t));
      parser.on('closetag', () => {
        const where = path.slice(-3).join('/');
        const clean = text.replace(/\s+/g, ' ').trim().replaceAll('|', '/').replaceAll('`', "'");
        if (item && where.endsWith('codelist-item/code')) item.code = clean;
        if (item && where === 'codelist-item/name/narrative' && (lang === 'en' || lang === 'fr')) item[lang] ||= clean;
        if (item && path.at(-1) === 'codelist-item') list.items.push(item);
        path.pop();
        text = '';
      });
      parser.write(xml).close();
      lists.set(list.name, list);
    }
  }
  return lists;
}

const lists = read(process.argv[2]!);
const constant = (name: string) => name.replace(/[^A-Za-z]/g, '').replace(/^CRS/, 'Crs').replace(/^IATI/, 'Iati').replace(/^UNSDG/, 'Sdg').replace('andVoucher', 'AndVoucher').replace(/^./, (c) => c.toLowerCase());

for (const [file, { about, lists: named, codes = [] }] of Object.entries(files)) {
  const parts = [
    `/**\n * ${about}: codes of the IATI Standard 2.03.\n * Source: IATI/IATI-Codelists @ 75e827bacd and IATI/IATI-Codelists-NonEmbedded @ 7aeece773c (CC BY 4.0; DAC lists: OECD).\n * Transcribed by scripts/transcribe-iati-codelists.ts: code|English|French, \`~\` = withdrawn.\n */`,
    `import { codelist } from './codelist.ts';`,
  ];
  for (const name of [...named, ...codes]) {
    const list = lists.get(name);
    if (!list) throw new Error(`no list ${name}`);
    const mark = (i: Item) => (i.withdrawn ? '~' : '') + i.code;
    let body: string;
    if (codes.includes(name)) {
      body = '';
      let line = '';
      for (const i of list.items) {
        if (line.length + i.code.length > 130) {
          body += `${line}\n`;
          line = '';
        }
        line += `${line === '' ? '' : ' '}${mark(i)}`;
      }
      body += line;
    } else {
      body = list.items.map((i) => [mark(i), i.en, ...(i.fr && i.fr !== i.en ? [i.fr] : [])].join('|')).join('\n');
    }
    parts.push(`export const ${constant(name)} = codelist('${name}', ${list.complete}, \`\n${body}\n\`);`);
  }
  writeFileSync(join('src/standards/iati/codelists', file), `${parts.join('\n\n')}\n`);
}
