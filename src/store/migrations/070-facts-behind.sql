-- What is behind a figure that is not made of clocks: the events it counts, in order of time, and the acts that were done
-- otherwise than a rule says. The second holds few rows.
create index events_by_type on events (landlord, type, occurred_at, case_id, sequence);
create index events_overriding on events (landlord, occurred_at) where data -> 'overrides' is not null;
