-- Closed cases, the latest first: while few are closed, they are not met by reading all cases from the end.
create index cases_closed on cases (landlord, last_at desc, case_id desc) where not is_open;

-- What nobody of a team has, which is on the first page of everybody in it.
create index clocks_open_of_nobody on clocks (landlord, team_id, keeps_until, case_id, promise, n)
  where ended_at is null and holder_id is null and team_id is not null;

-- Cases by how they came. The planner may not look into an event before it knows whose it is, so an index on what it says
-- helps only a function that asks for its own landlord; it stops at the number asked for, and then it is quicker to read on.
create index events_of_channel on events (landlord, (data ->> 'channel'), case_id) where sequence = 1;

create function cases_come_by(channel text, most integer) returns setof text
  language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select e.case_id from events e
     where e.landlord = kept_landlord() and e.sequence = 1 and e.data ->> 'channel' = channel
     limit least(most, 10001) $$;
revoke all on function cases_come_by(text, integer) from public;
grant execute on function cases_come_by(text, integer) to kept_app;
