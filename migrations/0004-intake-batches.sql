-- intake: batches, the files as they came, what was wrong in them.
create table intake_batches (
  id           integer generated always as identity primary key,
  network_id   integer not null default 1,
  owner_id     integer not null references organisations_organisations (id),
  audience     audience not null,
  circle_id    integer references access_circles (id),
  recorded_at  timestamptz not null default now(),
  status       text not null check (status in ('waiting', 'running', 'done', 'failed', 'cancelled', 'undone')),
  illustrative boolean not null default false,
  created_by   integer references access_accounts (id) on delete set null,
  created_at   timestamptz not null default now(),
  started_at   timestamptz,
  finished_at  timestamptz,
  undone_at    timestamptz,
  cancel_asked boolean not null default false,
  progress     jsonb not null default '{}',      -- Batch.progress of src/intake/domain/model.ts
  counts       jsonb,                            -- Counts; null until done
  stands_on    integer[] not null default '{}',  -- earlier batches whose rows this one replaced or found unchanged
  failure      text                              -- problem code when failed
);
create index intake_batches_owner on intake_batches (owner_id, id desc);
create index intake_batches_circle on intake_batches (circle_id);
create index intake_batches_created_by on intake_batches (created_by);

-- A source: a publisher's file under one name. The same identifier from the same source is an update, from another a version.
create table intake_sources (
  id          integer generated always as identity primary key,
  network_id  integer not null default 1,
  owner_id    integer not null references organisations_organisations (id),
  audience    audience not null,
  circle_id   integer references access_circles (id),
  batch_id    integer,
  recorded_at timestamptz not null default now(),
  key         text not null,
  unique (owner_id, key)
);
create index intake_sources_circle on intake_sources (circle_id);

create table intake_files (
  id           integer generated always as identity primary key,
  network_id   integer not null default 1,
  owner_id     integer not null references organisations_organisations (id),
  audience     audience not null,
  circle_id    integer references access_circles (id),
  batch_id     integer not null references intake_batches (id),
  recorded_at  timestamptz not null default now(),
  source_id    integer references intake_sources (id),
  name         text not null,                 -- as given, without a path
  entry_of     integer references intake_files (id),   -- the archive that it came in
  bytes        bigint not null,
  sha256       bytea not null,
  recognised   text not null,                 -- 'iati-activities', 'archive', 'unknown', …
  same_as      integer references intake_files (id),   -- byte for byte the same as a file taken in before: adds nothing
  outcome      jsonb not null default '{}'    -- {standard, counts: Counts, looksLike, erasedContacts}
);
create index intake_files_owner on intake_files (owner_id);
create index intake_files_circle on intake_files (circle_id);
create index intake_files_batch on intake_files (batch_id);
create index intake_files_source on intake_files (source_id);
create index intake_files_entry on intake_files (entry_of);
create index intake_files_same on intake_files (same_as);
create index intake_files_sha on intake_files (owner_id, sha256);

create table intake_chunks (
  file_id    integer not null references intake_files (id) on delete cascade,
  no         integer not null,
  network_id integer not null default 1,
  owner_id   integer not null,
  gzipped    boolean not null,              -- compressed by us chunk by chunk; the bytes of the file come back exactly
  bytes      bytea not null,
  primary key (file_id, no)
);
alter table intake_chunks alter column bytes set storage external;

-- Written once, in the transaction of the import, and read by batch: the only index is the key, and no foreign key
-- is checked a million times for rows that the import itself has just made.
create table intake_problems (
  batch_id    integer not null,
  code        text not null,
  no          bigint not null generated always as identity,
  network_id  integer not null default 1,
  owner_id    integer not null,
  file_id     integer not null,
  severity    text not null check (severity in ('critical', 'error', 'warning', 'advice')),
  line        integer,
  xpath       text,
  record      text,                          -- identifier of the activity
  value       text,                          -- what stands there; never from a contact person
  params      jsonb,
  primary key (batch_id, code, no)
);

-- Originals and problems are the owner's alone, whatever the audience of the records.
do $$ declare t text; begin
  foreach t in array array['intake_chunks', 'intake_problems'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, delete on %I to tessera_app', t);
    execute format('create policy %I on %I for select to tessera_app using (owner_id = (select claim_organisation()))', t || '_read', t);
    execute format('create policy %I on %I for insert to tessera_app with check (owner_id = (select claim_organisation()) and (select claim_role()) in (''reporter'', ''editor'', ''administrator''))', t || '_add', t);
    execute format('create policy %I on %I for delete to tessera_app using (owner_id = (select claim_organisation()) and (select claim_role()) in (''reporter'', ''editor'', ''administrator''))', t || '_remove', t);
  end loop;
end $$;

call platform_protect('intake_batches');
call platform_protect('intake_sources');
call platform_protect('intake_files');
call platform_keep_history('intake_sources');
call platform_keep_history('intake_files');
