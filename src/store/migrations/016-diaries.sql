-- Diaries and reception. What happened stays in the ledger: appointments, visits and diaries are worked out from it, as
-- clocks are, and `kept verify` compares them. Beside them stand plans that have not happened yet: absences to come,
-- rotas, rooms.

create table appointments (
  landlord integer not null,
  case_id text not null,
  state text not null check (state in ('requested', 'offered', 'booked', 'started', 'no access', 'missed', 'cancelled')),
  place text check (place in ('office', 'home')),
  -- Noon where only a date is known.
  for_at timestamptz,
  is_timed boolean not null,
  until_at timestamptz,
  delayed_to timestamptz,
  second_staff_id text check (length(second_staff_id) <= 200),
  room_id text check (length(room_id) <= 200),
  office_id text check (length(office_id) <= 200),
  travel_minutes integer check (travel_minutes between 0 and 1440),
  is_evening boolean not null,
  cancelled_by text check (length(cancelled_by) <= 200),
  customer_id text check (length(customer_id) <= 200),
  home_id text check (length(home_id) <= 200),
  primary key (landlord, case_id),
  foreign key (landlord, case_id) references cases (landlord, case_id)
);
call protect('appointments', 'select, insert, update, delete');
create index appointments_by_day on appointments (landlord, for_at) where for_at is not null;
create index appointments_of_room on appointments (landlord, room_id, for_at) where room_id is not null;
create index appointments_of_customer on appointments (landlord, customer_id, for_at) where customer_id is not null;

create table appointment_staff (
  landlord integer not null,
  case_id text not null,
  staff_id text not null check (length(staff_id) <= 200),
  for_at timestamptz,
  primary key (landlord, case_id, staff_id),
  foreign key (landlord, case_id) references cases (landlord, case_id)
);
call protect('appointment_staff', 'select, insert, update, delete');
create index appointment_staff_by_day on appointment_staff (landlord, staff_id, for_at);

create table visits (
  landlord integer not null,
  case_id text not null,
  office_id text check (length(office_id) <= 200),
  customer_id text check (length(customer_id) <= 200),
  arrived_at timestamptz not null,
  appointment_at timestamptz,
  appointment_case text check (length(appointment_case) <= 200),
  wants text check (length(wants) <= 200),
  is_private boolean not null,
  advised_at timestamptz,
  advised_minutes integer,
  nobody_at timestamptz,
  seen_at timestamptz,
  seen_by text check (length(seen_by) <= 200),
  room_id text check (length(room_id) <= 200),
  left_at timestamptz,
  primary key (landlord, case_id),
  foreign key (landlord, case_id) references cases (landlord, case_id)
);
call protect('visits', 'select, insert, update, delete');
create index visits_by_arrival on visits (landlord, arrived_at desc, case_id);
-- Who is in the building: few at any time.
create index visits_going_on on visits (landlord, arrived_at, case_id) where left_at is null;

create table diaries (
  landlord integer not null,
  case_id text not null,
  staff_id text not null check (length(staff_id) <= 200),
  away_since timestamptz,
  place text check (length(place) <= 200),
  back_at timestamptz,
  checked_at timestamptz,
  greeting_at timestamptz,
  is_greeting_whole boolean not null,
  reply_since timestamptz,
  shared_at timestamptz,
  primary key (landlord, case_id),
  foreign key (landlord, case_id) references cases (landlord, case_id)
);
call protect('diaries', 'select, insert, update, delete');
create index diaries_of_staff on diaries (landlord, staff_id);
create index diaries_of_who_is_away on diaries (landlord, away_since) where away_since is not null;

create table rooms (
  landlord integer not null references landlords,
  room_id text not null check (length(room_id) between 1 and 200),
  name text not null check (length(name) between 1 and 200),
  office_id text not null check (length(office_id) between 1 and 200),
  private boolean not null default true,
  ended_on date,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, room_id),
  foreign key (landlord, office_id) references offices (landlord, office_id)
);
call protect('rooms', 'select, insert, update, delete');
create index rooms_of_office on rooms (landlord, office_id, room_id);

-- When somebody will be away, and where. It becomes a fact of the ledger when it begins, and again when they are back.
create table absences (
  landlord integer not null references landlords,
  absence_id text not null check (length(absence_id) between 1 and 200),
  staff_id text not null check (length(staff_id) between 1 and 200),
  from_at timestamptz not null,
  to_at timestamptz not null,
  place text not null check (length(place) between 1 and 50),
  office_id text check (length(office_id) between 1 and 200),
  -- Whom callers may turn to meanwhile, and whether an automatic reply says so.
  alternative_staff_id text check (length(alternative_staff_id) between 1 and 200),
  alternative_team_id text check (length(alternative_team_id) between 1 and 200),
  replies boolean not null,
  began boolean not null default false,
  ended_at timestamptz,
  made_at timestamptz not null,
  made_by text not null check (length(made_by) <= 250),
  primary key (landlord, absence_id),
  check (to_at > from_at)
);
call protect('absences', 'select, insert, update, delete');
create index absences_of_staff on absences (landlord, staff_id, to_at);
create index absences_by_time on absences (landlord, to_at, from_at);
create index absences_to_begin on absences (landlord, from_at) where not began and ended_at is null;

-- Who is on duty, and who covers the telephones at lunch.
create table rota_turns (
  landlord integer not null references landlords,
  rota text not null check (rota in ('duty', 'lunch-cover')),
  team_id text not null check (length(team_id) between 1 and 200),
  on_day date not null,
  staff_id text not null check (length(staff_id) between 1 and 200),
  from_minute integer not null check (from_minute between 0 and 1440),
  until_minute integer not null check (until_minute between 0 and 1440),
  primary key (landlord, on_day, rota, team_id, staff_id),
  check (until_minute > from_minute)
);
call protect('rota_turns', 'select, insert, update, delete');
create index rota_turns_of_staff on rota_turns (landlord, staff_id, on_day);

-- The address at which a calendar program reads somebody’s diary: what is kept of its secret.
create table calendar_feeds (
  landlord integer not null references landlords,
  staff_id text not null check (length(staff_id) between 1 and 200),
  digest bytea not null check (length(digest) = 32),
  made_at timestamptz not null,
  primary key (landlord, staff_id)
);
call protect('calendar_feeds', 'select, insert, update, delete');
create unique index calendar_feeds_by_secret on calendar_feeds (landlord, digest);

-- At which office’s reception somebody works.
create table desks (
  landlord integer not null references landlords,
  staff_id text not null check (length(staff_id) between 1 and 200),
  office_id text not null check (length(office_id) between 1 and 200),
  primary key (landlord, staff_id)
);
call protect('desks', 'select, insert, update, delete');

-- Cases on record are worked out again, and so find their way into these tables.
update cases set changes_at = '1990-01-01T00:00:00Z'
  where exists (select from events
    where events.landlord = cases.landlord and events.case_id = cases.case_id
      and (events.type like 'appointment-%' or events.type like 'visitor-%' or events.type in
        ('delay-notified', 'no-access', 'absence-started', 'voicemail-checked', 'greeting-changed', 'out-of-office-set', 'diary-shared')));
