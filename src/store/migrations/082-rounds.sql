-- What a round judges, as the pack had it when the round began; without it, what the programme began with.
alter table observation_rounds add column items json check (length(items::text) <= 100000);

-- The recurring promise that a round of a survey of everybody keeps.
alter table surveys add column duty_promise text check (length(duty_promise) between 1 and 60);
