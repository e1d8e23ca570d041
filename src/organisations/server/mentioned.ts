import type { z } from 'zod';
import { passportOf } from '../../activities/domain/passports.ts';
import type { PublisherRecord } from '../../activities/domain/publisher-record.ts';
import type { AudienceChoice } from '../../kernel/audience.ts';
import { countFigure, type Figure } from '../../kernel/figure.ts';
import { combine, nothingBehind } from '../../kernel/passport-algebra.ts';
import { trimmed } from '../../kernel/passport.ts';
import type { Queryable } from '../../platform/db/rows.ts';
import { isNameKey } from '../domain/fold.ts';
import type { Mentioned, showMentioned } from '../domain/contract.ts';
import * as store from './mentioned-store.ts';

const NOTHING_KNOWN: PublisherRecord = { activities: 0, expected: 0, given: 0, flawed: 0, flows: 0, named: 0, latest: null, days: [], span: null };
const PARTNERS = 50;

/** Audience of several rows: two circles have no common name, so only the owner may be sure to read both. */
const audienceOf = (g: store.GroupRow): AudienceChoice =>
  g.audience !== 'circle' ? { audience: g.audience, circleId: null } : g.circles === 1 ? { audience: 'circle', circleId: g.circleId } : { audience: 'owner', circleId: null };

/** Organisations by their keys, in that order: their names, and how many activities name them, with a passport. */
export async function mentionedBy(tx: Queryable, keys: readonly string[], today: string): Promise<Mentioned[]> {
  return mentioned(tx, keys, await store.aliasesOf(tx, keys), today);
}

async function mentioned(tx: Queryable, keys: readonly string[], aliases: readonly store.Alias[], today: string): Promise<Mentioned[]> {
  const figures = await figuresOf(tx, aliases, today);
  const names = new Map((await store.namesOf(tx, aliases)).map((n) => [n.key, n]));
  return keys.map((key) => {
    const said = names.get(key);
    return {
      key, kind: said?.kind ?? null, reports: said?.reports ?? false, names: said?.names ?? [],
      name: said?.names[0]?.name ?? (isNameKey(key) ? key.slice('name:'.length) : key),
      activities: figures(key, null),
    };
  });
}

/** One organisation with its roles and partners; undefined: nothing that the reader may see speaks of it. */
export async function shownOrganisation(tx: Queryable, asked: string, today: string): Promise<z.output<typeof showMentioned['output']> | undefined> {
  const key = await store.keyOf(tx, asked);
  if (key === undefined) return undefined;
  const aliases = await store.aliasesOf(tx, [key]);
  const [one] = await mentioned(tx, [key], aliases, today);
  const figures = await figuresOf(tx, aliases, today, true);
  const partners = await store.partnersOf(tx, aliases, PARTNERS);
  return {
    ...one!,
    roles: figures.roles(key).map((role) => ({ role: role ?? '?', activities: figures(key, role) })),
    partners: partners.map((p) => ({ ...p, name: p.name ?? (isNameKey(p.key) ? p.key.slice('name:'.length) : p.key) })),
  };
}

/** Counts of activities with their passports: one part for each publisher, combined by the kernel's algebra. */
async function figuresOf(tx: Queryable, aliases: readonly store.Alias[], today: string, byRole = false) {
  const groups = await store.groupsOf(tx, aliases, byRole);
  const records = new Map((await store.publishersOf(tx, [...new Set(groups.map((g) => g.reportingKey))])).map((p) => [p.key, { ...p, days: p.days ?? [] }]));
  const figure = (key: string, role: string | null): Figure => {
    const rows = { operation: 'activities.list', input: { organisation: key } };
    const mine = groups.filter((g) => g.key === key && g.role === role);
    if (mine.length === 0) return countFigure(0, 'activities', { ...nothingBehind(), rows });
    const whole = combine(mine.map((g) => passportOf({
      key: g.reportingKey, name: g.reportingName, record: records.get(g.reportingKey) ?? NOTHING_KNOWN, asOf: g.unknownDays > 0 ? null : g.asOf, asOfLatest: g.asOfLatest, ended: g.ended === g.count,
      errors: g.errors, flows: g.flows, named: g.named, audience: audienceOf(g), completeness: null, conflicts: g.several, rows,
    }, today)), mine.map((g) => g.count));
    const { expected, reported } = mine[0]!;
    return countFigure(mine.reduce((sum, g) => sum + g.count, 0), 'activities', trimmed({ ...whole, completeness: { reported, expected }, missingReporters: expected - reported, rows }));
  };
  return Object.assign(figure, { roles: (key: string) => groups.filter((g) => g.key === key).map((g) => g.role).filter((r, i, all) => all.indexOf(r) === i) });
}
