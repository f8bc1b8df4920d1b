-- By what PostgreSQL plans its ways through the tables. It gathers that by itself within minutes; but right after many cases were
-- loaded it would still go through them as if they were a handful. Its own rights are needed for that, so it is a function.
create function gather_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  each regclass;
begin
  for each in
    select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by oid
  loop
    execute format('analyze %s', each);
  end loop;
end $$;
revoke execute on function gather_statistics() from public;
grant execute on function gather_statistics() to kept_app;
