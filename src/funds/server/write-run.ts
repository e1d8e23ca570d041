import { finished } from 'node:stream/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { text } from '../../intake/domain/copy-text.ts';
import type { Tx } from '../../platform/db/pool.ts';
import { ASIDE } from '../domain/ledger/facts.ts';

/** Columns of funds_facts that all parts of a transaction share, and those of each part, in the order in which lines hold them. */
const shared = ['transaction_id', 'version_id', 'provider', 'receiver', 'reporter', 'year', 'rate', 'readers', 'seen', 'inside', 'grade', 'repeated', 'type', 'currency'] as const;
const ofPart = ['part', 'kind', 'cents', 'own_cents', 'less_cents', 'more_cents', 'owned', 'amount', 'own', 'place', 'sector', 'place_first', 'sector_first'] as const;
const factColumns = [...shared, ...ofPart].join(', ');
const planColumns = ['kind', 'counts', 'year', 'place', 'sector', 'currency', 'reporter', 'rate', 'readers', 'grade', 'amount', 'cents', 'facts', 'plans', 'place_firsts', 'sector_firsts'].join(', ');
const partyColumns = ['no', 'organisation_key', 'inflow_cents', 'outflow_cents', 'inside', 'reports', 'publisher'] as const;

/** What the facts of one sum have in common, and what of them is added up. */
const alike = ['provider', 'receiver', 'reporter', 'year', 'rate', 'readers', 'kind', 'seen', 'inside', 'grade', 'owned', 'repeated', 'type', 'currency', 'place', 'sector'].join(', ');
const added = ['cents', 'own_cents', 'less_cents', 'more_cents', 'amount', 'own'] as const;

/**
 * COPY cannot write into tables under row-level security: lines go into temporary tables first, a portion at a time. They
 * have the column types of the real ones and no constraints.
 */
export async function makeStaging(tx: Tx): Promise<void> {
  await tx.query(`create temporary table recounted_facts on commit drop as select ${factColumns} from funds_facts limit 0`);
  await tx.query(`create temporary table recounted_plans on commit drop as select ${planColumns} from funds_plans limit 0`);
  await tx.query(`create temporary table recounted_parties on commit drop as select ${partyColumns.join(', ')} from funds_parties limit 0`);
}

/** From lines in a temporary table to the run's own rows. */
type Into = { staging: string; statement: string };

export const facts: Into = { staging: 'recounted_facts', statement: `insert into funds_facts (${factColumns}, run_id, scope) select ${factColumns}, $1, $2 from recounted_facts` };
export const plans: Into = { staging: 'recounted_plans', statement: `insert into funds_plans (${planColumns}, run_id, scope) select ${planColumns}, $1, $2 from recounted_plans` };
/** Names and kinds of organisations as most rows say them. */
export const parties: Into = {
  staging: 'recounted_parties',
  statement:
    `insert into funds_parties (${partyColumns.join(', ')}, run_id, scope, name, kind)
     select ${partyColumns.map((c) => `p.${c}`).join(', ')}, $1, $2, s.name, s.kind
     from recounted_parties p left join (
       select distinct on (organisation_key) organisation_key, name, kind from organisations_sightings
       where name is not null order by organisation_key, times desc, name) s using (organisation_key)`,
};

/** What overviews add up, once all facts are there. */
const sums = `
  insert into funds_sums (${alike}, ${added.join(', ')}, aside, facts, transactions, place_firsts, sector_firsts, run_id, scope)
  select ${alike}, ${added.map((c) => `sum(${c})`).join(', ')}, part >= ${ASIDE}, count(*), count(*) filter (where part % ${ASIDE} = 0),
    count(*) filter (where place_first), count(*) filter (where sector_first), $1, $2
  from funds_facts where run_id = $1 group by ${alike}, part >= ${ASIDE}`;

/** Bytes of lines that are stored at once. */
const PORTION = 2 * 1024 * 1024;
/** After so many lines everything else gets a turn: the connection that sends, and in the server its requests. */
const LINES = 500;

/** Writes the rows of a run: one portion is stored while the next is made, and no more, so that memory stays what it is. */
export class RunWriter {
  #rooms = [Buffer.allocUnsafeSlow(PORTION), Buffer.allocUnsafeSlow(PORTION)];
  #stored: Promise<unknown> = Promise.resolve();

  constructor(private readonly tx: Tx, private readonly runId: number, private readonly scope: string) {}

  /** Writes lines and answers how many there were; the last portion may still be under way, see {@link end}. */
  async write(into: Into, lines: Iterable<string>): Promise<number> {
    let [count, used] = [0, 0];
    for (const line of lines) {
      // UTF-8 takes at most three bytes for each unit of a string.
      if (used + line.length * 3 + 1 > PORTION) {
        await this.#store(into, used);
        used = 0;
      }
      const room = this.#rooms[0]!;
      used += room.write(line, used);
      room[used++] = LINE_END;
      if (++count % LINES === 0) await turn();
    }
    if (used > 0) await this.#store(into, used);
    return count;
  }

  /** Adds the facts up, as soon as the last of them is stored. */
  addUp(): void {
    this.#next(async () => {
      // No statistics know the new rows: sorting them by sixteen columns seems cheap and takes five times as long as hashing.
      await this.tx.query('set local enable_sort = off');
      await this.tx.query(sums, [this.runId, this.scope]);
      await this.tx.query('set local enable_sort = on');
    });
  }

  async end(): Promise<void> {
    await this.#stored;
  }

  /** Waits for the portion before this one; then its room is free for the next. */
  async #store(into: Into, used: number): Promise<void> {
    await this.#stored;
    const portion = this.#rooms[0]!.subarray(0, used);
    this.#next(async () => this.#storePortion(into, portion));
    this.#rooms.reverse();
  }

  #next(step: () => Promise<unknown>): void {
    this.#stored = this.#stored.then(step);
    this.#stored.catch(() => {}); // told when it is waited for
  }

  async #storePortion({ staging, statement }: Into, portion: Buffer): Promise<void> {
    const copy = this.tx.client.query(copyFrom(`copy ${staging} from stdin`));
    copy.end(portion);
    await finished(copy);
    await this.tx.query(statement, [this.runId, this.scope]);
    await this.tx.query(`truncate ${staging}`);
  }
}

const LINE_END = 10;

/** Removes what was counted before, in one statement; readers see it until the transaction commits. */
export async function removeOther(tx: Tx, runId: number, scope: string): Promise<void> {
  await tx.query(`
    with other as (delete from funds_runs where scope = $1 and id <> $2 returning id),
      facts as (delete from funds_facts using other where run_id = other.id), sums as (delete from funds_sums using other where run_id = other.id)
    delete from funds_plans using other where run_id = other.id`, [scope, runId]);
}

/** Fields of one line; null as COPY writes it. */
export const lineOf = (fields: readonly (string | number | boolean | null)[]): string => {
  let line = '';
  for (let i = 0; i < fields.length; i++) {
    const f = fields[i]!;
    line += (i === 0 ? '' : '\t') + (f === null ? '\\N' : typeof f === 'string' ? text(f) : String(f));
  }
  return line;
};
