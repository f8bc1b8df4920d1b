-- What somebody was typing about a contact when they were called away. It is words: only whoever typed it reads it, it goes
-- as soon as the contact is recorded, and after a month in any case.
create table contact_drafts (
  landlord integer not null references landlords,
  staff_id text not null check (length(staff_id) between 1 and 200),
  draft_id text not null check (draft_id ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  -- The boxes of the form by their names.
  fields json not null check (length(fields::text) <= 60000),
  started_at timestamptz(3) not null,
  kept_at timestamptz(3) not null,
  primary key (landlord, staff_id, draft_id)
);
call protect('contact_drafts', 'select, insert, update, delete');
create index contact_drafts_old on contact_drafts (landlord, kept_at);

-- In which case it was written down what a call was about. The call itself ends with the telephone system.
create table calls_recorded (
  landlord integer not null references landlords,
  call_id text not null check (length(call_id) between 1 and 200),
  case_id text not null check (length(case_id) between 1 and 200),
  recorded_at timestamptz(3) not null,
  recorded_by text not null check (length(recorded_by) <= 250),
  primary key (landlord, call_id)
);
call protect('calls_recorded', 'select, insert');

-- Voicemails to return, the oldest first: without this, finding the few reads every contact there was.
create index events_of_voicemail on events (landlord, occurred_at, case_id)
  where type = 'contact-received' and (data ->> 'channel') = 'voicemail';
