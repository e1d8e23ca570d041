-- organisations: under which key and names a batch's files speak of an institution. Names without identifier are
-- matched to the one identifier that carries the same folded name among the rows a reader may see.
create table organisations_sightings (
  id               bigint generated always as identity primary key,
  network_id       integer not null default 1,
  owner_id         integer not null,
  audience         audience not null,
  circle_id        integer,
  batch_id         integer,
  recorded_at      timestamptz not null default now(),
  organisation_key text not null,
  name             text,
  name_key         text,                      -- folded: lower case, no accents, no punctuation
  language         text,
  kind             text,
  times            integer not null           -- activities of the batch that speak of it so
);
create index organisations_sightings_key on organisations_sightings (organisation_key);
create index organisations_sightings_name on organisations_sightings (name_key);
create index organisations_sightings_batch on organisations_sightings using brin (batch_id);
call platform_protect('organisations_sightings');
call platform_keep_history('organisations_sightings');
