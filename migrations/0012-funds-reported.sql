-- funds: what was reported of money is read whole, an activity at a time, so it lies in one text for each version and not
-- in one jsonb for each row: a third of an import's time in the database went into those.
create table funds_reported (
  version_id   bigint primary key,
  network_id   integer not null default 1,
  owner_id     integer not null,
  audience     audience not null,
  circle_id    integer,
  batch_id     integer,
  recorded_at  timestamptz not null default now(),
  content      text not null                 -- JSON of {transactions: [ReportedTransaction …], budgets: [ReportedBudget …]} without empty fields (src/activities/domain/lean.ts), in the order of the rows' ids and numbers
);
create index funds_reported_batch on funds_reported using brin (batch_id);
call platform_protect('funds_reported');
call platform_keep_history('funds_reported');

-- What was taken in before: rows of a version came and went together, so its past is gathered by version too. For the time
-- of it the owner sees its own tables; row-level security would leave it none.
do $$ declare t text; begin
  foreach t in array array['funds_reported', 'funds_transactions', 'funds_budgets', 'activities_versions'] loop
    execute format('alter table %I no force row level security', t);
  end loop;
end $$;
insert into funds_reported (version_id, network_id, owner_id, audience, circle_id, batch_id, recorded_at, content)
  select v.id, v.network_id, v.owner_id, v.audience, v.circle_id, v.batch_id, v.recorded_at, jsonb_build_object(
    'transactions', coalesce((select jsonb_agg(t.detail order by t.id) from funds_transactions t where t.version_id = v.id), '[]'),
    'budgets', coalesce((select jsonb_agg(b.detail order by b.no) from funds_budgets b where b.version_id = v.id), '[]'))::text
  from activities_versions v
  where exists (select from funds_transactions t where t.version_id = v.id) or exists (select from funds_budgets b where b.version_id = v.id);
insert into funds_reported_history (version_id, network_id, owner_id, audience, circle_id, batch_id, recorded_at, ended_at, ended_by_batch, withheld, content)
  select v.id, v.network_id, v.owner_id, v.audience, v.circle_id, v.batch_id, v.recorded_at, v.ended_at, v.ended_by_batch, v.withheld, jsonb_build_object(
    'transactions', coalesce((select jsonb_agg(t.detail order by t.id) from funds_transactions_history t where t.version_id = v.id and t.ended_at = v.ended_at), '[]'),
    'budgets', coalesce((select jsonb_agg(b.detail order by b.no) from funds_budgets_history b where b.version_id = v.id and b.ended_at = v.ended_at), '[]'))::text
  from activities_versions_history v
  where exists (select from funds_transactions_history t where t.version_id = v.id and t.ended_at = v.ended_at)
     or exists (select from funds_budgets_history b where b.version_id = v.id and b.ended_at = v.ended_at);
do $$ declare t text; begin
  foreach t in array array['funds_reported', 'funds_transactions', 'funds_budgets', 'activities_versions'] loop
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

alter table funds_transactions drop column detail;
alter table funds_transactions_history drop column detail;
call platform_keep_history('funds_transactions');
alter table funds_budgets drop column detail;
alter table funds_budgets_history drop column detail;
call platform_keep_history('funds_budgets');

-- Rows of a version are made and removed by one transaction, with it: the appliers' list of tables says in which order, and
-- a test looks for rows without their version. A check for each of hundreds of thousands of rows cost as much as the rows.
alter table activities_participations drop constraint activities_participations_version_id_fkey;
alter table activities_relations drop constraint activities_relations_version_id_fkey;
alter table activities_contacts drop constraint activities_contacts_version_id_fkey;
alter table funds_transactions drop constraint funds_transactions_version_id_fkey;
alter table funds_budgets drop constraint funds_budgets_version_id_fkey;
