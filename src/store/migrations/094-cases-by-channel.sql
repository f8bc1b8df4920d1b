-- Cases by how they came: it stands on the case now, and a column of its own may be looked up behind the wall, so no function asks
-- the events for it any more.
create index cases_of_channel on cases (landlord, channel, last_at desc, case_id desc) where channel is not null;

drop function cases_come_by(text, integer);
drop index events_of_channel;
