-- funds: what publishers wrote about money, the rates, and the counted ledger per scope.
create sequence funds_transaction_ids as bigint;
grant usage on sequence funds_transaction_ids to tessera_app;

create table funds_transactions (
  id                bigint primary key,
  network_id        integer not null default 1,
  owner_id          integer not null,
  audience          audience not null,
  circle_id         integer,
  batch_id          integer,
  recorded_at       timestamptz not null default now(),
  version_id        bigint not null references activities_versions (id),
  line              integer,
  type              text,                     -- TransactionType code of 2.03; null where none was given
  type_as_published text,
  on_day            date,                     -- transaction date
  value_on          date,                     -- value date, else transaction date: the day of the rate
  amount            numeric,                  -- exact, as published; null when unreadable
  currency          text,                     -- ISO 4217; null when unknown
  provider_key      text,                     -- organisation key; null when not named
  provider_activity text,
  receiver_key      text,
  receiver_activity text,
  places            jsonb,                    -- [[code, percentage or null], …] of the transaction; null: those of its activity
  sectors           jsonb,                    -- [['vocabulary:code', percentage or null], …]
  detail            jsonb not null            -- ReportedTransaction (src/funds/domain/model.ts)
);
create index funds_transactions_version on funds_transactions (version_id);
create index funds_transactions_batch on funds_transactions using brin (batch_id);

create table funds_budgets (
  version_id   bigint not null references activities_versions (id),
  no           integer not null,
  network_id   integer not null default 1,
  owner_id     integer not null,
  audience     audience not null,
  circle_id    integer,
  batch_id     integer,
  recorded_at  timestamptz not null default now(),
  kind         text not null check (kind in ('budget', 'planned-disbursement')),
  type         text,
  status       text,
  from_day     date,
  to_day       date,
  amount       numeric,
  currency     text,
  value_on     date,
  detail       jsonb not null,
  primary key (version_id, no)
);
create index funds_budgets_batch on funds_budgets using brin (batch_id);

-- Rates of a user's own file; the transcribed annual averages live in src/funds/domain. The latest file of an owner wins.
create table funds_rates (
  id           bigint generated always as identity primary key,
  network_id   integer not null default 1,
  owner_id     integer not null references organisations_organisations (id),
  audience     audience not null,
  circle_id    integer,
  batch_id     integer,
  recorded_at  timestamptz not null default now(),
  source       text not null,
  from_day     date not null,
  to_day       date not null check (to_day >= from_day),
  currency     text not null,
  per_usd      numeric not null check (per_usd > 0)
);
create index funds_rates_owner on funds_rates (owner_id);
create index funds_rates_batch on funds_rates (batch_id);

call platform_protect('funds_transactions');
call platform_protect('funds_budgets');
call platform_protect('funds_rates');
-- Rates for everybody move everybody's totals: an administrator alone sets, changes and takes them away.
create policy funds_rates_public_add on funds_rates as restrictive for insert to tessera_app
  with check (audience <> 'public' or (select claim_role()) = 'administrator');
create policy funds_rates_public_change on funds_rates as restrictive for update to tessera_app
  using (audience <> 'public' or (select claim_role()) = 'administrator') with check (audience <> 'public' or (select claim_role()) = 'administrator');
create policy funds_rates_public_remove on funds_rates as restrictive for delete to tessera_app
  using (audience <> 'public' or (select claim_role()) = 'administrator');
call platform_keep_history('funds_transactions');
call platform_keep_history('funds_budgets');
call platform_keep_history('funds_rates');

-- The state of what is counted: one number that every import, undo, change of rates or of circles raises.
create table funds_generation (
  network_id integer primary key,
  number     bigint not null
);
insert into funds_generation values (1, 0);
alter table funds_generation enable row level security;
alter table funds_generation force row level security;
grant select, update on funds_generation to tessera_app;
create policy generation_read on funds_generation for select to tessera_app using (true);
create policy generation_raise on funds_generation for update to tessera_app
  using ((select claim_role()) in ('reporter', 'editor', 'administrator')) with check (true);

-- A scope: one set of rows that its readers may see. `public` for everybody; `organisation:N`, with `:circles:A,B` where
-- it belongs to some, for that organisation's people: whoever leaves a circle can no longer read what was counted in it.
create function funds_claim_scope() returns text stable parallel safe language sql as
$$ select case when claim_role() is null then 'public' else 'organisation:' || claim_organisation()
     || coalesce(':circles:' || (select string_agg(c::text, ',' order by c) from unnest(claim_circles()) c), '') end $$;

create table funds_runs (
  id           integer generated always as identity primary key,
  network_id   integer not null default 1,
  scope        text not null,
  generation   bigint not null,
  currency     text not null,                 -- the reporting currency of amounts in cents
  method       text not null,                 -- ledger@N
  started_at   timestamptz not null default now(),
  finished_at  timestamptz,
  summary      jsonb not null default '{}'    -- RunSummary (src/funds/server/run.ts): rates used, cycles, counts
);
create index funds_runs_scope on funds_runs (scope, id desc);

-- One row per transaction x place x sector: the rows behind every total. Derived, so without history. Columns in the
-- order of their width, so that a million rows carry no padding.
create table funds_facts (
  transaction_id bigint not null,
  version_id     bigint not null,
  cents          bigint,                      -- reporting currency; null where no rate exists
  own_cents      bigint not null,             -- of it from the provider's own or an unrecorded source
  less_cents     bigint not null,             -- other reports of the same money say so much less …
  more_cents     bigint not null,             -- … or more
  run_id         integer not null references funds_runs (id) on delete cascade,
  provider       integer not null,            -- number in funds_parties, 0 = not named
  receiver       integer not null,
  reporter       integer not null,
  year           smallint,
  rate           smallint not null,           -- place in the run's list of rates; -1 none
  part           smallint not null,           -- 0 for the first fact of its transaction
  kind           smallint not null,           -- KIND of src/funds/domain/ledger/book.ts: before any boundary
  seen           smallint not null,           -- SEEN, ditto
  inside         smallint not null,           -- of the default boundary: 1 provider, 2 receiver, 3 both, 0 neither
  grade          smallint not null,
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
  run_id         integer not null references funds_runs (id) on delete cascade,
  provider       integer not null,
  receiver       integer not null,
  reporter       integer not null,
  facts          integer not null,            -- how many facts
  transactions   integer not null,            -- of them the first of their transaction; …
  place_firsts   integer not null,            -- … the first of their transaction at this place
  sector_firsts  integer not null,            -- … in this sector: so transactions are counted once under any filter
  year           smallint,
  rate           smallint not null,
  kind           smallint not null,
  seen           smallint not null,
  inside         smallint not null,
  grade          smallint not null,
  owned          smallint not null,           -- from the provider's own or an unrecorded source: 0 nothing of it, 1 a part, 2 all
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

-- Organisations of a run: numbers for the facts, names, and what anybody reported of them.
create table funds_parties (
  run_id           integer not null references funds_runs (id) on delete cascade,
  no               integer not null,
  scope            text not null,
  organisation_key text not null,
  name             text,
  kind             text,                      -- OrganisationType code
  inflow_cents     bigint not null,
  outflow_cents    bigint not null,
  inside           boolean not null,          -- stands inside the default boundary
  reports          boolean not null,          -- publishes activities of its own here
  publisher        jsonb,                     -- PublisherRecord (src/activities/domain/publisher-record.ts); null: does not publish here
  primary key (run_id, no)
);
create index funds_parties_key on funds_parties (run_id, organisation_key);

-- Plans of money (budgets, planned disbursements) of a run by year, pro rata by day; apart from the facts, so that nothing
-- can add them to spending.
create table funds_plans (
  run_id     integer not null references funds_runs (id) on delete cascade,
  scope      text not null,
  kind       text not null check (kind in ('budget', 'planned-disbursement')),
  counts     boolean not null,              -- false: another level or another version of the same plan
  year       smallint,                      -- null: names no period
  place      text not null,
  sector     text not null,
  currency   text not null,
  reporter   integer not null,
  rate       smallint not null,
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
  foreach t in array array['funds_runs', 'funds_facts', 'funds_sums', 'funds_parties', 'funds_plans'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to tessera_app', t);
    execute format('create policy %I on %I for select to tessera_app using (scope = ''public'' or scope = (select funds_claim_scope()))', t || '_read', t);
    execute format('create policy %I on %I for insert to tessera_app with check ((select claim_purpose()) = ''job'' and scope = (select funds_claim_scope()))', t || '_add', t);
    execute format('create policy %I on %I for update to tessera_app using ((select claim_purpose()) = ''job'' and scope = (select funds_claim_scope())) with check (scope = (select funds_claim_scope()))', t || '_change', t);
    execute format('create policy %I on %I for delete to tessera_app using ((select claim_purpose()) = ''job'' and scope = (select funds_claim_scope()))', t || '_remove', t);
  end loop;
end $$;
