-- funds: what is counted gets columns for repeats, readers and rows; it is derived, so it is made anew.

-- A row that says the same as an earlier one of its activity in every word. Null: taken in before anybody looked for that.
alter table funds_transactions add column repeated boolean;
call platform_keep_history('funds_transactions');

-- Not `delete`, which row-level security would leave without rows to see. Who asks next has it counted again.
truncate funds_runs, funds_parties, funds_facts, funds_sums, funds_plans;
drop table funds_facts, funds_sums, funds_plans;

-- One row per transaction x place x sector: the rows behind every total. Derived, so without history. Columns in the
-- order of their width, so that a million rows carry no padding. Without a foreign key: a check for each of hundreds of
-- thousands of rows took as long as everything else; who removes a run removes its rows (src/funds/server/write-run.ts).
create table funds_facts (
  transaction_id bigint not null,
  version_id     bigint not null,
  cents          bigint,                      -- reporting currency; null where no rate exists
  own_cents      bigint not null,             -- of it from the provider's own or an unrecorded source
  less_cents     bigint not null,             -- other reports of the same money say so much less …
  more_cents     bigint not null,             -- … or more
  run_id         integer not null,
  provider       integer not null,            -- number in funds_parties, 0 = not named
  receiver       integer not null,
  reporter       integer not null,
  year           smallint,
  rate           smallint not null,           -- place in the run's list of rates; -1 none
  readers        smallint not null,           -- place in the run's list of audiences: who may read what the row rests on
  part           smallint not null,           -- 0 for the first fact of its transaction
  kind           smallint not null,           -- KIND of src/funds/domain/ledger/book.ts: before any boundary
  seen           smallint not null,           -- SEEN, ditto
  inside         smallint not null,           -- of the default boundary: 1 provider, 2 receiver, 3 both, 0 neither
  grade          smallint not null,
  owned          smallint,                    -- how much of the transaction is own: 0 nothing, 1 a part, 2 all; null: it has no amount in the reporting currency, or zero
  repeated       boolean not null,            -- the same words as an earlier row of its activity, and nobody else reports it too
  place_first    boolean not null,            -- the first fact of its transaction at this place; …
  sector_first   boolean not null,            -- … in this sector
  type           text,
  currency       text not null,               -- '?' unknown
  place          text not null,               -- country or region code, '?' unknown
  sector         text not null,               -- 'vocabulary:code', '?' unknown
  scope          text not null,
  amount         numeric,                     -- original currency, exact; null unreadable
  own            numeric not null             -- of it from the provider's own or an unrecorded source
);
create index funds_facts_run on funds_facts (run_id);

-- The facts of a run added up over transactions that have everything else in common: what overviews and splits add up.
create table funds_sums (
  cents          bigint,                      -- these columns as in funds_facts
  own_cents      bigint not null,
  less_cents     bigint not null,
  more_cents     bigint not null,
  run_id         integer not null,
  provider       integer not null,
  receiver       integer not null,
  reporter       integer not null,
  facts          integer not null,            -- how many facts
  transactions   integer not null,            -- of them the first of their transaction; …
  place_firsts   integer not null,            -- … the first of their transaction at this place
  sector_firsts  integer not null,            -- … in this sector: so transactions are counted once under any filter
  year           smallint,
  rate           smallint not null,
  readers        smallint not null,
  kind           smallint not null,
  seen           smallint not null,
  inside         smallint not null,
  grade          smallint not null,
  owned          smallint,
  repeated       boolean not null,
  aside          boolean not null,            -- the part of rows that is of a level that does not count
  type           text,
  currency       text not null,
  place          text not null,
  sector         text not null,
  scope          text not null,
  amount         numeric,
  own            numeric not null
);
create index funds_sums_run on funds_sums (run_id);

-- Plans of money (budgets, planned disbursements) of a run by year, pro rata by day; apart from the facts, so that nothing
-- can add them to spending.
create table funds_plans (
  run_id     integer not null,
  scope      text not null,
  kind       text not null check (kind in ('budget', 'planned-disbursement')),
  counts     boolean not null,              -- false: another level or another version of the same plan
  year       smallint,                      -- null: names no period
  place      text not null,
  sector     text not null,
  currency   text not null,
  reporter   integer not null,
  rate       smallint not null,
  readers    smallint not null,
  grade      smallint not null,
  amount     numeric,
  cents      bigint,
  facts         integer not null,           -- parts of plans; as in funds_sums, so that plans are counted once under any filter
  plans         integer not null,
  place_firsts  integer not null,
  sector_firsts integer not null
);
create index funds_plans_run on funds_plans (run_id);

do $$ declare t text; begin
  foreach t in array array['funds_facts', 'funds_sums', 'funds_plans'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to tessera_app', t);
    execute format('create policy %I on %I for select to tessera_app using (scope = ''public'' or scope = (select funds_claim_scope()))', t || '_read', t);
    execute format('create policy %I on %I for insert to tessera_app with check ((select claim_purpose()) = ''job'' and scope = (select funds_claim_scope()))', t || '_add', t);
    execute format('create policy %I on %I for update to tessera_app using ((select claim_purpose()) = ''job'' and scope = (select funds_claim_scope())) with check (scope = (select funds_claim_scope()))', t || '_change', t);
    execute format('create policy %I on %I for delete to tessera_app using ((select claim_purpose()) = ''job'' and scope = (select funds_claim_scope()))', t || '_remove', t);
  end loop;
end $$;
