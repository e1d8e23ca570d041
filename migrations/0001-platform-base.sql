-- platform: what every later migration stands on: audience, claims, protection, history, and the way to enqueue jobs.
-- Runs as the owner role (never the application's); `tessera_app` is the group that grants and policies name.

create extension if not exists pg_trgm;      -- all three are trusted: no superuser is needed
create extension if not exists ltree;
create extension if not exists btree_gin;

-- Nobody but the owner may make tables or types beside ours (before PostgreSQL 15 that was everybody's right).
revoke create on schema public from public;
grant usage on schema public to tessera_app;

-- From wide to narrow: comparing two audiences with `<` asks which one has more readers.
create type audience as enum ('public', 'network', 'circle', 'owner');

-- Claims: who is asking. Set for one transaction by `transaction(actor, …)`; null when unset.
-- Policies call them as `(select claim_…())`, so that they are evaluated once a statement and not once a row:
-- docs/decisions/0004-row-level-security.md has the measurement.
create function claim_account() returns int stable parallel safe language sql as
$$ select nullif(current_setting('app.account', true), '')::int $$;
create function claim_organisation() returns int stable parallel safe language sql as
$$ select nullif(current_setting('app.organisation', true), '')::int $$;
create function claim_role() returns text stable parallel safe language sql as
$$ select nullif(current_setting('app.role', true), '') $$;
create function claim_circles() returns int[] stable parallel safe language sql as
$$ select string_to_array(nullif(current_setting('app.circles', true), ''), ',')::int[] $$;
create function claim_purpose() returns text stable parallel safe language sql as
$$ select nullif(current_setting('app.purpose', true), '') $$;

-- The audience rule in one call, for functions and ad-hoc questions. Policies spell it out instead: see above.
create function may_read(audience audience, owner_id int, circle_id int) returns boolean stable parallel safe language sql as
$$ select coalesce(audience = 'public' or owner_id = claim_organisation()
     or (audience = 'network' and claim_role() is not null)
     or (audience = 'circle' and circle_id = any (claim_circles())), false) $$;

-- Row-level security of a shared table with the columns owner_id, audience, circle_id:
-- readers by audience, writers only for their own organisation and with a writing role.
create procedure platform_protect(base regclass) language plpgsql as $$
declare
  t text := (select relname from pg_class where oid = base);
  reads constant text := $rule$
    audience = 'public'
    or owner_id = (select claim_organisation())
    or (audience = 'network' and (select claim_role()) is not null)
    or (audience = 'circle' and circle_id = any ((select claim_circles())::int[]))$rule$;
  writes constant text := $rule$
    owner_id = (select claim_organisation())
    and (select claim_role()) in ('reporter', 'editor', 'administrator')$rule$;
  keeps constant text := writes || $rule$
    and (audience <> 'circle' or circle_id = any ((select claim_circles())::int[]))$rule$;
begin
  execute format('alter table %s enable row level security', base);
  execute format('alter table %s force row level security', base);
  execute format('grant select, insert, update, delete on %s to tessera_app', base);
  execute format('create policy %I on %s for select to tessera_app using (%s)', t || '_read', base, reads);
  execute format('create policy %I on %s for insert to tessera_app with check (%s)', t || '_add', base, keeps);
  execute format('create policy %I on %s for update to tessera_app using (%s) with check (%s)', t || '_change', base, writes, keeps);
  execute format('create policy %I on %s for delete to tessera_app using (%s)', t || '_remove', base, writes);
end $$;

-- An update makes a new version: it begins where the old one ends. A row that this very transaction made is not a
-- version yet; a clock that went back, or an overlapping transaction, must not make a span that ends before it begins.
create function platform_begin_version() returns trigger language plpgsql as $$
begin
  new.recorded_at := case when old.recorded_at = transaction_timestamp() then old.recorded_at
    else greatest(transaction_timestamp(), old.recorded_at + interval '1 microsecond') end;
  return new;
end $$;

-- History by transaction time: `<table>_history` has the table's columns, `ended_at`, `ended_by_batch` and `withheld`.
-- Inserting costs nothing; updates and deletes copy the old rows with one statement-level trigger each. The trigger runs
-- as the owner, so that the application can read history but never write or forge it. Readers: whoever the base table's
-- policies let read the version; once a record is given to fewer readers, its wider past is withheld from all but the
-- owner. `<table>_as_of(moment)` gives the rows as they were. Call this after the table's policies exist, and again
-- after adding columns or changing policies.
create procedure platform_keep_history(base regclass) language plpgsql as $$
declare
  t text := (select relname from pg_class where oid = base);
  past text := t || '_history';
  keep text := t || '_keep';
  cols text;
  old_cols text;
  key text;
  has_audience boolean := 3 = (select count(*) from pg_attribute where attrelid = base and attname in ('owner_id', 'audience', 'circle_id') and not attisdropped);
  withholds text := '';
  a record;
  p record;
begin
  if not exists (select from pg_policy where polrelid = base and polcmd in ('r', '*')) then
    raise exception 'platform_keep_history(%): give the table its policies first, history copies its readers', t;
  end if;
  select string_agg(quote_ident(attname), ', ' order by attnum), string_agg('o.' || quote_ident(attname), ', ' order by attnum)
    into cols, old_cols from pg_attribute where attrelid = base and attnum > 0 and not attisdropped;
  select string_agg(quote_ident(attname), ', ' order by array_position(i.indkey::int2[], attnum)) into key
    from pg_index i join pg_attribute c on c.attrelid = i.indrelid and c.attnum = any (i.indkey::int2[])
    where i.indrelid = base and i.indisprimary;
  if key is null then raise exception 'platform_keep_history(%): the table needs a primary key', t; end if;

  if to_regclass(quote_ident(past)) is null then
    execute format('create table %I (like %s)', past, base);
    execute format('alter table %I add column ended_at timestamptz not null, add column ended_by_batch int, add column withheld boolean not null default false', past);
    execute format('create index %I on %I (%s, ended_at)', past || '_key', past, key);
    execute format('create index %I on %I (ended_by_batch) where ended_by_batch is not null', past || '_batch', past);
    execute format('comment on table %I is %L', past, 'Past versions of ' || t || '; span [recorded_at, ended_at)');
    execute format('alter table %I enable row level security', past);
    execute format('alter table %I force row level security', past);
    execute format('grant select on %I to tessera_app', past);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', past || '_keep', past);
  else
    for a in select attname, format_type(atttypid, atttypmod) as type from pg_attribute
        where attrelid = base and attnum > 0 and not attisdropped and attname not in (
          select attname from pg_attribute where attrelid = to_regclass(quote_ident(past)) and not attisdropped) loop
      execute format('alter table %I add column %I %s', past, a.attname, a.type);
    end loop;
  end if;

  for p in select polname from pg_policy where polrelid = to_regclass(quote_ident(past)) and polcmd = 'r' loop
    execute format('drop policy %I on %I', p.polname, past);
  end loop;
  for p in select polname, pg_get_expr(polqual, polrelid) as rule, case when polroles = '{0}' then 'public' else
        (select string_agg(quote_ident(rolname), ', ') from pg_roles where oid = any (polroles)) end as roles
      from pg_policy where polrelid = base and polcmd in ('r', '*') loop
    execute format('create policy %I on %I for select to %s using (%s (%s))', p.polname || '_history', past, p.roles,
      case when has_audience then '(not withheld or owner_id = (select claim_organisation())) and' else '' end,
      regexp_replace(p.rule, '\m' || t || '\.', past || '.', 'g'));
  end loop;

  if has_audience then
    withholds := format($w$
      if tg_op = 'UPDATE' then
        update %I h set withheld = true from (
          select %s, audience as now_for, circle_id as now_circle from new_rows where audience > 'public'
          except select %s, audience, circle_id from old_rows) n
        where (%s) = (%s) and not h.withheld
          and (h.audience < n.now_for or (h.audience = 'circle' and n.now_for = 'circle' and h.circle_id <> n.now_circle));
      end if;$w$, past, key, key,
      regexp_replace(key, '(^|, )', '\1h.', 'g'), regexp_replace(key, '(^|, )', '\1n.', 'g'));
  end if;
  execute format($f$
    create or replace function %I() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
    begin
      insert into %I (%s, ended_at, ended_by_batch)
        select %s, greatest(transaction_timestamp(), o.recorded_at + interval '1 microsecond'),
          nullif(current_setting('app.batch', true), '')::int
        from old_rows o where o.recorded_at <> transaction_timestamp();%s
      return null;
    end $body$ $f$, keep, past, cols, old_cols, withholds);
  execute format('create or replace trigger %I before update on %s for each row execute function platform_begin_version()', t || '_version', base);
  execute format('create or replace trigger %I after update on %s referencing old table as old_rows new table as new_rows for each statement execute function %I()', keep || '_updated', base, keep);
  execute format('create or replace trigger %I after delete on %s referencing old table as old_rows for each statement execute function %I()', keep || '_deleted', base, keep);

  execute format($f$
    create or replace function %I(moment timestamptz) returns setof %s stable parallel safe language sql as $body$
      select %s from %s where recorded_at <= moment
      union all select %s from %I where recorded_at <= moment and ended_at > moment $body$ $f$, t || '_as_of', base, cols, base, cols, past);
end $$;

-- Takes a batch's rows out of a table and puts back the rows that it had replaced, as new versions from now on. Runs with
-- the caller's rights. What a later batch has built on it must be asked before.
create function platform_undo_batch(base regclass, batch int, out removed int, out restored int) language plpgsql as $$
declare
  t text := (select relname from pg_class where oid = base);
  cols text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = base and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'recorded_at');
begin
  execute format('delete from %s where batch_id = $1', base) using batch;
  get diagnostics removed = row_count;
  execute format('insert into %s (%s) overriding system value select %s from %I where ended_by_batch = $1 and batch_id is distinct from $1',
    base, cols, cols, t || '_history') using batch;
  get diagnostics restored = row_count;
end $$;

-- Enqueues a job in the caller's own transaction. The application has no right on the queue itself: this function runs
-- as the owner role, which is a member of the jobs role. Two calls with the same key before the job starts are one job.
create function platform_enqueue(task text, payload jsonb default '{}', key text default null) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return (select id from graphile_worker.add_job(task, payload => payload::json, job_key => key));
end $$;
revoke execute on function platform_enqueue(text, jsonb, text) from public;
grant execute on function platform_enqueue(text, jsonb, text) to tessera_app;
