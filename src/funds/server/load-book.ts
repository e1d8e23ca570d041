import Cursor from 'pg-cursor';
import type { AudienceChoice } from '../../kernel/audience.ts';
import { publisherColumns, type PublisherRecord } from '../../activities/domain/publisher-record.ts';
import type { Tx } from '../../platform/db/pool.ts';
import { Rates, type OwnRate } from '../domain/convert.ts';
import { Book, BUDGET, PLANNED, type NamedEnd } from '../domain/ledger/book.ts';
import { Shares } from '../domain/ledger/shares.ts';
import { REPORTING_CURRENCY } from '../domain/parameters.ts';

/** How many rows are in memory beside the book. */
const AT_A_TIME = 2_000;

/** Everything of a scope that a recount looks at. */
export type Loaded = {
  book: Book;
  shares: Shares;
  /** Lists of shares of each version's activity, by the version's place in the book. */
  splits: { places: number; sectors: number }[];
  /** By organisation number. */
  publishers: ReadonlyMap<number, PublisherRecord>;
  /** Budgets and planned disbursements: their rows in the book, after all transactions, and their periods. */
  plans: { row: number; from: string | null; to: string | null }[];
};

/** Reads what the claims of the transaction may see; row-level security chooses the rows. */
export async function loadBook(tx: Tx): Promise<Loaded> {
  const book = new Book(new Rates(REPORTING_CURRENCY, await ownRates(tx)), await sameNames(tx));
  const shares = new Shares();
  const splits: Loaded['splits'] = [];
  for await (const some of rowsOf<VersionRow>(tx, versions)) for (const r of some) {
    book.addVersion({ id: r[0], identifier: r[1], reporter: r[2], hierarchy: r[3], lastUpdatedOn: r[4], ownFile: r[5], transactions: r[6], contentHash: r[7], reporterName: r[10] });
    splits.push({ places: shares.number(r[8]), sectors: shares.number(r[9]) });
  }
  book.chooseVersions();
  const publishers = await publishersOf(tx, book);
  for await (const some of rowsOf<[number, '1' | '2', string]>(tx, `select version_id, type, identifier from activities_relations where type in ('1', '2')`)) for (const r of some) {
    book.addRelation({ versionId: r[0], type: r[1], identifier: r[2] });
  }
  const { rows: [size] } = await tx.query('select (select count(*) from funds_transactions) + (select count(*) from funds_budgets) as rows');
  book.reserve(size!['rows'] as number);
  for await (const some of rowsOf<TransactionRow>(tx, transactions)) for (const r of some) {
    book.addTransaction({
      id: r[0], versionId: r[1], line: r[2], type: r[3], on: dayOf(r[4]), valueOn: dayOf(r[5]), amount: r[6], currency: r[7],
      provider: endOf(r[8], r[9]), receiver: endOf(r[10], r[11]),
      places: shares.number(r[12]), sectors: shares.number(r[13]), readers: readersOf(r[14], r[15]), repeated: r[16] === true,
    });
  }
  const plans: Loaded['plans'] = [];
  for await (const some of rowsOf<PlanRow>(tx, budgets)) for (const [versionId, no, kind, from, to, amount, currency, valueOn, audience, circleId] of some) {
    plans.push({ row: book.rows, from: dayOf(from), to: dayOf(to) });
    book.addTransaction({ id: -no, versionId, line: no, type: String(kind === 'budget' ? BUDGET : PLANNED), on: dayOf(from) ?? dayOf(to), valueOn: dayOf(valueOn), amount, currency, provider: nobody, receiver: nobody, readers: readersOf(audience, circleId) });
  }
  return { book, shares, splits, publishers, plans };
}

const nobody: NamedEnd = { organisation: null, activity: null };
const endOf = (organisation: string | null, activity: string | null): NamedEnd => (organisation === null && activity === null ? nobody : { organisation, activity });

const everybody: AudienceChoice = { audience: 'public', circleId: null };
const readersOf = (audience: AudienceChoice['audience'] | null, circleId: number | null): AudienceChoice => (audience === null ? everybody : { audience, circleId });

type VersionRow = [number, string, string, number | null, string | null, boolean, number, string, string, string, string | null];
const versions = `
  select v.id, v.identifier, v.reporting_key, v.hierarchy, v.last_updated_on, o.identifier is not distinct from v.reporting_key, v.transactions, encode(v.content_hash, 'hex'),
    v.place_shares::text, v.sector_shares::text, v.reporting_name
  from activities_versions v left join organisations_organisations o on o.id = v.owner_id`;

type TransactionRow = [number, number, number | null, string | null, string | null, string | null, string | null, string | null, string | null, string | null, string | null, string | null, string | null, string | null, AudienceChoice['audience'] | null, number | null, true | null];
/** What is as usual is left empty: a text fewer for each row. */
const transactions = `
  select id, version_id, line, type, on_day, nullif(value_on, on_day), amount::text, currency, provider_key, provider_activity, receiver_key, receiver_activity, places::text, sectors::text, nullif(audience, 'public'), circle_id, nullif(repeated, false)
  from funds_transactions`;

type PlanRow = [number, number, 'budget' | 'planned-disbursement', string | null, string | null, string | null, string | null, string | null, AudienceChoice['audience'] | null, number | null];
/** A revised plan takes the place of the original one of the same period. */
const budgets = `
  select version_id, no, kind, from_day, to_day, amount::text, currency, nullif(value_on, coalesce(from_day, to_day)), nullif(audience, 'public'), circle_id from (
    select *, max(coalesce(type, '1')) over (partition by version_id, kind, from_day, to_day) as latest from funds_budgets) b
  where coalesce(type, '1') = latest order by version_id, no`;

/** A day of the years 0001 to 9999, which is what a calendar day is here. */
const dayOf = (text: string | null): string | null => (text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? text : null);

/** Rates from people's own files: those that the reader's organisation keeps for itself first, then public ones, the latest file first. */
async function ownRates(tx: Tx): Promise<OwnRate[]> {
  const { rows } = await tx.query(`
    select currency, from_day, to_day, per_usd::text, source from funds_rates
    where owner_id = (select claim_organisation()) or audience = 'public'
    order by (audience <> 'public') desc, id desc`);
  return rows.map((r) => ({ currency: r['currency'], from: r['from_day'], to: r['to_day'], perUsd: r['per_usd'], source: r['source'] }) as OwnRate);
}

/** Keys made from names that exactly one identifier carries among the rows that are visible. */
async function sameNames(tx: Pick<Tx, 'query'>): Promise<Map<string, string>> {
  const { rows } = await tx.query(`
    select 'name:' || name_key as name, min(organisation_key) as key from organisations_sightings
    where name_key is not null and organisation_key not like 'name:%' group by name_key having count(distinct organisation_key) = 1`);
  return new Map(rows.map((r) => [r['name'] as string, r['key'] as string]));
}

/** What every publisher's files tell of its care; of two keys that are one organisation the one with more activities. */
async function publishersOf(tx: Tx, book: Book): Promise<Map<number, PublisherRecord>> {
  const { rows } = await tx.query(`select v.reporting_key as key, ${publisherColumns} from activities_versions v group by v.reporting_key order by activities, key`);
  return new Map(rows.map(({ key, ...record }) => [book.organisation(key as string), record as PublisherRecord]));
}

/** The rows of a statement as arrays, some thousand at a time; the next come while these are looked at. */
async function* rowsOf<R>(tx: Tx, sql: string): AsyncGenerator<R[]> {
  const cursor = tx.client.query(new Cursor<R>(sql, [], { rowMode: 'array' } as never));
  const read = (): Promise<R[]> => {
    const some = cursor.read(AT_A_TIME);
    some.catch(() => {}); // told when it is waited for
    return some;
  };
  try {
    let next = read();
    for (let some = await next; some.length > 0; some = await next) {
      next = read();
      yield some;
    }
  } finally {
    await cursor.close();
  }
}
