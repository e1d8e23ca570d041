import type { z } from 'zod';
import { moneyFigure } from '../../kernel/figure.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { OutputOf } from '../../kernel/operation.ts';
import type { showActivity, VersionOrigin } from '../domain/contract.ts';
import { differencesOf } from '../domain/differences.ts';
import { full } from '../domain/lean.ts';
import { Activity } from '../domain/model.ts';
import { passportOfRow, recordsOf } from './figures.ts';
import { contactsOf, contentOf, familyOf, reportedOf, sumsOf, versionsOf, type Version } from './show-store.ts';
import { reportersOf } from './view-store.ts';

/** One activity with everything that is known of it; `member` may see contact persons. */
export async function shownActivity(tx: Tx, identifier: string, versionId: number | undefined, member: boolean, today: string): Promise<OutputOf<typeof showActivity>> {
  const versions = await versionsOf(tx, identifier);
  const shown = versionId === undefined ? versions[0] : versions.find((v) => v.id === versionId);
  if (!shown) throw new Problem('request.not-found', 'There is no such activity among those that you may see.');
  const records = await recordsOf(tx, [shown.reportingKey]);
  const [known] = await reportersOf(tx, [shown.id]);
  const passport = passportOfRow(shown, records, known ? { reported: known.reported, expected: known.expected } : null, today);
  const sums = await sumsOf(tx, shown.id);
  return {
    identifier,
    versions: versions.map((v) => originOf(v, v === versions[0])),
    shown: {
      origin: originOf(shown, shown === versions[0]),
      activity: full(Activity, await contentOf(tx, shown.id)),
      ...(await reportedOf(tx, shown.id)),
      problems: shown.errors + shown.warnings + shown.advice,
    },
    differences: differencesOf(versions.map((v) => ({ versionId: v.id, fields: fieldsOf(v) }))),
    family: await familyOf(tx, shown.id, identifier),
    totals: sums.map((s) => ({ type: s.type, figure: moneyFigure(s.sum, s.currency, passport) })),
    contacts: member ? (await contactsOf(tx, shown.id)).map((c) => c.content ?? { erasedAt: c.erasedAt }) : null,
  };
}

function originOf(v: Version, counted: boolean): z.input<typeof VersionOrigin> {
  return {
    versionId: v.id, source: v.source, owner: v.owner, audience: v.audience, batchId: v.batchId, fileId: v.fileId, file: v.file, line: v.line,
    standard: v.standard.replace(/^iati /, ''), lastUpdatedOn: v.lastUpdatedOn, counted, illustrative: v.illustrative,
  };
}

/** What is compared between versions: what the page shows at its top, and the sums. */
function fieldsOf(v: Version): Record<string, string | null> {
  const list = (all: readonly string[]) => (all.length === 0 ? null : [...all].sort().join(', '));
  return {
    title: v.title, reporter: v.reportingName ?? v.reportingKey, status: v.status, startsOn: v.startsOn, endsOn: v.endsOn, lastUpdatedOn: v.lastUpdatedOn, hierarchy: v.hierarchy === null ? null : String(v.hierarchy),
    places: list(v.places), sectors: list(v.sectors), transactions: String(v.transactions), spent: list(Object.entries(v.spent).map(([currency, sum]) => `${sum} ${currency}`)),
  };
}
