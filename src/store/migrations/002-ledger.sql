-- The ledger and what is worked out from it. Facts are appended and never changed: the application may not update or
-- delete an event. Cases, clocks and tallies are caches, which `kept verify` works out again and compares.

create table cases (
  landlord integer not null references landlords,
  case_id text not null check (length(case_id) between 1 and 200),
  kind text not null,
  -- How many events it has: the number of the last, and what a writer says it has seen.
  version integer not null,
  last_digest bytea not null,
  -- The first and last time something happened in it, as corrected.
  first_at timestamptz,
  last_at timestamptz,
  opened_at timestamptz not null default now(),
  is_open boolean not null default true,
  merged_into text,
  customer_id text,
  home_id text,
  team_id text,
  holder_id text,
  contractor_id text,
  -- What it was worked out by, and as at when; and when the passing of time next changes it.
  terms integer not null,
  computed_at timestamptz not null,
  changes_at timestamptz,
  -- What it adds to the tallies: [promise, month, what, amount] each.
  tallied json not null default '[]',
  primary key (landlord, case_id)
);
call protect('cases', 'select, insert, update');
create index cases_changing on cases (landlord, changes_at) where changes_at is not null;
create index cases_first on cases (landlord, first_at);
create index cases_latest on cases (landlord, last_at desc, case_id desc);
create index cases_of_customer on cases (landlord, customer_id) where customer_id is not null;
create index cases_of_home on cases (landlord, home_id) where home_id is not null;
create index cases_merged on cases (landlord, merged_into) where merged_into is not null;

create table events (
  landlord integer not null,
  case_id text not null,
  sequence integer not null check (sequence > 0),
  kind text not null,
  type text not null,
  event_id text,
  -- When it happened, and when we were told.
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  -- Who told us: a member of staff, an API key, an import, the system.
  actor text not null,
  -- As text, word for word, since the digest is of these letters.
  data json not null,
  digest bytea not null,
  -- The day it entered this ledger (UTC): the day's root is over these.
  entered_on date not null default (now() at time zone 'utc')::date,
  primary key (landlord, case_id, sequence),
  foreign key (landlord, case_id) references cases (landlord, case_id)
);
call protect('events', 'select, insert');
create index events_entered on events using brin (entered_on) with (pages_per_range = 32);
-- What concerns the landlord as a whole is counted together: duties, publications, returns.
create index events_of_landlord on events (landlord, occurred_at, case_id)
  where type in ('evidence-recorded', 'duty-begun', 'duty-ended', 'publication-made', 'publication-withdrawn', 'return-recorded');

-- One digest over all that entered in a day, chained to the day before.
create table daily_roots (
  landlord integer not null references landlords,
  day date not null,
  events integer not null,
  digest bytea not null,
  made_at timestamptz not null default now(),
  primary key (landlord, day)
);
call protect('daily_roots', 'select, insert');

create table clocks (
  landlord integer not null,
  case_id text not null,
  promise text not null,
  n integer not null,
  kind text not null,
  edition text not null,
  outcome text not null check (outcome in ('running', 'paused', 'met', 'missed', 'void')),
  started_at timestamptz not null,
  started_by text not null,
  counted_from timestamptz not null,
  -- A date, or an instant, but not both.
  due_on date,
  due_at timestamptz,
  keeps_until timestamptz not null,
  stopped_at timestamptz,
  stopped_by text,
  decided_at timestamptz,
  -- From when nothing more is owed; a clock that has not ended is on somebody's list.
  ended_at timestamptz,
  void_reason text,
  -- How long it took, in its limit's own count.
  length integer,
  pauses json,
  extension json,
  -- As of the case, so that a list is one index.
  team_id text,
  holder_id text,
  contractor_id text,
  primary key (landlord, case_id, promise, n),
  foreign key (landlord, case_id) references cases (landlord, case_id),
  check ((due_on is null) <> (due_at is null))
);
call protect('clocks', 'select, insert, update, delete');
create index clocks_open on clocks (landlord, keeps_until, case_id, promise, n) where ended_at is null;
create index clocks_open_of_team on clocks (landlord, team_id, keeps_until, case_id, promise, n)
  where ended_at is null and team_id is not null;
create index clocks_open_of_holder on clocks (landlord, holder_id, keeps_until, case_id, promise, n)
  where ended_at is null and holder_id is not null;
create index clocks_open_of_contractor on clocks (landlord, contractor_id, keeps_until, case_id, promise, n)
  where ended_at is null and contractor_id is not null;
create index clocks_decided on clocks (landlord, promise, decided_at, case_id) where decided_at is not null;

-- Each promise's sums by month, in slots so that writers of different cases seldom wait for each other. `what` is one
-- of kept, counted, running, paused, overdue, overridden, void:reason, length:n, lengths, sum:place.
create table tallies (
  landlord integer not null,
  promise text not null,
  month integer not null,
  slot smallint not null,
  what text not null,
  amount numeric not null,
  primary key (landlord, promise, month, slot, what)
) with (fillfactor = 70);
call protect('tallies', 'select, insert, update, delete');

-- What was answered to a request that carried an Idempotency-Key; written with what it did.
create table idempotency_keys (
  landlord integer not null references landlords,
  actor text not null,
  key text not null check (length(key) between 1 and 200),
  request bytea not null,
  answer json not null,
  made_at timestamptz not null default now(),
  primary key (landlord, actor, key)
);
call protect('idempotency_keys', 'select, insert, update, delete');
create index idempotency_keys_old on idempotency_keys (landlord, made_at);
