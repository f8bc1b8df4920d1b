-- What if: a draft of the pack tried on the real past. A try changes nothing; its row holds what it came to.

create table tried_drafts (
  landlord integer not null references landlords,
  try_id text not null check (length(try_id) between 1 and 200),
  -- What is tried, in a line that we make: “LIN-39 within 5 working days instead of 10 working days”.
  says text not null check (length(says) between 1 and 500),
  pack text not null check (length(pack) <= 2000000),
  -- The months looked at: from the first fact, where no first is said.
  from_on date,
  to_on date not null,
  as_of timestamptz not null,
  state text not null check (state in ('waiting', 'running', 'done', 'stopped')),
  cases_read integer not null default 0,
  cases_all integer not null default 0,
  -- Figures before and after, promise by promise, and how many cases turned.
  result json,
  made_at timestamptz not null,
  made_by text not null check (length(made_by) <= 250),
  ended_at timestamptz,
  primary key (landlord, try_id)
);
call protect('tried_drafts', 'select, insert, update, delete');
create index tried_drafts_latest on tried_drafts (landlord, made_at desc, try_id);

-- The cases that came out otherwise, as far as they are listed.
create table tried_turns (
  landlord integer not null,
  try_id text not null,
  promise text not null check (length(promise) <= 200),
  place integer not null,
  case_id text not null check (length(case_id) <= 200),
  n integer not null,
  was text not null check (was in ('running', 'paused', 'met', 'missed', 'void', 'none')),
  comes_to text not null check (comes_to in ('running', 'paused', 'met', 'missed', 'void', 'none')),
  primary key (landlord, try_id, promise, place),
  foreign key (landlord, try_id) references tried_drafts (landlord, try_id) on delete cascade
);
call protect('tried_turns', 'select, insert, delete');
