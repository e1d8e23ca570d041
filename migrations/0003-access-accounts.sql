-- access: circles of organisations, accounts, sessions, one-time links, audit.

create table access_circles (
  id              integer generated always as identity primary key,
  network_id      integer not null default 1,
  name            text not null check (length(trim(name)) > 0),
  organisation_id integer not null references organisations_organisations (id),   -- who keeps the circle
  created_at      timestamptz not null default now(),
  recorded_at     timestamptz not null default now()
);
create index access_circles_organisation on access_circles (organisation_id);
create table access_circle_members (
  circle_id       integer not null references access_circles (id) on delete cascade,
  organisation_id integer not null references organisations_organisations (id),
  recorded_at     timestamptz not null default now(),
  primary key (circle_id, organisation_id)
);
create index access_circle_members_organisation on access_circle_members (organisation_id);

create table access_accounts (
  id              integer generated always as identity primary key,
  network_id      integer not null default 1,
  organisation_id integer not null references organisations_organisations (id),
  email           text not null check (email = trim(email) and email <> ''),
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
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null        -- whatever happens; it may end earlier for want of use
);
create index access_sessions_account on access_sessions (account_id);
create index access_sessions_expires on access_sessions (expires_at);

create table access_links (
  token_hash      bytea primary key,
  kind            text not null check (kind in ('first-administrator', 'invitation', 'new-password')),
  account_id      integer references access_accounts (id) on delete cascade,
  created_by      integer references access_accounts (id) on delete set null,
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  check ((kind = 'first-administrator') = (account_id is null))   -- every other link is for somebody who has an account
);
create index access_links_account on access_links (account_id);
create index access_links_created_by on access_links (created_by);

do $$ declare t text; begin
  foreach t in array array['access_circles', 'access_circle_members', 'access_accounts', 'access_sessions', 'access_links'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
grant select, insert, update on access_circles to tessera_app;
grant select, insert, delete on access_circle_members to tessera_app;
grant select, insert, update on access_accounts to tessera_app;     -- closed, never removed: the audit names them
grant select, insert, update, delete on access_sessions to tessera_app;
grant select, insert, update, delete on access_links to tessera_app;

-- An organisation sees the circles that it keeps or belongs to; an empty circle is nobody. Policies of circles never
-- look at the members table (membership is in the claims), so that the two cannot call each other for ever.
create policy circles_read on access_circles for select to tessera_app using (
  organisation_id = (select claim_organisation()) or id = any ((select claim_circles())::int[]) or (select claim_role()) = 'administrator');
create policy circles_add on access_circles for insert to tessera_app with check (
  organisation_id = (select claim_organisation()) and (select claim_role()) in ('editor', 'administrator'));
create policy circles_change on access_circles for update to tessera_app
  using (organisation_id = (select claim_organisation()) and (select claim_role()) in ('editor', 'administrator'))
  with check (organisation_id = (select claim_organisation()));

-- Purpose `sign-in`: the server asks to which circles the organisation of an account belongs, before it can claim them.
create policy circle_members_read on access_circle_members for select to tessera_app using (
  organisation_id = (select claim_organisation()) or circle_id = any ((select claim_circles())::int[])
  or (select claim_role()) = 'administrator' or (select claim_purpose()) = 'sign-in'
  or exists (select from access_circles c where c.id = circle_id and c.organisation_id = (select claim_organisation())));
create policy circle_members_add on access_circle_members for insert to tessera_app with check (
  (select claim_role()) in ('editor', 'administrator') and exists (
    select from access_circles c where c.id = circle_id and c.organisation_id = (select claim_organisation())));
create policy circle_members_remove on access_circle_members for delete to tessera_app using (
  (select claim_role()) in ('editor', 'administrator') and exists (
    select from access_circles c where c.id = circle_id and c.organisation_id = (select claim_organisation())));
call platform_keep_history('access_circles');
call platform_keep_history('access_circle_members');

-- A person sees the own account, an editor those of colleagues (who did what, in the audit), an administrator all.
-- An account changes its own name and password, never its role, its organisation, or whether it is closed.
create policy accounts_read on access_accounts for select to tessera_app using (
  id = (select claim_account()) or (select claim_role()) = 'administrator' or (select claim_purpose()) = 'sign-in'
  or ((select claim_role()) = 'editor' and organisation_id = (select claim_organisation())));
create policy accounts_add on access_accounts for insert to tessera_app with check ((select claim_role()) = 'administrator');
create policy accounts_change on access_accounts for update to tessera_app
  using (id = (select claim_account()) or (select claim_role()) = 'administrator')
  with check ((select claim_role()) = 'administrator' or (
    id = (select claim_account()) and role = (select claim_role()) and organisation_id = (select claim_organisation()) and disabled_at is null));

-- "Who will see this?" says how many people, never which: the counts of accounts that are open, for every organisation.
create policy accounts_counted on access_accounts for select to current_user using (true);
create function access_people() returns table (organisation_id int, people int) stable
language sql security definer set search_path = public, pg_temp as $$
  select a.organisation_id, count(*)::int from access_accounts a where a.disabled_at is null group by 1
$$;
revoke execute on function access_people() from public;
grant execute on function access_people() to tessera_app;

create policy sessions_read on access_sessions for select to tessera_app using (
  account_id = (select claim_account()) or (select claim_role()) = 'administrator' or (select claim_purpose()) = 'sign-in');
create policy sessions_add on access_sessions for insert to tessera_app with check ((select claim_purpose()) = 'sign-in');
create policy sessions_change on access_sessions for update to tessera_app
  using ((select claim_purpose()) = 'sign-in') with check ((select claim_purpose()) = 'sign-in');
create policy sessions_remove on access_sessions for delete to tessera_app using (
  account_id = (select claim_account()) or (select claim_role()) = 'administrator' or (select claim_purpose()) = 'sign-in');

-- The link of the first administrator is made by the server itself, every other one by an administrator.
create policy links_read on access_links for select to tessera_app using (
  account_id = (select claim_account()) or (select claim_role()) = 'administrator' or (select claim_purpose()) = 'sign-in');
create policy links_add on access_links for insert to tessera_app with check (
  (select claim_role()) = 'administrator' or ((select claim_purpose()) = 'sign-in' and kind = 'first-administrator'));
create policy links_use on access_links for update to tessera_app
  using ((select claim_purpose()) = 'sign-in') with check ((select claim_purpose()) = 'sign-in');
create policy links_remove on access_links for delete to tessera_app using (
  account_id = (select claim_account()) or (select claim_role()) = 'administrator' or (select claim_purpose()) = 'sign-in');

-- Audit: one row in each write's transaction, chained by hash, never changed or removed. `about` says what, in keys and
-- choices; it never holds a name, a mail address or anything else that a person might ask us to erase.
create table access_audit (
  id              bigint primary key,       -- without gaps: a missing row shows
  network_id      integer not null default 1,
  at              timestamptz not null,
  account_id      integer,
  organisation_id integer,
  operation       text not null,
  about           jsonb not null default '{}',
  request_id      text,
  previous_hash   bytea,
  hash            bytea not null
);
create index access_audit_organisation on access_audit (organisation_id, id);

create function access_audit_hash(r access_audit) returns bytea immutable parallel safe language sql as $$
  select sha256(convert_to(jsonb_build_array(encode(r.previous_hash, 'hex'), r.id, r.network_id, (extract(epoch from r.at) * 1000000)::bigint,
    r.account_id, r.organisation_id, r.operation, r.about, r.request_id)::text, 'UTF8'))
$$;

-- The writer says what was done; who, when and the place in the chain come from here and cannot be given. The lock makes
-- writers queue for the last moment of their transactions, so that the chain has one order: that of the commits.
create function access_audit_link() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare last access_audit;
begin
  perform pg_advisory_xact_lock(7355608301);
  select * into last from access_audit order by id desc limit 1;
  new.id := coalesce(last.id, 0) + 1;
  new.at := clock_timestamp();
  new.account_id := claim_account();
  new.organisation_id := claim_organisation();
  new.previous_hash := last.hash;
  new.hash := access_audit_hash(new);
  return new;
end $$;
create trigger access_audit_link before insert on access_audit for each row execute function access_audit_link();

create function access_audit_stays() returns trigger language plpgsql as
$$ begin raise exception 'the audit is append-only' using errcode = 'insufficient_privilege'; end $$;
create trigger access_audit_stays before update or delete or truncate on access_audit for each statement execute function access_audit_stays();

alter table access_audit enable row level security;
alter table access_audit force row level security;
grant select, insert (operation, about, request_id) on access_audit to tessera_app;
create policy audit_chain on access_audit for select to current_user using (true);   -- access_audit_link reads the last row
create policy audit_read on access_audit for select to tessera_app using (
  (select claim_role()) = 'administrator' or (organisation_id = (select claim_organisation()) and (select claim_role()) = 'editor'));
create policy audit_add on access_audit for insert to tessera_app with check (
  account_id is not distinct from (select claim_account()) and organisation_id is not distinct from (select claim_organisation()));
