-- How a case came stands on the case too, and is what came: a call is by telephone and a visit at reception whatever its events say,
-- and what went out, such as a letter of ours, says nothing of it (`cameBy`). Each table is written by one pass over it, which leaves
-- nothing dead behind.
create function said_by(event text, data json) returns text language sql immutable as $$
  select case
    when event in ('call-offered', 'call-answered', 'call-abandoned', 'call-timed-out', 'call-refused', 'call-transferred',
      'wanted-person-was-away', 'call-screened', 'call-went-to-voicemail', 'call-ended') then 'telephone'
    when event in ('visitor-arrived', 'visitor-seen', 'wait-advised', 'no-staff-available', 'visitor-left') then 'reception'
    when event in ('contact-received', 'complaint-received', 'repair-reported', 'asb-reported', 'appointment-requested',
      'appointment-booked', 'access-requested', 'application-received', 'nomination-received', 'transfer-requested',
      'tenancy-started', 'account-opened', 'home-vacated', 'programme-announced', 'format-requested', 'interpreter-requested',
      'incident-recorded', 'entitlement-found', 'compliment-received', 'comment-received', 'observation-recorded',
      'staff-joined', 'training-completed', 'setting-confirmed', 'publication-made', 'absence-started', 'voicemail-checked',
      'greeting-changed', 'out-of-office-set', 'diary-shared', 'rota-set', 'duty-begun', 'duty-ended', 'evidence-recorded',
      'publication-withdrawn', 'return-recorded')
      and json_typeof(data -> 'channel') in ('string', 'number') then data ->> 'channel'
  end
$$;

create function came_by(of_landlord integer, of_case text) returns text language sql stable as $$
  select said_by(type, data) from events
   where landlord = of_landlord and case_id = of_case and occurred_at <= now() and said_by(type, data) is not null
   order by occurred_at, sequence limit 1
$$;

alter table cases add column channel text;
alter table cases alter column channel type text using came_by(landlord, case_id);
alter table clocks alter column channel type text using coalesce(said_by(started_by, 'null'), channel);

-- Where a case was come to in several ways, where an event was put right or told again: what counts is for the program to say. It
-- looks at such cases at once.
update cases set changes_at = least(cases.changes_at, now())
  from (select distinct k.landlord, k.case_id
          from clocks k join cases c on c.landlord = k.landlord and c.case_id = k.case_id
         where said_by(k.started_by, 'null') is null and k.channel is distinct from c.channel
         union
        select e.landlord, e.case_id
          from events e join cases c on c.landlord = e.landlord and c.case_id = e.case_id
         where said_by(e.type, e.data) <> c.channel
         union
        select landlord, case_id from events where type in ('event-corrected', 'event-withdrawn')
         union
        select landlord, case_id from events where event_id is not null
         group by landlord, case_id, type, event_id having count(*) > 1) as mended
 where cases.landlord = mended.landlord and cases.case_id = mended.case_id;

drop function came_by(integer, text);
drop function said_by(text, json);
