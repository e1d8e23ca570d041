import { reliabilityOf } from '../../activities/domain/publisher-record.ts';
import type { Grade, Reliability } from '../../kernel/passport.ts';
import type { Tx } from '../../platform/db/pool.ts';
import type { Book } from '../domain/ledger/book.ts';
import { count, METHOD, type Ledger } from '../domain/ledger/count.ts';
import { roundTrip } from '../domain/ledger/cycles.ts';
import { factsOf } from '../domain/ledger/facts.ts';
import { judged } from '../domain/judged.ts';
import { loadBook, type Loaded } from './load-book.ts';
import { planLines } from './plan-lines.ts';
import type { RunSummary } from './run.ts';
import { copyLines, factColumns, lineOf, makeStaging, moveIn } from './write-run.ts';

export type Recounted = { runId: number; scope: string; generation: number; transactions: number; facts: number; ms: Record<string, number> };

/**
 * Counts the ledger of the scope that the transaction's claims stand for (purpose `job`), and puts the new run in the
 * place of the old one, all in this transaction; readers see the old run until it commits. Best in one snapshot
 * (`repeatable read`), so that an import that commits meanwhile is seen wholly or not at all.
 */
export async function recountScope(tx: Tx): Promise<Recounted> {
  const watch = stopwatch();
  const { rows: [now] } = await tx.query('select number, funds_claim_scope() as scope from funds_generation where network_id = 1');
  const scope = now!['scope'] as string;
  const generation = now!['number'] as number;
  const { rows: [run] } = await tx.query('insert into funds_runs (scope, generation, currency, method) values ($1, $2, $3, $4) returning id', [scope, generation, 'EUR', METHOD]);
  const runId = run!['id'] as number;
  const loaded = await loadBook(tx);
  watch.lap('load');
  const ledger = count(loaded.book);
  watch.lap('count');
  await makeStaging(tx);
  const gradeOf = gradesOf(loaded.publishers);
  const facts = await copyLines(tx, 'recounted_facts', factLines(loaded, ledger, gradeOf));
  await copyLines(tx, 'recounted_plans', planLines(loaded, gradeOf));
  await copyLines(tx, 'recounted_parties', partyLines(loaded, ledger));
  watch.lap('copy');
  await moveIn(tx, runId, scope);
  watch.lap('move');
  await tx.query('delete from funds_runs where scope = $1 and id <> $2', [scope, runId]);
  watch.lap('old');
  const summary: RunSummary = { ...circlesOf(loaded.book, ledger), rates: loaded.book.rates.used, transactions: loaded.book.rows - loaded.plans.length, facts, insideCount: ledger.inside.size, ms: watch.laps };
  await tx.query('update funds_runs set finished_at = clock_timestamp(), summary = $2 where id = $1', [runId, JSON.stringify(summary)]);
  return { runId, scope, generation, transactions: loaded.book.rows - loaded.plans.length, facts, ms: watch.laps };
}

/** The grade of a row by its publisher, what is known of it, and who stands on the other side. */
type GradeOf = (reporter: number, seen: number, other?: number) => Grade;

function gradesOf(publishers: Loaded['publishers']): GradeOf {
  const reliability = new Map([...publishers].map(([organisation, record]) => [organisation, reliabilityOf(record).reliability]));
  const grades = new Map<string, Grade>();
  return (reporter, seen, other = 0) => {
    const [mine, theirs] = [reliability.get(reporter) ?? 'F', reliability.get(other) ?? 'F'] as [Reliability, Reliability];
    const key = `${mine}${seen}${theirs}`;
    let grade = grades.get(key);
    if (grade === undefined) grades.set(key, (grade = judged(mine, seen, theirs).grade));
    return grade;
  };
}

function* factLines({ book, shares, splits, plans }: Loaded, ledger: Ledger, gradeOf: GradeOf): Generator<string> {
  const { columns: c } = book;
  const line: (string | number | boolean | null)[] = Array.from({ length: factColumns.length + 2 }, () => null);
  for (let i = 0; i < book.rows - plans.length; i++) {
    const { id: version, reporter } = book.versionOf(i);
    const [provider, receiver] = [c.provider[i]!, c.receiver[i]!];
    const seen = c.seen[i]!;
    const other = provider === reporter ? receiver : provider;
    line[6] = provider;
    line[7] = receiver;
    line[8] = reporter;
    line[9] = c.year[i] === 0 ? null : c.year[i]!;
    line[10] = c.rate[i]!;
    line[13] = seen;
    line[14] = (ledger.inside.has(provider) ? 1 : 0) + (ledger.inside.has(receiver) ? 2 : 0);
    line[15] = gradeOf(reporter, seen, other);
    line[16] = c.type[i] === 0 ? null : String(c.type[i]);
    line[17] = book.currencies.text(c.currency[i]!) || '?';
    const split = shares.split({ places: c.places[i]!, sectors: c.sectors[i]! }, splits[c.version[i]!]!);
    for (const f of factsOf(book, i, book.amountOf(i), split)) {
      line[0] = c.id[i]!;
      line[1] = version;
      line[2] = f.cents;
      line[3] = f.ownCents;
      line[4] = f.lessCents;
      line[5] = f.moreCents;
      line[11] = f.part;
      line[12] = f.kind;
      line[18] = f.place;
      line[19] = f.sector;
      line[20] = f.amount;
      line[21] = f.own;
      line[22] = f.placeFirst;
      line[23] = f.sectorFirst;
      yield lineOf(line);
    }
  }
}

function* partyLines({ book, publishers }: Loaded, ledger: Ledger): Generator<string> {
  for (let no = 1; no < book.organisations.size; no++) {
    const { inflow, outflow } = ledger.balances[no] ?? { inflow: 0, outflow: 0 };
    const publisher = publishers.get(no);
    yield lineOf([no, book.organisations.text(no), inflow, outflow, ledger.inside.has(no), publisher !== undefined, publisher ? JSON.stringify(publisher) : null]);
  }
}

/** At most so many circles are kept; real data has few, and a list of thousands helps nobody. */
const CIRCLES = 100;

/** Circles of money by organisation, in the order in which it goes round, and all circles by activity. */
function circlesOf(book: Book, ledger: Ledger): Pick<RunSummary, 'cycles' | 'circles'> {
  const names = (activities: readonly number[]): string[] => activities.map((a) => book.activities.text(a));
  const funding = ledger.fundingCycles.slice(0, CIRCLES).map((group) => roundTrip(ledger.funds, group));
  const owners = ledger.owners;
  return {
    cycles: funding.map((round) => round.map((a) => owners.get(a) ?? 0).filter((o, i, all) => o !== 0 && o !== all[(i + all.length - 1) % all.length])).filter((round) => round.length > 1),
    circles: [
      ...funding.map((activities) => ({ kind: 'funding' as const, activities: names(activities) })),
      ...ledger.relationCycles.slice(0, CIRCLES).map((activities) => ({ kind: 'relation' as const, activities: names(activities) })),
    ],
  };
}

function stopwatch(): { laps: Record<string, number>; lap(name: string): void } {
  const laps: Record<string, number> = {};
  let at = performance.now();
  return {
    laps,
    lap(name) {
      const now = performance.now();
      laps[name] = Math.round(now - at);
      at = now;
    },
  };
}

