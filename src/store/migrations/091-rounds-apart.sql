-- Which round of a survey of everybody an invitation and a response are of; none where the survey follows what happens in cases.
-- Response and invitation have nothing else in common, and a round is as many people as a survey reaches.
alter table survey_invitations add column round integer check (round between 1 and 1000);
alter table survey_responses add column round integer check (round between 1 and 1000);

update survey_invitations set round = substring(source from '^round ([0-9]{1,4}) ')::integer
 where case_id is null and source ~ '^round [0-9]{1,4} ';

-- A response that came before rounds were told apart is of the last round that had begun when it came: nothing else is known of it.
update survey_responses r
   set round = (select max(b.round)
                  from (select i.round, min(i.ask_on) as began_on from survey_invitations i
                         where i.landlord = r.landlord and i.survey_id = r.survey_id and i.round is not null
                         group by i.round) as b
                 where b.began_on <= (select (min(e.recorded_at) at time zone 'Europe/London')::date from events e
                                       where e.landlord = r.landlord and e.case_id = r.response_id))
 where exists (select from surveys s where s.landlord = r.landlord and s.survey_id = r.survey_id and s.round > 0);

create index survey_responses_of_round on survey_responses (landlord, survey_id, round);

-- An invitation whose time is over by the landlord’s own rule names nobody any more.
create index survey_invitations_by_age on survey_invitations (landlord, ask_on)
  where customer_id is not null or case_id is not null;
