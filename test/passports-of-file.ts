import { passportOf } from '../src/activities/domain/passports.ts';
import { publisherRecord, recordOf, type ActivityRecord } from '../src/activities/domain/publisher-record.ts';
import { openIati } from '../src/intake/server/iati-records.ts';
import { combine } from '../src/kernel/passport-algebra.ts';
import type { Passport } from '../src/kernel/passport.ts';
import { organisationKey } from '../src/organisations/domain/fold.ts';

export type FilePassports = { passports: Passport[]; whole: Passport; given: number; expected: number; day: string };

type Read = ActivityRecord & { lastUpdatedOn: string | null; key: string; name: string | null; status: string | null; named: number; partners: string[] };

/** Passports of what was spent, activity by activity, and of the file as a whole, as if the file were all there is. */
export function passportsOfFile(text: string, today?: string): FilePassports {
  const all: Read[] = [];
  const reader = openIati('2026-11-22', {
    problem() {}, keptOut() {},
    record(r) {
      const o = r.activity.reportingOrganisation;
      const name = o.names[0]?.text ?? null;
      const partners = [o, ...r.activity.participatingOrganisations].flatMap((p) => (p.ref === null ? [] : [organisationKey({ ref: p.ref })])).filter((k) => k !== null);
      all.push({ ...recordOf(r), lastUpdatedOn: r.activity.lastUpdatedAt?.slice(0, 10) ?? null, key: organisationKey({ ref: o.ref, name }) ?? '?', name, status: r.activity.status, partners: [...new Set(partners)] });
    },
  });
  reader.write(text);
  reader.end();
  const publishers = new Map([...new Set(all.map((r) => r.key))].map((key) => [key, publisherRecord(all.filter((r) => r.key === key))]));
  const day = today ?? all.flatMap((r) => (r.asOf === null ? [] : [r.asOf])).sort().at(-1) ?? '2026-11-22';
  const reported = (keys: readonly string[]) => ({ reported: keys.filter((k) => publishers.has(k)).length, expected: keys.length });
  const passports = all.map((r) => passportOf({
    key: r.key, name: r.name, record: publishers.get(r.key)!, asOf: r.asOf, asOfLatest: r.asOf, ended: r.status === '4' || r.status === '5', errors: r.errors, flows: r.flows, named: r.named,
    audience: { audience: 'public', circleId: null }, completeness: reported(r.partners), conflicts: 0, rows: { operation: 'activities.list', input: {} },
  }, day));
  const whole = { ...combine(passports), completeness: reported([...new Set(all.flatMap((r) => r.partners))]) };
  return { passports, whole, given: all.reduce((sum, r) => sum + r.given, 0), expected: all.reduce((sum, r) => sum + r.expected, 0), day };
}
