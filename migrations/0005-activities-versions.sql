-- activities: what one file says of one activity. Rows are replaced whole; history keeps what they said before.
-- Rows of a batch lie together, so that finding them (undo) needs no more than a block range index.
create sequence activities_version_ids as bigint;
grant usage on sequence activities_version_ids to tessera_app;

create table activities_versions (
  id               bigint primary key,
  network_id       integer not null default 1,
  owner_id         integer not null,
  audience         audience not null,
  circle_id        integer,
  batch_id         integer,
  recorded_at      timestamptz not null default now(),
  file_id          integer,                   -- intake_files; never removed before the rows that came with it
  line             integer,
  source_id        integer not null references intake_sources (id),
  identifier       text not null,
  standard         text not null,             -- 'iati 2.03': the version by which it was read
  reporting_key    text not null,             -- organisation key of the publisher
  reporting_name   text,
  title            text not null,             -- first title; all languages are in content
  title_language   text,
  status           text,                      -- ActivityStatus code
  starts_on        date,                      -- actual, else planned
  ends_on          date,                      -- actual, else planned
  ends_for_sure    boolean not null default false,  -- the end is an actual date
  hierarchy        integer,
  last_updated_on  date,
  currency         text,
  humanitarian     boolean,
  places           text[] not null default '{}',    -- country and region codes of the activity
  sectors          text[] not null default '{}',    -- 'vocabulary:code'
  place_shares     jsonb not null,            -- [[code, percentage or null], …] as published; transactions may say otherwise
  sector_shares    jsonb not null,            -- [['vocabulary:code', percentage or null], …]
  transactions     integer not null default 0,
  spent            jsonb not null default '{}',   -- disbursements and expenditures as published: {currency: sum}
  spent_order      bigint not null default 0, -- the same in cents of the reporting currency, roughly: for sorting only
  content          text not null,             -- JSON of Activity (domain/model.ts) without empty fields (domain/lean.ts); read whole, so text: jsonb costs twice as much to write
  content_hash     bytea not null,            -- of the element as it stands in the file
  -- What the version tells of the care of its publisher (domain/publisher-record.ts), for the passports of figures.
  as_of            date,
  elements_expected smallint not null,
  elements_given   smallint not null,
  elements_missing text[] not null,
  errors           integer not null,
  warnings         integer not null,
  advice           integer not null,
  flows            integer not null,
  flows_named      integer not null,
  span             integer,
  search           tsvector not null,
  illustrative     boolean not null default false,
  unique (source_id, identifier)
);
create index activities_versions_identifier on activities_versions (identifier);
create index activities_versions_batch on activities_versions using brin (batch_id);
create index activities_versions_reporting on activities_versions (reporting_key);
create index activities_versions_places on activities_versions using gin (places);
create index activities_versions_sectors on activities_versions using gin (sectors);
create index activities_versions_search on activities_versions using gin (search);
create index activities_versions_not_public on activities_versions (owner_id) where audience <> 'public';

create table activities_participations (
  version_id   bigint not null references activities_versions (id),
  no           integer not null,
  network_id   integer not null default 1,
  owner_id     integer not null,
  audience     audience not null,
  circle_id    integer,
  batch_id     integer,
  recorded_at  timestamptz not null default now(),
  role         text,                          -- OrganisationRole code, 'reporting' for the publisher
  organisation_key text not null,             -- identifier, else 'name:' + folded name
  name         text,
  kind         text,                          -- OrganisationType code
  activity_identifier text,
  primary key (version_id, no)
);
create index activities_participations_organisation on activities_participations (organisation_key);
create index activities_participations_batch on activities_participations using brin (batch_id);

create table activities_relations (
  version_id   bigint not null references activities_versions (id),
  no           integer not null,
  network_id   integer not null default 1,
  owner_id     integer not null,
  audience     audience not null,
  circle_id    integer,
  batch_id     integer,
  recorded_at  timestamptz not null default now(),
  type         text not null,                 -- RelatedActivityType code: 1 parent, 2 child, …
  identifier   text not null,
  primary key (version_id, no)
);
create index activities_relations_identifier on activities_relations (identifier);
create index activities_relations_batch on activities_relations using brin (batch_id);

-- Contact persons: personal data, apart from the activity, for members only, with an end.
create table activities_contacts (
  version_id   bigint not null references activities_versions (id),
  no           integer not null,
  network_id   integer not null default 1,
  owner_id     integer not null,
  audience     audience not null check (audience <> 'public'),
  circle_id    integer,
  batch_id     integer,
  recorded_at  timestamptz not null default now(),
  content      jsonb,                         -- null once erased
  erased_at    timestamptz,
  retain_until date not null,
  primary key (version_id, no)
);
create index activities_contacts_batch on activities_contacts using brin (batch_id);
create index activities_contacts_retain on activities_contacts (retain_until) where erased_at is null;

call platform_protect('activities_versions');
call platform_protect('activities_participations');
call platform_protect('activities_relations');
call platform_protect('activities_contacts');
call platform_keep_history('activities_versions');
call platform_keep_history('activities_participations');
call platform_keep_history('activities_relations');
call platform_keep_history('activities_contacts');

-- Erasing reaches into history, which the application can otherwise only read. This function erases contact persons of
-- the asking organisation's versions there, by whole addresses and names as they are written there (null: any), and can
-- do nothing else. A marker (erased_at) stays.
create function activities_forget_contacts(versions bigint[], emails text[], names text[]) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare erased integer;
begin
  if claim_organisation() is null or coalesce(claim_role(), '') not in ('reporter', 'editor', 'administrator') then return 0; end if;
  update activities_contacts_history h set content = null, erased_at = now()
    where h.version_id = any (versions) and h.owner_id = claim_organisation() and h.content is not null
      and (emails is null or h.content -> 'emails' ?| emails)
      and (names is null or exists (select from jsonb_array_elements(h.content -> 'persons') p where p ->> 'text' = any (names)));
  get diagnostics erased = row_count;
  return erased;
end $$;
revoke execute on function activities_forget_contacts(bigint[], text[], text[]) from public;
grant execute on function activities_forget_contacts(bigint[], text[], text[]) to tessera_app;
