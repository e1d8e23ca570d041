/**
 * Makes the demonstration's IATI files from the tables beside this script: `npx tsx demo/build.ts` writes `demo/iati`.
 * Cells are written as they stand, also the wrong ones: they are there to be found.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';

type Row = Record<string, string>;
type Tables = { organisations: Row[]; activities: Row[]; payments: Row[]; budgets: Row[]; results: Row[]; places: Row[] };

const names = ['organisations', 'activities', 'payments', 'budgets', 'results', 'places'] as const;

/** The tables of a folder, all cells as text. */
export function readTables(folder: string): Tables {
  const read = (name: string) => parse(readFileSync(join(folder, `${name}.csv`), 'utf8'), { columns: true }) as Row[];
  return Object.fromEntries(names.map((n) => [n, read(n)])) as Tables;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** Attributes that have a value, in order. */
const attributes = (given: Record<string, string | undefined>) => Object.entries(given).filter(([, v]) => v !== undefined && v !== '').map(([k, v]) => ` ${k}="${escape(v!)}"`).join('');

type Text = { lang?: string; text: string };
const narratives = (texts: Text[]) => texts.filter((t) => t.text !== '').map((t) => `<narrative${attributes({ 'xml:lang': t.lang })}>${escape(t.text)}</narrative>`).join('');

/** `code:share;code:share` as pairs. */
const pairs = (cell: string) => cell.split(';').filter(Boolean).map((p) => p.split(':') as [string, string?]);

class Builder {
  private organisations: Map<string, Row>;
  private places: Map<string, Row>;

  constructor(private tables: Tables) {
    this.organisations = new Map(tables.organisations.map((o) => [o['ref']!, o]));
    this.places = new Map(tables.places.map((p) => [p['key']!, p]));
  }

  file(name: string): string {
    const activities = this.tables.activities.filter((a) => a['file'] === name).map((a) => this.activity(a));
    return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Illustrative: written for the demonstration of Tessera. No organisation, activity or payment in it exists. Made by demo/build.ts. -->
<iati-activities version="2.03" generated-datetime="2026-06-30T00:00:00Z">
${activities.join('')}</iati-activities>
`;
  }

  private organisation(ref: string): Row {
    const found = this.organisations.get(ref);
    if (!found) throw new Error(`organisations.csv has no ${ref}`);
    return found;
  }

  private named(element: string, ref: string, more: Record<string, string> = {}): string {
    const o = this.organisation(ref);
    return `<${element}${attributes({ ref, type: o['type'], ...more })}>${narratives([{ text: o['name']! }, { text: o['name_local']!, lang: o['local_language'] }])}</${element}>`;
  }

  private activity(a: Row): string {
    const mine = (table: Row[]) => table.filter((r) => r['activity'] === a['identifier'] && r['file'] === a['file']);
    const lines = [
      `<iati-identifier>${escape(a['identifier']!)}</iati-identifier>`,
      this.named('reporting-org', a['reporter']!),
      `<title>${narratives([{ text: a['title']! }, { text: a['title_fr']!, lang: 'fr' }, { text: a['title_local']!, lang: a['local_language'] }])}</title>`,
      `<description type="1">${narratives([{ text: a['description']! }, { text: a['description_fr']!, lang: 'fr' }])}</description>`,
      ...this.participants(a, mine(this.tables.payments)),
      `<activity-status code="${a['status']}"/>`,
      ...(['planned_start', 'actual_start', 'planned_end', 'actual_end'] as const).flatMap((d, i) => (a[d] ? [`<activity-date type="${i + 1}" iso-date="${a[d]}"/>`] : [])),
      ...pairs(a['countries']!).map(([code, percentage]) => `<recipient-country${attributes({ code, percentage })}/>`),
      ...a['places']!.split(';').filter(Boolean).map((key) => this.place(key)),
      ...pairs(a['sectors']!).map(([code, percentage]) => `<sector${attributes({ vocabulary: '1', code, percentage })}/>`),
      ...pairs(a['tags']!).map(([vocabulary, code]) => `<tag${attributes({ vocabulary, code })}/>`),
      ...pairs(a['policy_markers']!).map(([code, significance]) => `<policy-marker${attributes({ vocabulary: '1', code, significance })}/>`),
      ...mine(this.tables.budgets).map(budget),
      ...mine(this.tables.payments).map((p, i) => this.transaction(p, i + 1)),
      ...this.relations(a),
      ...results(mine(this.tables.results)),
    ];
    const opening = attributes({ 'default-currency': a['currency'], 'xml:lang': 'en', hierarchy: a['hierarchy'], humanitarian: a['humanitarian'], 'last-updated-datetime': `${a['last_updated']}T00:00:00Z` });
    return `<iati-activity${opening}>\n${lines.map((l) => `  ${l}\n`).join('')}</iati-activity>\n`;
  }

  /** Who funds (its own money, or whoever it names as provider), who is accountable, who implements. */
  private participants(a: Row, payments: Row[]): string[] {
    const me = a['reporter']!;
    const funders = new Set(payments.filter((p) => p['type'] === '1').map((p) => p['provider']!));
    const partners = new Set(payments.filter((p) => p['type'] === '3' && p['receiver'] !== '').map((p) => p['receiver']!));
    if (funders.size === 0) funders.add(me);
    if (partners.size === 0 || payments.some((p) => p['type'] === '4')) partners.add(me);
    return [...[...funders].map((ref) => ({ ref, role: '1' })), { ref: me, role: '2' }, ...[...partners].map((ref) => ({ ref, role: '4' }))].map(({ ref, role }) => this.named('participating-org', ref, { role }));
  }

  private place(key: string): string {
    const p = this.places.get(key);
    if (!p) throw new Error(`places.csv has no ${key}`);
    return `<location><location-reach code="1"/><name>${narratives([{ text: p['name']! }])}</name><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>${p['latitude']} ${p['longitude']}</pos></point><exactness code="1"/></location>`;
  }

  private transaction(p: Row, number: number): string {
    const side = (which: 'provider' | 'receiver') => (p[which] ? this.named(`${which}-org`, p[which]!, { [`${which}-activity-id`]: p[`${which}_activity`]! }) : '');
    const date = p['date'] ? `<transaction-date iso-date="${p['date']}"/>` : '';
    const value = `<value${attributes({ currency: p['currency'], 'value-date': p['date'] })}>${escape(p['amount']!)}</value>`;
    return `<transaction ref="${number}"><transaction-type code="${p['type']}"/>${date}${value}<description>${narratives([{ text: p['text']! }])}</description>${side('provider')}${side('receiver')}</transaction>`;
  }

  private relations(a: Row): string[] {
    const children = this.tables.activities.filter((b) => b['parent'] !== '' && b['parent'] === a['identifier'] && b['file'] === a['file']);
    return [
      ...(a['parent'] ? [`<related-activity type="1" ref="${a['parent']}"/>`] : []),
      ...children.map((b) => `<related-activity type="2" ref="${b['identifier']}"/>`),
    ];
  }
}

function budget(b: Row): string {
  const element = b['kind']!;
  const opening = element === 'budget' ? '<budget type="1" status="2">' : '<planned-disbursement type="1">';
  return `${opening}<period-start iso-date="${b['from']}"/><period-end iso-date="${b['to']}"/><value${attributes({ currency: b['currency'], 'value-date': b['from'] })}>${b['amount']}</value></${element}>`;
}

function results(rows: Row[]): string[] {
  const byTitle = new Map<string, Row[]>();
  for (const r of rows) byTitle.set(r['result']!, [...(byTitle.get(r['result']!) ?? []), r]);
  return [...byTitle].map(([title, periods]) => {
    const first = periods[0]!;
    const period = (r: Row) => `<period><period-start iso-date="${r['from']}"/><period-end iso-date="${r['to']}"/><target value="${r['target']}"/><actual value="${r['actual']}"/></period>`;
    return `<result type="1"><title>${narratives([{ text: title }])}</title><indicator measure="1"><title>${narratives([{ text: first['indicator']! }])}</title><baseline year="${first['baseline_year']}" value="${first['baseline']}"/>${periods.map(period).join('')}</indicator></result>`;
  });
}

/** File name and XML of every publisher, in the order of the activities table. */
export function demonstrationFiles(folder: string): { name: string; xml: string }[] {
  const tables = readTables(folder);
  const builder = new Builder(tables);
  return [...new Set(tables.activities.map((a) => a['file']!))].map((name) => ({ name, xml: builder.file(name) }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = dirname(fileURLToPath(import.meta.url));
  mkdirSync(join(folder, 'iati'), { recursive: true });
  for (const { name, xml } of demonstrationFiles(folder)) writeFileSync(join(folder, 'iati', name), xml);
}
