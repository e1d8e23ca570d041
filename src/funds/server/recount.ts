import { reliabilityOf } from '../../activities/domain/publisher-record.ts';
import type { Grade, Reliability } from '../../kernel/passport.ts';
import { NULL, text } from '../../intake/domain/copy-text.ts';
import type { TransactionOptions, Tx } from '../../platform/db/pool.ts';
import type { Book } from '../domain/ledger/book.ts';
import { count, METHOD, type Ledger } from '../domain/ledger/count.ts';
import { roundTrip } from '../domain/ledger/cycles.ts';
import { factsOf } from '../domain/ledger/facts.ts';
import { judged } from '../domain/judged.ts';
import type { Grain } from '../domain/splits.ts';
import { loadBook, type Loaded } from './load-book.ts';
import { planLines } from './plan-lines.ts';
import type { RunSummary } from './run.ts';
import { facts, lineOf, makeStaging, parties, plans, removeOther, RunWriter } from './write-run.ts';

export type Recounted = { runId: number; scope: string; generation: number; transactions: number; facts: number; ms: Record<string, number> };

/** One snapshot, so that an import that commits meanwhile is seen wholly or not at all; without a time limit. */
export const recounting: TransactionOptions = { purpose: 'job', timeoutMs: 0, isolation: 'repeatable read' };

/**
 * Counts the ledger of the scope that the transaction's claims stand for (purpose `job`), and puts the new run in the
 * place of the old one, all in this transaction; readers see the old run until it commits. Run it with {@link recounting}.
 */
export async function recountScope(tx: Tx): Promise<Recounted> {
  const watch = stopwatch();
  // The database notices within this time that whoever counts is gone, and rolls back.
  await tx.query(`set local client_connection_check_interval = '300ms'`);
  const { rows: [now] } = await tx.query('select number, funds_claim_scope() as scope from funds_generation where network_id = 1');
  const scope = now!['scope'] as string;
  const generation = now!['number'] as number;
  const { rows: [run] } = await tx.query('insert into funds_runs (scope, generation, currency, method) values ($1, $2, $3, $4) returning id', [scope, generation, 'EUR', METHOD]);
  const runId = run!['id'] as number;
  const loaded = await loadBook(tx);
  watch.lap('load');
  await makeStaging(tx);
  // The database does this while the ledger is counted here.
  const removed = removeOther(tx, runId, scope);
  removed.catch(() => {}); // told when it is waited for
  const ledger = count(loaded.book);
  await removed;
  watch.lap('count');
  const gradeOf = gradesOf(loaded.publishers);
  const writer = new RunWriter(tx, runId, scope);
  const written = await writer.write(facts, factLines(loaded, ledger, gradeOf));
  writer.addUp();
  watch.lap('facts');
  await writer.write(plans, planLines(loaded, gradeOf));
  watch.lap('plans');
  await writer.write(parties, partyLines(loaded, ledger));
  await writer.end();
  watch.lap('parties');
  const summary: RunSummary = { ...circlesOf(loaded.book, ledger), rates: loaded.book.rates.used, readers: loaded.book.readers.all, transactions: loaded.book.rows - loaded.plans.length, facts: written, insideCount: ledger.inside.size, ms: watch.laps };
  await tx.query('update funds_runs set finished_at = clock_timestamp(), summary = $2 where id = $1', [runId, JSON.stringify(summary)]);
  return { runId, scope, generation, transactions: loaded.book.rows - loaded.plans.length, facts: written, ms: watch.laps };
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

/** Lines in the order of `factColumns`: what a transaction's parts share is put together once. */
function* factLines({ book, shares, splits, plans: planned }: Loaded, ledger: Ledger, gradeOf: GradeOf): Generator<string> {
  const { columns: c } = book;
  const currencies = Array.from({ length: book.currencies.size }, (_, no) => text(book.currencies.text(no) || '?'));
  const ends = new Map<Grain, string>();
  for (let i = 0; i < book.rows - planned.length; i++) {
    const { id: version, reporter } = book.versionOf(i);
    const [provider, receiver, seen] = [c.provider[i]!, c.receiver[i]!, c.seen[i]!];
    const inside = (ledger.inside.has(provider) ? 1 : 0) + (ledger.inside.has(receiver) ? 2 : 0);
    const grade = gradeOf(reporter, seen, provider === reporter ? receiver : provider);
    const split = shares.split({ places: c.places[i]!, sectors: c.sectors[i]! }, splits[c.version[i]!]!);
    const head = `${c.id[i]}\t${version}\t${provider}\t${receiver}\t${reporter}\t${c.year[i] || NULL}\t${c.rate[i]}\t${c.readers[i]}\t${seen}\t${inside}\t${grade}\t${c.repeated[i]}\t${c.type[i] || NULL}\t${currencies[c.currency[i]!]}`;
    for (const f of factsOf(book, i, book.amountOf(i), split)) {
      let end = ends.get(f.grain);
      if (end === undefined) ends.set(f.grain, (end = `${text(f.grain.place)}\t${text(f.grain.sector)}\t${f.grain.placeFirst}\t${f.grain.sectorFirst}`));
      yield `${head}\t${f.part}\t${f.kind}\t${f.cents ?? NULL}\t${f.ownCents}\t${f.lessCents}\t${f.moreCents}\t${f.owned ?? NULL}\t${f.amount ?? NULL}\t${f.own}\t${end}`;
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

