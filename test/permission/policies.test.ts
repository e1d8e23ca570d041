import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedCast, type Seeded } from '../cast.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { historyCase, ownersCase, scopedCase, sharedCase, type Case } from './attempts.ts';
import { installProbe, noticed, probe, triers, type Outcome, type Trier } from './probe.ts';
import { isHistory, isOwners, isScoped, isShared, seedRows, tableShapes, type TableShape } from './rows.ts';
import { publicByAdministrators, seedSpecial, specialCases, stayingBatches } from './special.ts';

let db: TestDatabase;
let seeded: Seeded;
let who: Trier[];
let shapes: TableShape[];
const cases = new Map<string, Case>();
const baseline = new Map<string, Record<string, Outcome>>();

beforeAll(async () => {
  db = await freshDatabase();
  const su = db.superuser;
  seeded = await seedCast(su);
  who = triers(seeded);
  shapes = await tableShapes(su);
  const { third } = await seedSpecial(su, seeded);
  const parents = await seedRows(su, seeded, shapes);
  await su.query('update intake_batches set illustrative = true where owner_id = $1', [seeded.organisations.Alpha]);
  await installProbe(su);
  const special = specialCases(seeded, third);
  const wrapped: Record<string, typeof stayingBatches> = { funds_rates: publicByAdministrators, intake_batches: stayingBatches };
  const keepsPast = (t: TableShape) => shapes.some((s) => s.name === `${t.name}_history`);
  for (const t of shapes.filter((s) => !isHistory(s))) {
    const shared = isShared(t) ? sharedCase(t, seeded, parents, keepsPast(t)) : undefined;
    const found = special[t.name] ?? (shared ? (wrapped[t.name]?.(shared, t, seeded) ?? shared) : isOwners(t) ? ownersCase(t, seeded, parents) : isScoped(t) ? scopedCase(t, seeded, parents) : undefined);
    if (found) cases.set(t.name, found);
  }
  for (const t of shapes.filter(isHistory)) {
    const base = t.name.replace(/_history$/, '');
    if (cases.has(base)) cases.set(t.name, historyCase(t, cases.get(base)!, base));
  }
  for (const [table, c] of cases) baseline.set(table, await probe(su, who, c.attempts));
}, 300_000);
afterAll(() => db.dispose());

type Policy = { table: string; name: string; command: string; using: string | null; check: string | null };
const policies = async () => (await db.superuser.query<Policy>(
  `select tablename as table, policyname as name, cmd as command, qual as using, with_check as check from pg_policies where schemaname = 'public' order by 1, 2`)).rows;
const differs = ({ table }: { table: string }, change: string) => noticed(db.superuser, who, cases.get(table)!.attempts, baseline.get(table)!, change);

describe('what the database lets each of the cast do', () => {
  test('every table is looked at', () => {
    expect(shapes.map((t) => t.name).filter((t) => !cases.has(t))).toEqual([]);
    expect(shapes.length).toBeGreaterThan(20);
  });

  test('each table shows and takes exactly what it should, from whom it should', () => {
    for (const [table, c] of cases) expect({ table, ...baseline.get(table) }).toEqual({ table, ...Object.fromEntries(who.map((t) => [t.name, c.expected(t)])) });
  });

  test('something is shown, hidden, done and refused: the matrix is not empty', () => {
    const shared = baseline.get('intake_sources')!;
    expect(shared.stranger!.look).toEqual(['Alpha public', 'Beta public']);
    expect(shared.member!.look).toEqual(['Alpha network', 'Alpha public', 'Alpha valley', 'Beta network', 'Beta public', 'Gamma valley']);
    expect([shared.reporter!['change Alpha owner'], shared.reader!['change Alpha owner'], shared.neighbour!['change Alpha public'], shared.reporter!['give away Alpha owner']]).toEqual(['1, past 1', '0', '0', 'refused']);
  });
});

describe('no policy is superfluous, and none can be lost unnoticed', () => {
  test('asking twice gives the same answer: a difference is the policy’s doing', async () => {
    for (const [table, c] of cases) expect(await probe(db.superuser, who, c.attempts)).toEqual(baseline.get(table));
  }, 300_000);

  test('dropping any single policy is noticed', async () => {
    const all = await policies();
    expect(all.length).toBeGreaterThan(80);
    const unnoticed = [];
    for (const p of all) if (!(await differs(p, `drop policy ${p.name} on ${p.table}`))) unnoticed.push(`${p.table}: ${p.name}`);
    expect(unnoticed).toEqual([]);
  }, 300_000);

  /** Where the other half of the policy, or a trigger, refuses the same: opening this half alone opens nothing. */
  const guardedTwice = new Set([
    'access_audit: audit_add check',                        // access_audit_link says who, whatever was given
    'access_links: links_use check', 'access_sessions: sessions_change check', 'organisations_organisations: organisations_change check',   // the same claim in both halves
  ]);

  test('opening any single policy to everybody is noticed', async () => {
    const unnoticed = [];
    let opened = 0;
    for (const p of await policies()) {
      for (const [half, rule, sql] of [['using', p.using, 'using (true)'], ['check', p.check, 'with check (true)']] as const) {
        if (rule === null || rule === 'true') continue;
        opened++;
        if (!(await differs(p, `alter policy ${p.name} on ${p.table} ${sql}`))) unnoticed.push(`${p.table}: ${p.name} ${half}`);
      }
    }
    expect(opened).toBeGreaterThan(80);
    expect(unnoticed.filter((u) => !guardedTwice.has(u))).toEqual([]);
    expect(unnoticed.length).toBe(guardedTwice.size);   // no exception that is none any more
  }, 300_000);

  test('a table without its row-level security is noticed', async () => {
    const unnoticed = [];
    for (const table of cases.keys()) if (!(await differs({ table }, `alter table ${table} disable row level security`))) unnoticed.push(table);
    expect(unnoticed).toEqual(['organisations_organisations_history']);   // names of institutions are public, and were
  }, 120_000);
});
