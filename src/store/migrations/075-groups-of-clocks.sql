-- How its case came stands on each clock, as its team does, so that one index holds all that figures are compared by: no clock is
-- read. It takes the place of the two that lists of decided clocks were read by.
drop index clocks_decided;
drop index clocks_decided_of_team;

-- The first word on it, as `factsOf` finds it. Written into the table by one pass over it, which leaves nothing dead behind.
create function channel_of_case(of_landlord integer, of_case text) returns text language sql stable as $$
  select data ->> 'channel' from events
   where landlord = of_landlord and case_id = of_case and occurred_at <= now()
     and json_typeof(data -> 'channel') in ('string', 'number')
   order by occurred_at, sequence limit 1
$$;
alter table clocks add column channel text;
alter table clocks alter column channel type text using channel_of_case(landlord, case_id);
drop function channel_of_case(integer, text);

-- Where an event was put right or told again, what counts is for the program to say: it looks at such cases at once.
update cases set changes_at = least(cases.changes_at, now())
  from (select distinct landlord, case_id from events where type in ('event-corrected', 'event-withdrawn')
         union
        select landlord, case_id from events where event_id is not null
         group by landlord, case_id, type, event_id having count(*) > 1) as mended
 where cases.landlord = mended.landlord and cases.case_id = mended.case_id;

create index clocks_decided on clocks (landlord, promise, decided_at, case_id, n)
  include (outcome, team_id, contractor_id, channel) where decided_at is not null;

-- Decided clocks that stood still for a while, and those that got a later date: counted beside a figure.
create index clocks_paused on clocks (landlord, promise, decided_at) include (outcome)
  where decided_at is not null and pauses is not null;
create index clocks_extended on clocks (landlord, promise, decided_at) include (outcome)
  where decided_at is not null and extension is not null;
