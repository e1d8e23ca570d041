-- organisations: institutions that own records here (members of the network). Names of institutions are public.
create table organisations_organisations (
  id          integer generated always as identity primary key,
  network_id  integer not null default 1,
  name        text not null check (length(trim(name)) > 0),
  identifier  text check (identifier = upper(trim(identifier)) and identifier <> ''),   -- of the field (IATI/org-id)
  kind        text,                       -- IATI OrganisationType code
  level       text check (level in ('local', 'regional', 'national', 'supranational', 'international')),
  illustrative boolean not null default false,  -- made by the demonstration; removed with it
  created_at  timestamptz not null default now(),
  recorded_at timestamptz not null default now()
);
create unique index organisations_organisations_name on organisations_organisations (network_id, lower(name));
create unique index organisations_organisations_identifier on organisations_organisations (network_id, identifier) where identifier is not null;

alter table organisations_organisations enable row level security;
alter table organisations_organisations force row level security;
grant select, insert, update, delete on organisations_organisations to tessera_app;
create policy organisations_read on organisations_organisations for select to tessera_app using (true);
create policy organisations_add on organisations_organisations for insert to tessera_app
  with check ((select claim_role()) = 'administrator');
create policy organisations_change on organisations_organisations for update to tessera_app
  using ((select claim_role()) = 'administrator') with check ((select claim_role()) = 'administrator');
create policy organisations_remove on organisations_organisations for delete to tessera_app
  using ((select claim_role()) = 'administrator' and illustrative);
call platform_keep_history('organisations_organisations');
