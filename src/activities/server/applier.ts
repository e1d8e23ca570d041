import { Rates } from '../../funds/domain/convert.ts';
import { REPORTING_CURRENCY } from '../../funds/domain/parameters.ts';
import { add, isZero, unitsOf } from '../../kernel/decimal.ts';
import { bytes, day, integer, json, key, plain, text, texts } from '../../intake/domain/copy-text.ts';
import type { Applier, Staging } from '../../intake/domain/applier.ts';
import { foldName, organisationKey } from '../../organisations/domain/fold.ts';
import { hollow } from '../domain/lean.ts';
import type { Activity } from '../domain/model.ts';
import { recordOf } from '../domain/publisher-record.ts';
import type { ReportedActivity } from '../domain/reported.ts';

/** Lays one activity out as a version, its participations, its relations and its contact persons. */
function rows(r: ReportedActivity, no: number, into: Staging): void {
  const { activity: a } = r;
  const title = a.title[0];
  const reporter = a.reportingOrganisation;
  const name = reporter.names[0]?.text ?? null;
  const record = recordOf(r);
  const spent = spentOf(r);
  const search = searchText(a);
  const [places, sectors, placeShares, sectorShares] = [placesOf(r), sectorsOf(r), sharesOfPlaces(a), sharesOfSectors(a)];
  participations(r, no, into);
  a.relatedActivities.forEach((relation, i) => into.add('staged_relations', `${no}\t${i}\t${key(relation.type ?? '?', 10)}\t${key(relation.identifier, 500)}`));
  for (const [i, contact] of r.contacts.entries()) into.add('staged_contacts', `${no}\t${i}\t${json(contact)}`);
  const before = [
    no, plain(r.fileId), integer(r.line), key(a.identifier, 500), text(r.standard),
    key(organisationKey({ ref: reporter.ref, name }) ?? '?'), text(name), text(title?.text ?? ''), text(title?.lang || null), text(a.status),
    day(dateOf(a, '2', '1')), day(dateOf(a, '4', '3')), plain(a.dates.some((d) => d.type === '4' && d.on !== null)), integer(a.hierarchy), day(a.lastUpdatedAt?.slice(0, 10)),
    text(a.defaultCurrency), plain(a.humanitarian), texts(places), texts(sectors), json(placeShares), json(sectorShares),
    r.transactions.length, json(spent.sums), plain(Number.isSafeInteger(spent.order) ? spent.order : 0),
  ].join('\t');
  const after = [
    bytes(r.contentHash), text(search),
    day(record.asOf), record.expected, record.given, texts(record.missing), record.errors, record.warnings, record.advice, record.flows, record.named, plain(record.span),
  ].join('\t');
  // Last: nobody needs the activity after it was made lean.
  into.add('staged_versions', `${before}\t${json(hollow(a))}\t${after}`);
}

function participations({ activity: a }: ReportedActivity, no: number, into: Staging): void {
  const all = [{ ...a.reportingOrganisation, role: 'reporting', activityId: null }, ...a.participatingOrganisations];
  all.forEach((o, i) => {
    const name = o.names[0]?.text ?? null;
    const organisation = organisationKey({ ref: o.ref, name });
    if (organisation !== null) into.add('staged_participations', `${no}\t${i}\t${key(o.role, 20)}\t${key(organisation)}\t${text(name)}\t${key(o.type, 20)}\t${key(o.activityId, 500)}`);
  });
}

/** The actual day of a kind, else the planned one. */
function dateOf(a: Activity, actual: string, planned: string): string | null {
  return (a.dates.find((d) => d.type === actual && d.on !== null) ?? a.dates.find((d) => d.type === planned && d.on !== null))?.on ?? null;
}

const short = (code: string) => code.slice(0, 60);
const unique = (codes: string[]) => [...new Set(codes)];

/** Places and sectors by which it is found: its own, and those that single transactions name. */
const placesOf = ({ activity: a, transactions }: ReportedActivity) =>
  unique([...a.recipientCountries, ...a.recipientRegions, ...transactions.flatMap((t) => [t.recipientCountry, t.recipientRegion])].flatMap((p) => (p === null ? [] : [short(p.code)])));
const sectorsOf = ({ activity: a, transactions }: ReportedActivity) => unique([...a.sectors, ...transactions.flatMap((t) => t.sectors)].map((s) => short(`${s.vocabulary}:${s.code}`)));

/** Codes with their percentages as published, `[code, percentage]`: what money is split by (src/funds/domain/splits.ts). */
const sharesOfPlaces = (a: Activity) => [...a.recipientCountries, ...a.recipientRegions].map((p) => [short(p.code), p.percentage]);
const sharesOfSectors = (a: Activity) => a.sectors.map((s) => [short(`${s.vocabulary}:${s.code}`), s.percentage]);

const toReporting = new Rates(REPORTING_CURRENCY);

/**
 * Disbursements and expenditures as published, exact, by currency; what has no amount or currency is not in it. `order`
 * is their size in cents of the reporting currency at the built-in rates: for sorting, never for showing.
 */
function spentOf({ transactions }: ReportedActivity): { sums: Record<string, string>; order: number } {
  const sums: Record<string, string> = {};
  let order = 0;
  for (const t of transactions) {
    if ((t.type !== '3' && t.type !== '4') || t.value === null || t.currency === null || isZero(t.value)) continue;
    const before = sums[t.currency];
    sums[t.currency] = before === undefined ? t.value : add(before, t.value);
    order += toReporting.cents(unitsOf(t.value), toReporting.rateFor(t.currency, t.valueOn ?? t.transactionOn)) ?? 0;
  }
  return { sums, order };
}

/** What is searched: identifier, titles, names of organisations, the beginning of the descriptions; folded as queries are. */
function searchText(a: Activity): string {
  const parts = [a.identifier];
  for (const t of a.title) parts.push(t.text.slice(0, 300));
  for (const n of a.reportingOrganisation.names) parts.push(n.text.slice(0, 100));
  for (const o of a.participatingOrganisations) for (const n of o.names) parts.push(n.text.slice(0, 100));
  for (const d of a.descriptions) if (d.narratives[0]) parts.push(d.narratives[0].text.slice(0, 300));
  return foldName(parts.join(' ')).slice(0, 2000);
}

const shared = 'b.owner_id, b.audience, b.circle_id, b.batch_id';
const verdicts = `staged_verdicts v, staged_batch b where s.no = v.no and v.new_id is not null`;

/** What an import writes of activities. */
export const activitiesApplier: Applier<ReportedActivity> = {
  staging: [
    { name: 'staged_versions', columns: `no integer, file_id integer, line integer, identifier text, standard text, reporting_key text, reporting_name text, title text, title_language text,
      status text, starts_on date, ends_on date, ends_for_sure boolean, hierarchy integer, last_updated_on date, currency text, humanitarian boolean, places text[], sectors text[],
      place_shares jsonb, sector_shares jsonb, transactions integer, spent jsonb, spent_order bigint, content text, content_hash bytea, search text,
      as_of date, elements_expected smallint, elements_given smallint, elements_missing text[], errors integer, warnings integer, advice integer, flows integer, flows_named integer, span integer` },
    { name: 'staged_participations', columns: 'no integer, place integer, role text, organisation_key text, name text, kind text, activity_identifier text' },
    { name: 'staged_relations', columns: 'no integer, place integer, type text, identifier text' },
    { name: 'staged_contacts', columns: 'no integer, place integer, content jsonb' },
  ],
  rows,
  apply: [
    `insert into activities_versions (id, owner_id, audience, circle_id, batch_id, file_id, line, source_id, identifier, standard, reporting_key, reporting_name, title, title_language,
       status, starts_on, ends_on, ends_for_sure, hierarchy, last_updated_on, currency, humanitarian, places, sectors, place_shares, sector_shares, transactions, spent, spent_order, content, content_hash,
       search, illustrative, as_of, elements_expected, elements_given, elements_missing, errors, warnings, advice, flows, flows_named, span)
     select v.new_id, ${shared}, s.file_id, s.line, v.source_id, s.identifier, s.standard, s.reporting_key, s.reporting_name, s.title, s.title_language,
       s.status, s.starts_on, s.ends_on, s.ends_for_sure, s.hierarchy, s.last_updated_on, s.currency, s.humanitarian, s.places, s.sectors, s.place_shares, s.sector_shares, s.transactions, s.spent, s.spent_order, s.content, s.content_hash,
       to_tsvector('simple', s.search), b.illustrative, s.as_of, s.elements_expected, s.elements_given, s.elements_missing, s.errors, s.warnings, s.advice, s.flows, s.flows_named, s.span
     from staged_versions s, ${verdicts}`,
    `insert into activities_participations (version_id, no, owner_id, audience, circle_id, batch_id, role, organisation_key, name, kind, activity_identifier)
     select v.new_id, s.place, ${shared}, s.role, s.organisation_key, s.name, s.kind, s.activity_identifier from staged_participations s, ${verdicts}`,
    `insert into activities_relations (version_id, no, owner_id, audience, circle_id, batch_id, type, identifier)
     select v.new_id, s.place, ${shared}, s.type, s.identifier from staged_relations s, ${verdicts}`,
    // Personal data: members only, whoever may see the activity.
    `insert into activities_contacts (version_id, no, owner_id, audience, circle_id, batch_id, content, retain_until)
     select v.new_id, s.place, b.owner_id, case when b.audience = 'public' then 'network' else b.audience end, b.circle_id, b.batch_id, s.content, b.retain_until from staged_contacts s, ${verdicts}`,
  ],
  tables: [
    { name: 'activities_versions', column: 'id' },
    { name: 'activities_participations', column: 'version_id' },
    { name: 'activities_relations', column: 'version_id' },
    { name: 'activities_contacts', column: 'version_id' },
  ],
};
