-- Programmes of observation: what observers are to judge, which cases were drawn for them, the sheets given to them and what
-- outside companies sent in. What an observer found is a fact of the ledger; what they wrote beside it is words.

create table observation_programmes (
  landlord integer not null references landlords,
  programme_id text not null check (length(programme_id) between 1 and 200),
  name text not null check (length(name) between 1 and 200),
  instrument text not null
    check (instrument in ('mystery-shop', 'audit', 'call-monitoring', 'file-check', 'readers-panel', 'visit-form')),
  -- On whose behalf it is observed.
  commissioned_by text not null check (commissioned_by in ('landlord', 'residents')),
  -- Calls while somebody talks, or as they were recorded.
  is_live boolean not null default false,
  -- Whether observers are shown what letters of the case say, with what identifies the customer blacked out.
  shows_letters boolean not null default false,
  -- The form: [{"item", "promises", "says"}], as the pack had it when the programme began.
  items json not null check (length(items::text) <= 100000),
  -- Offices, queues and teams, by their codes.
  places text[] not null default '{}' check (cardinality(places) <= 200),
  -- The duty of the pack that a finished round is evidence of, and its promise.
  duty text check (length(duty) <= 200),
  duty_promise text check (length(duty_promise) <= 60),
  made_at timestamptz(3) not null,
  made_by text not null check (length(made_by) <= 250),
  ended_at timestamptz(3),
  primary key (landlord, programme_id)
);
call protect('observation_programmes', 'select, insert, update');

-- Each time the programme comes round.
create table observation_rounds (
  landlord integer not null,
  programme_id text not null,
  round integer not null check (round between 1 and 1000),
  first_on date not null,
  last_on date not null check (last_on >= first_on),
  wanted integer not null check (wanted between 1 and 5000),
  closed_at timestamptz(3),
  closed_by text check (length(closed_by) <= 250),
  -- The record of the ledger that the duty was done.
  evidence_case text check (length(evidence_case) <= 200),
  reminded_at timestamptz(3),
  primary key (landlord, programme_id, round),
  foreign key (landlord, programme_id) references observation_programmes (landlord, programme_id)
);
call protect('observation_rounds', 'select, insert, update');

-- A random sample with what it takes to draw it again.
create table observation_samples (
  landlord integer not null,
  programme_id text not null,
  round integer not null,
  sample integer not null check (sample between 1 and 100),
  seed integer not null check (seed >= 0),
  -- Of which kind, channel, team and days cases were drawn.
  conditions json not null check (length(conditions::text) <= 2000),
  population integer not null check (population >= 0),
  drawn integer not null check (drawn between 1 and 500),
  drawn_at timestamptz(3) not null,
  drawn_by text not null check (length(drawn_by) <= 250),
  primary key (landlord, programme_id, round, sample),
  foreign key (landlord, programme_id, round) references observation_rounds (landlord, programme_id, round)
);
call protect('observation_samples', 'select, insert');

-- What came from an outside company, and which of its rows could not be counted: those are words, kept in the drawer.
create table observation_imports (
  landlord integer not null,
  programme_id text not null,
  round integer not null,
  import_id text not null check (length(import_id) between 1 and 200),
  digest bytea not null check (length(digest) = 32),
  counted integer not null check (counted >= 0),
  rejected integer not null check (rejected >= 0),
  -- The rows that were not counted, with the reason of each.
  rejected_words text check (length(rejected_words) <= 200),
  made_at timestamptz(3) not null,
  made_by text not null check (length(made_by) <= 250),
  primary key (landlord, import_id),
  unique (landlord, programme_id, digest),
  foreign key (landlord, programme_id, round) references observation_rounds (landlord, programme_id, round)
);
call protect('observation_imports', 'select, insert');

-- One observation to be made: of a case that was drawn, or at a place. What it found stands in the ledger, under record_case.
create table observation_sheets (
  landlord integer not null,
  sheet_id text not null check (length(sheet_id) between 1 and 200),
  programme_id text not null,
  round integer not null,
  n integer not null check (n between 1 and 10000),
  sample integer,
  import_id text check (length(import_id) <= 200),
  about_case text check (length(about_case) between 1 and 200),
  place text check (length(place) between 1 and 200),
  due_on date,
  observer_id text check (length(observer_id) between 1 and 200),
  given_at timestamptz(3),
  sent_at timestamptz(3),
  sent_by text check (length(sent_by) <= 250),
  record_case text check (length(record_case) between 1 and 200),
  primary key (landlord, sheet_id),
  unique (landlord, programme_id, round, n),
  foreign key (landlord, programme_id, round) references observation_rounds (landlord, programme_id, round),
  foreign key (landlord, about_case) references cases (landlord, case_id),
  foreign key (landlord, record_case) references cases (landlord, case_id),
  check ((sent_at is null) = (record_case is null))
);
call protect('observation_sheets', 'select, insert, update');
create index observation_sheets_of_observer on observation_sheets (landlord, observer_id, sent_at)
  where observer_id is not null;
create index observation_sheets_of_record on observation_sheets (landlord, record_case) where record_case is not null;
create unique index observation_sheets_of_case on observation_sheets (landlord, programme_id, round, about_case)
  where about_case is not null;

-- What somebody had filled in when they left off: words, gone when the sheet is sent.
create table observation_drafts (
  landlord integer not null,
  sheet_id text not null,
  fields json not null check (length(fields::text) <= 30000),
  saved_at timestamptz(3) not null,
  primary key (landlord, sheet_id),
  foreign key (landlord, sheet_id) references observation_sheets (landlord, sheet_id)
);
call protect('observation_drafts', 'select, insert, update, delete');
