import type { AudienceChoice } from '../../kernel/audience.ts';
import { countFigure, moneyFigure, type Figure } from '../../kernel/figure.ts';
import { combine, nothingBehind } from '../../kernel/passport-algebra.ts';
import { trimmed, type Passport, type Rows } from '../../kernel/passport.ts';
import type { Queryable } from '../../platform/db/rows.ts';
import { passportOf, withReason } from '../domain/passports.ts';
import { REPORTING_CURRENCY } from '../../funds/domain/parameters.ts';
import type { PublisherRecord } from '../domain/publisher-record.ts';
import { groupsOf, publishers, reporters, reportersOf, type ActivityFilter, type GroupRow, type PublisherRow, type RowOfList } from './view-store.ts';

/** Records of publishers by key. */
export type Records = ReadonlyMap<string, PublisherRecord>;
const NOTHING_KNOWN: PublisherRecord = { activities: 0, expected: 0, given: 0, flawed: 0, flows: 0, named: 0, latest: null, days: [], span: null };
const recordOf = (row: PublisherRow): PublisherRecord => ({ ...row, days: row.days ?? [] });

export async function recordsOf(tx: Queryable, keys: readonly string[] | null): Promise<Records> {
  if (keys?.length === 0) return new Map();
  return new Map((await publishers(tx, keys)).map((p) => [p.key, recordOf(p)]));
}

/** Audience of several rows: two circles have no common name, so only the owner may be sure to read both. */
const audienceOf = (g: Pick<GroupRow, 'audience' | 'circles' | 'circleId'>): AudienceChoice =>
  g.audience !== 'circle' ? { audience: g.audience, circleId: null } : g.circles === 1 ? { audience: 'circle', circleId: g.circleId } : { audience: 'owner', circleId: null };

/** The passport of a count over all activities of a view; `more` is a further SQL condition on them. */
export async function passportOfView(tx: Queryable, filter: ActivityFilter, today: string, rows: Rows, more?: string): Promise<{ count: number; passport: Passport }> {
  const groups = await groupsOf(tx, filter, more);
  if (groups.length === 0) return { count: 0, passport: { ...nothingBehind(), rows } };
  const records = await recordsOf(tx, groups.length > 500 ? null : groups.map((g) => g.reportingKey));
  const parts = groups.map((g) => passportOf({
    key: g.reportingKey, name: g.reportingName, record: records.get(g.reportingKey) ?? NOTHING_KNOWN, asOf: g.unknownDays > 0 ? null : g.asOf, asOfLatest: g.asOfLatest, ended: g.ended === g.count,
    errors: g.errors, flows: g.flows, named: g.named, audience: audienceOf(g), completeness: null, conflicts: g.several, rows,
  }, today));
  const whole = combine(parts, groups.map((g) => g.count));
  const { expected, reported } = await reporters(tx, filter);
  return {
    count: groups.reduce((sum, g) => sum + g.count, 0),
    passport: trimmed({ ...whole, completeness: { reported, expected }, missingReporters: expected - reported, rows }),
  };
}

/** What was spent, for each row of a list. */
export async function spentFigures(tx: Queryable, list: readonly RowOfList[], today: string): Promise<Map<number, Figure>> {
  const records = await recordsOf(tx, [...new Set(list.map((r) => r.reportingKey))]);
  const known = new Map((await reportersOf(tx, list.map((r) => r.id))).map((r) => [r.versionId, { reported: r.reported, expected: r.expected }]));
  return new Map(list.map((r) => [r.id, spentFigure(r, passportOfRow(r, records, known.get(r.id) ?? null, today))]));
}

export function passportOfRow(r: RowOfList, records: Records, completeness: Passport['completeness'], today: string): Passport {
  return passportOf({
    key: r.reportingKey, name: r.reportingName, record: records.get(r.reportingKey) ?? NOTHING_KNOWN, asOf: r.asOf, asOfLatest: r.asOf, ended: r.status === '4' || r.status === '5',
    errors: r.errors, flows: r.flows, named: r.flowsNamed, audience: { audience: r.audience, circleId: r.audience === 'circle' ? r.circleId : null }, batchId: r.batchId, completeness,
    conflicts: r.versions > 1 ? 1 : 0, rows: { operation: 'activities.show', input: { identifier: r.identifier } },
  }, today);
}

/** Several currencies have no sum without a rate: the page of the activity lists each. */
function spentFigure(r: Pick<RowOfList, 'spent' | 'currency'>, passport: Passport): Figure {
  const sums = Object.entries(r.spent);
  if (sums.length === 1) return moneyFigure(sums[0]![1], sums[0]![0], passport);
  // Nothing published is not nothing spent: many publish plans and no payment.
  if (sums.length === 0) return moneyFigure(null, r.currency ?? REPORTING_CURRENCY, withReason(passport, 'activities.no-payment', {}));
  return moneyFigure(null, r.currency ?? sums[0]![0], withReason(passport, 'activities.several-currencies', { currencies: sums.map(([c]) => c).sort().join(', ') }));
}

export const count = (n: number, of: string, passport: Passport): Figure => countFigure(n, of, passport);
