import type { Appliers, BatchFacts } from '../domain/applier.ts';
import { repeatedSourceKey } from '../domain/source-key.ts';

/** Staging tables of intake's own; the slices' appliers add theirs. */
const own = [
  { name: 'staged_records', columns: 'no integer, file_id integer, source_id integer, line integer, identifier text, content_hash bytea' },
  { name: 'staged_problems', columns: 'file_id integer, severity text, code text, line integer, xpath text, record text, value text, params jsonb' },
] as const;

/** Tables that hold lines of a portion: filled by COPY, emptied after it. */
const linesOf = <R>(a: Appliers<R>) => [...own, ...a.appliers.flatMap((x) => x.staging)];

/**
 * Everything the transaction of a batch needs before its first portion. `client_connection_check_interval` lets the
 * server notice in the middle of a statement that this process was killed.
 */
export function beginSql<R>(appliers: Appliers<R>): string {
  const tables = [
    ...linesOf(appliers),
    { name: 'staged_batch', columns: 'batch_id integer, owner_id integer, audience audience, circle_id integer, illustrative boolean, retain_until date' },
    { name: 'staged_seen', columns: 'source_id integer, identifier text, times integer, first_hash bytea, first_file integer, primary key (source_id, identifier)' },
    { name: 'staged_counted', columns: 'no integer, file_id integer, source_id integer, line integer, identifier text, content_hash bytea, nth integer, first_hash bytea, first_file integer' },
    { name: 'staged_verdicts', columns: 'no integer, file_id integer, source_id integer, verdict text, old_id bigint, old_batch integer, new_id bigint' },
    { name: 'staged_stood_on', columns: 'batch_id integer primary key' },
  ];
  return [
    `set local work_mem = '32MB'`, 'set local jit = off', `set local client_connection_check_interval = '300ms'`,
    ...tables.map((t) => `create temporary table ${t.name} (${t.columns}) on commit drop`),
  ].join(';\n');
}

export const factsSql = 'insert into staged_batch values ($1, $2, $3, $4, $5, $6)';
export const factsParams = (f: BatchFacts) => [f.batchId, f.ownerId, f.audience, f.circleId, f.illustrative, f.retainUntil];

/** What the slices do once when the rows of a batch came or went. */
export const endSql = <R>(appliers: Appliers<R>): string => appliers.appliers.flatMap((a) => a.afterwards ?? []).join(';\n');

/** Repeated records that differ get the source `key#2`, `key#3`…: SQL's way of saying {@link repeatedSourceKey}. */
const suffix = repeatedSourceKey('', 2).replace('2', '');

/**
 * One portion: its lines in, compared with what is there, applied. The counts by file and verdict are the last result.
 * @param filled the staging tables that have lines, in the order of their data
 */
export function portionSql<R>(appliers: Appliers<R>, filled: readonly string[]): string {
  const { name, ids } = appliers.records;
  const tables = appliers.appliers.flatMap((a) => a.tables).filter((t) => t.column !== null).toReversed();
  return [
    ...filled.map((t) => `copy ${t} from stdin`),
    'analyze staged_records',
    // Which time is it in this batch that a source says something of this identifier?
    `insert into staged_counted
       select r.no, r.file_id, r.source_id, r.line, r.identifier, r.content_hash,
         coalesce(s.times, 0) + row_number() over same, coalesce(s.first_hash, first_value(r.content_hash) over same),
         coalesce(s.first_file, first_value(r.file_id) over same)
       from staged_records r left join staged_seen s using (source_id, identifier)
       window same as (partition by r.source_id, r.identifier order by r.no)`,
    `insert into staged_seen select source_id, identifier, max(nth), (array_agg(first_hash))[1], min(first_file) from staged_counted group by 1, 2
       on conflict (source_id, identifier) do update set times = excluded.times`,
    // Never "first one wins", never "last one wins": what differs becomes a version of a source of its own, and is listed.
    `insert into intake_sources (owner_id, audience, circle_id, batch_id, key)
       select distinct b.owner_id, b.audience, b.circle_id, b.batch_id, s.key || '${suffix}' || c.nth
       from staged_counted c join intake_sources s on s.id = c.source_id, staged_batch b where c.nth > 1 and c.content_hash <> c.first_hash
       on conflict (owner_id, key) do nothing`,
    // Inside one file the standard's reader has said it already.
    `insert into intake_problems (batch_id, owner_id, file_id, severity, code, line, record, params)
       select b.batch_id, b.owner_id, c.file_id, case when c.content_hash = c.first_hash then 'warning' else 'error' end,
         case when c.content_hash = c.first_hash then 'intake.record-twice' else 'intake.identifier-repeated' end,
         c.line, c.identifier, jsonb_build_object('times', c.nth)
       from staged_counted c, staged_batch b where c.nth > 1 and c.file_id <> c.first_file`,
    `update staged_counted c set source_id = n.id from intake_sources o, intake_sources n
       where c.nth > 1 and c.content_hash <> c.first_hash and o.id = c.source_id and n.owner_id = o.owner_id and n.key = o.key || '${suffix}' || c.nth`,
    `insert into staged_verdicts
       select q.no, q.file_id, q.source_id, q.verdict, q.old_id, q.old_batch, case when q.verdict in ('added', 'changed') then nextval('${ids}') end from (
         select c.no, c.file_id, c.source_id, v.id as old_id, v.batch_id as old_batch, case
           when c.nth > 1 and c.content_hash = c.first_hash then 'repeated'
           when v.id is null then 'added'
           when v.content_hash = c.content_hash and v.audience = b.audience and v.circle_id is not distinct from b.circle_id then 'unchanged'
           else 'changed' end as verdict
         from staged_counted c cross join staged_batch b
         left join ${name} v on v.source_id = c.source_id and v.identifier = c.identifier and not (c.nth > 1 and c.content_hash = c.first_hash)
         order by c.no) q`,
    `insert into staged_stood_on select distinct v.old_batch from staged_verdicts v, staged_batch b
       where v.old_batch is not null and v.old_batch <> b.batch_id on conflict do nothing`,
    ...tables.map((t) => `delete from ${t.name} t using staged_verdicts v where t.${t.column!} = v.old_id and v.verdict = 'changed'`),
    `insert into intake_problems (batch_id, owner_id, file_id, severity, code, line, xpath, record, value, params)
       select b.batch_id, b.owner_id, p.file_id, p.severity, p.code, p.line, p.xpath, p.record, p.value, p.params from staged_problems p, staged_batch b`,
    ...appliers.appliers.flatMap((a) => a.apply),
    `select file_id, verdict, count(*)::integer as times from staged_verdicts group by 1, 2`,
    `truncate ${[...linesOf(appliers).map((t) => t.name), 'staged_counted', 'staged_verdicts'].join(', ')}`,
  ].join(';\n');
}
