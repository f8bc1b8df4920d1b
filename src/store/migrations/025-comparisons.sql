-- What each team kept. The sums of a team stand beside those of all cases ('' for the whole), so that its dashboard reads
-- a few rows of its own. A team has no lengths one by one, which are most of the rows, only how many there were (`timed`).
alter table tallies add column team_id text not null default '' check (length(team_id) <= 200);
alter table tallies drop constraint tallies_pkey;
alter table tallies add primary key (landlord, team_id, promise, month, slot, what);
drop index tallies_without_lengths;
create index tallies_without_lengths on tallies (landlord, team_id, promise, month) where what not like 'length:%';

-- The cases there are: in the slots of their ids, as `slotOf` finds them (31 is -1 in sixteens, so characters count by turns).
insert into tallies (landlord, team_id, promise, month, slot, what, amount)
select landlord, team_id, promise, month, slot, what, sum(amount)
  from (
    select c.landlord, c.team_id, part ->> 0 as promise, (part ->> 1)::integer as month,
           (select ((sum(ascii(substr(c.case_id, place, 1)) * (case when (length(c.case_id) - place) % 2 = 0 then 1 else -1 end)) % 4) + 4) % 4
              from generate_series(1, length(c.case_id)) as place)::smallint as slot,
           case when part ->> 2 like 'length:%' then 'timed' else part ->> 2 end as what,
           (part ->> 3)::numeric as amount
      from cases c, json_array_elements(c.tallied) as part
     where c.team_id is not null) as parts
 group by landlord, team_id, promise, month, slot, what
having sum(amount) <> 0;

-- The clocks of a team behind a figure.
create index clocks_decided_of_team on clocks (landlord, team_id, promise, decided_at, case_id)
  where decided_at is not null and team_id is not null;
