-- access: circles of organisations, accounts, sessions, one-time links, audit.
create table access_circles (
  id              integer generated always as identity primary key,
  network_id      integer not null default 1,
  name            text not null check (length(trim(name)) > 0),
  organisation_id integer not null references organisations_organisations (id),   -- who keeps the circle
  created_at      timestamptz not null default now()
);
create index access_circles_organisation on access_circles (organisation_id);
create table access_circle_members (
  circle_id       integer not null references access_circles (id) on delete cascade,
  organisation_id integer not null references organisations_organisations (id),
  primary key (circle_id, organisation_id)
);
create index access_circle_members_organisation on access_circle_members (organisation_id);

create table access_accounts (
  id              integer generated always as identity primary key,
  network_id      integer not null default 1,
  organisation_id integer not null references organisations_organisations (id),
  email           text not null,
  name            text,
  role            text not null check (role in ('reader', 'reporter', 'editor', 'administrator')),
  password_hash   text,                    -- argon2id; null until the invitation is answered
  locale          text,
  created_at      timestamptz not null default now(),
  disabled_at     timestamptz
);
create unique index access_accounts_email on access_accounts (network_id, lower(email));
create index access_accounts_organisation on access_accounts (organisation_id);

create table access_sessions (
  token_hash   bytea primary key,          -- sha-256 of the cookie's secret; the secret itself is nowhere
  account_id   integer not null references access_accounts (id) on delete cascade,
  created_at   timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at   timestamptz not null
);
create index access_sessions_account on access_sessions (account_id);
create index access_sessions_expires on access_sessions (expires_at);

create table access_links (
  token_hash      bytea primary key,
  kind            text not null check (kind in ('first-administrator', 'invitation', 'new-password')),
  email           text,
  organisation_id integer references organisations_organisations (id),
  role            text check (role in ('reader', 'reporter', 'editor', 'administrator')),
  account_id      integer references access_accounts (id) on delete cascade,
  created_by      integer references access_accounts (id) on delete set null,
  created_at      timestamptz not null default now(),
  expires_at      timestamptz not null,
  used_at         timestamptz
);
create index access_links_organisation on access_links (organisation_id);
create index access_links_account on access_links (account_id);
create index access_links_created_by on access_links (created_by);

do $$ declare t text; begin
  foreach t in array array['access_circles','access_circle_members','access_accounts','access_sessions','access_links'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to tessera_app', t);
  end loop;
end $$;

-- An organisation sees the circles that it keeps or belongs to; an empty circle is nobody. The members table has no
-- look back at circles, so that the two policies cannot call each other for ever.
create policy circle_members_read on access_circle_members for select to tessera_app using (
  organisation_id = (select claim_organisation()) or (select claim_purpose()) = 'sign-in'
  or circle_id = any ((select claim_circles())::int[]) or (select claim_role()) = 'administrator');
create policy circles_read on access_circles for select to tessera_app using (
  organisation_id = (select claim_organisation()) or id = any ((select claim_circles())::int[]) or (select claim_role()) = 'administrator');
create policy circles_add on access_circles for insert to tessera_app with check (
  organisation_id = (select claim_organisation()) and (select claim_role()) in ('editor', 'administrator'));
create policy circles_change on access_circles for update to tessera_app
  using (organisation_id = (select claim_organisation()) and (select claim_role()) in ('editor', 'administrator'))
  with check (organisation_id = (select claim_organisation()));
create policy circle_members_add on access_circle_members for insert to tessera_app with check (
  (select claim_role()) in ('editor', 'administrator') and exists (
    select from access_circles c where c.id = circle_id and c.organisation_id = (select claim_organisation())));
create policy circle_members_remove on access_circle_members for delete to tessera_app using (
  (select claim_role()) in ('editor', 'administrator') and exists (
    select from access_circles c where c.id = circle_id and c.organisation_id = (select claim_organisation())));

-- The server looks an account up by mail address or session before anybody is signed in: purpose `sign-in`.
create policy accounts_read on access_accounts for select to tessera_app using (
  id = (select claim_account()) or (select claim_role()) = 'administrator' or (select claim_purpose()) = 'sign-in');
create policy accounts_add on access_accounts for insert to tessera_app with check (
  (select claim_role()) = 'administrator' or (select claim_purpose()) = 'sign-in');
create policy accounts_change on access_accounts for update to tessera_app
  using (id = (select claim_account()) or (select claim_role()) = 'administrator' or (select claim_purpose()) = 'sign-in')
  with check ((select claim_role()) = 'administrator' or (select claim_purpose()) = 'sign-in'
              or (id = (select claim_account()) and role = (select claim_role()) and organisation_id = (select claim_organisation())));

create policy sessions_read on access_sessions for select to tessera_app using ((select claim_purpose()) = 'sign-in' or account_id = (select claim_account()));
create policy sessions_add on access_sessions for insert to tessera_app with check ((select claim_purpose()) = 'sign-in');
create policy sessions_change on access_sessions for update to tessera_app
  using ((select claim_purpose()) = 'sign-in') with check ((select claim_purpose()) = 'sign-in');
create policy sessions_remove on access_sessions for delete to tessera_app
  using ((select claim_purpose()) = 'sign-in' or account_id = (select claim_account()) or (select claim_role()) = 'administrator');

create policy links_read on access_links for select to tessera_app using ((select claim_purpose()) = 'sign-in' or (select claim_role()) = 'administrator');
create policy links_add on access_links for insert to tessera_app with check ((select claim_purpose()) = 'sign-in' or (select claim_role()) = 'administrator');
create policy links_use on access_links for update to tessera_app
  using ((select claim_purpose()) = 'sign-in') with check ((select claim_purpose()) = 'sign-in');
create policy links_remove on access_links for delete to tessera_app using ((select claim_role()) = 'administrator');

-- Audit: one row in each write's transaction, chained by hash, never changed or removed.
create table access_audit (
  id              bigint generated always as identity primary key,
  network_id      integer not null default 1,
  at              timestamptz not null default now(),
  account_id      integer,
  organisation_id integer,
  operation       text not null,
  about           jsonb not null default '{}',
  request_id      text,
  previous_hash   bytea,
  hash            bytea not null
);
create index access_audit_organisation on access_audit (organisation_id, id);
alter table access_audit enable row level security;
alter table access_audit force row level security;
grant select, insert on access_audit to tessera_app;
create policy audit_read on access_audit for select to tessera_app using (
  (select claim_role()) = 'administrator' or (organisation_id = (select claim_organisation()) and (select claim_role()) = 'editor'));
create policy audit_add on access_audit for insert to tessera_app with check (
  account_id is not distinct from (select claim_account()) and organisation_id is not distinct from (select claim_organisation()));
