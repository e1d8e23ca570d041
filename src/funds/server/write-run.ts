import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { text } from '../../intake/domain/copy-text.ts';
import type { Tx } from '../../platform/db/pool.ts';
import { ASIDE } from '../domain/ledger/facts.ts';

/** Bytes that are sent in one piece: far above what a socket takes without waiting, see {@link copyLines}. */
const PIECE = 256 * 1024;

/**
 * Sends lines into a temporary table, as fast as the server takes them. Two buffers are filled in turns, so that memory
 * stays what it is: a piece is larger than a socket's mark of fullness, so its callback comes when it has gone out.
 */
export async function copyLines(tx: Tx, table: string, lines: Iterable<string>): Promise<number> {
  const stream = tx.client.query(copyFrom(`copy ${table} from stdin`));
  const ended = finished(stream);
  ended.catch(() => {}); // told again below, when it is waited for
  const rooms = [Buffer.allocUnsafeSlow(PIECE), Buffer.allocUnsafeSlow(PIECE)];
  const gone: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
  let [count, turn, used] = [0, 0, 0];
  const send = (piece: Buffer): Promise<unknown> => Promise.race([new Promise<void>((resolve, reject) => { stream.write(piece, (error) => (error ? reject(error) : resolve())); }), ended]);
  for (const line of lines) {
    count++;
    // UTF-8 takes at most three bytes for each unit of a string.
    if (used + line.length * 3 + 1 > PIECE) {
      const sent = send(rooms[turn]!.subarray(0, used));
      sent.catch(() => {}); // told when its buffer is needed again, or by the end
      gone[turn] = sent;
      turn = 1 - turn;
      await gone[turn];
      used = 0;
    }
    const room = rooms[turn]!;
    used += room.write(line, used);
    room[used++] = LINE_END;
  }
  stream.end(rooms[turn]!.subarray(0, used));
  await ended;
  return count;
}

const LINE_END = 10;

const planColumns = ['kind', 'counts', 'year', 'place', 'sector', 'currency', 'reporter', 'rate', 'grade', 'amount', 'cents', 'facts', 'plans', 'place_firsts', 'sector_firsts'] as const;

/** Columns of funds_facts, in the order in which lines hold them. */
export const factColumns = [
  'transaction_id', 'version_id', 'cents', 'own_cents', 'less_cents', 'more_cents', 'provider', 'receiver', 'reporter', 'year', 'rate', 'part', 'kind', 'seen', 'inside', 'grade',
  'type', 'currency', 'place', 'sector', 'amount', 'own',
] as const;

/** What the facts of one sum have in common, and what of them is added up. */
const alike = ['provider', 'receiver', 'reporter', 'year', 'rate', 'kind', 'seen', 'inside', 'grade', 'type', 'currency', 'place', 'sector'] as const;
/** How much of a row is from the provider's own or an unrecorded source: 0 nothing of it, 1 a part, 2 all. */
export const owned = 'case when own_cents = 0 then 0 when own_cents = cents then 2 else 1 end';
const added = ['cents', 'own_cents', 'less_cents', 'more_cents', 'amount', 'own'] as const;

const partyColumns = ['no', 'organisation_key', 'inflow_cents', 'outflow_cents', 'inside', 'reports', 'publisher'] as const;

/**
 * COPY cannot write into tables under row-level security: lines go into temporary tables first. They have the column
 * types of the real ones and no constraints.
 */
export async function makeStaging(tx: Tx): Promise<void> {
  await tx.query(`create temporary table recounted_facts on commit drop as select ${factColumns.join(', ')}, true as place_first, true as sector_first from funds_facts limit 0`);
  await tx.query(`create temporary table recounted_plans on commit drop as select ${planColumns.join(', ')} from funds_plans limit 0`);
  await tx.query(`create temporary table recounted_parties on commit drop as select ${partyColumns.join(', ')} from funds_parties limit 0`);
}

/** Moves what was staged into the run's own rows; names and kinds of organisations as most rows say them. */
export async function moveIn(tx: Tx, runId: number, scope: string): Promise<void> {
  await tx.query(`insert into funds_facts (${factColumns.join(', ')}, run_id, scope) select ${factColumns.join(', ')}, $1, $2 from recounted_facts`, [runId, scope]);
  await tx.query(
    `insert into funds_sums (${[...alike, ...added].join(', ')}, owned, aside, facts, transactions, place_firsts, sector_firsts, run_id, scope)
     select ${alike.join(', ')}, ${added.map((c) => `sum(${c})`).join(', ')}, ${owned}, part >= ${ASIDE}, count(*), count(*) filter (where part % ${ASIDE} = 0),
       count(*) filter (where place_first), count(*) filter (where sector_first), $1, $2
     from recounted_facts group by ${alike.join(', ')}, ${owned}, part >= ${ASIDE}`, [runId, scope]);
  await tx.query(`insert into funds_plans (${planColumns.join(', ')}, run_id, scope) select ${planColumns.join(', ')}, $1, $2 from recounted_plans`, [runId, scope]);
  await tx.query(
    `insert into funds_parties (${partyColumns.join(', ')}, run_id, scope, name, kind)
     select ${partyColumns.map((c) => `p.${c}`).join(', ')}, $1, $2, s.name, s.kind
     from recounted_parties p left join (
       select distinct on (organisation_key) organisation_key, name, kind from organisations_sightings
       where name is not null order by organisation_key, times desc, name) s using (organisation_key)`, [runId, scope]);
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
