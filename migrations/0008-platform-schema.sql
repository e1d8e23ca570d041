-- platform: how many migrations this database has, for `/health`: the application may not read the table itself.
create function platform_schema() returns int stable language sql security definer set search_path = public, pg_temp as
$$ select count(*)::int from platform_migrations $$;
revoke execute on function platform_schema() from public;
grant execute on function platform_schema() to tessera_app;
