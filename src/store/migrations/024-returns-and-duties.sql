-- Figures of other systems, who answers for the landlord's own duties, and how long before they are due these are raised.
-- What was done, and each figure that was checked, are facts of the ledger; what stands here is what leads to them.

-- A figure that somebody typed in or brought from a file, waiting for somebody else to check it.
create table returns (
  landlord integer not null references landlords,
  return_id text not null check (length(return_id) between 1 and 200),
  name text not null check (length(name) between 1 and 200),
  -- Its month, counted from the year nought, as tallies count.
  month integer not null check (month between 0 and 120000),
  value double precision not null,
  source text not null check (length(source) between 1 and 200),
  -- What was noted beside it, in the drawer.
  words_id text check (length(words_id) <= 200),
  -- The fact that it puts right, by the name a correction calls it, where there is one already.
  corrects text check (length(corrects) between 1 and 300),
  -- The file it came from.
  import_id text check (length(import_id) <= 200),
  author_id text not null check (length(author_id) between 1 and 200),
  proposed_at timestamptz(3) not null,
  state text not null check (state in ('proposed', 'recorded', 'turned down')),
  checker_id text check (length(checker_id) between 1 and 200),
  decided_at timestamptz(3),
  primary key (landlord, return_id),
  check ((state = 'proposed') = (decided_at is null)),
  -- The second pair of eyes is somebody else's.
  check (state <> 'recorded' or checker_id <> author_id)
);
call protect('returns', 'select, insert, update');
create index returns_waiting on returns (landlord, name, month) where state = 'proposed';
create index returns_of_months on returns (landlord, month);

-- A file of figures, with the rows of it that could not be read: their lines, and why.
create table return_imports (
  landlord integer not null references landlords,
  import_id text not null check (length(import_id) between 1 and 200),
  file_name text not null check (length(file_name) between 1 and 200),
  imported_at timestamptz(3) not null,
  imported_by text not null check (length(imported_by) <= 250),
  rows_taken integer not null check (rows_taken between 0 and 10000),
  rejected json not null check (length(rejected::text) <= 1000000),
  primary key (landlord, import_id)
);
call protect('return_imports', 'select, insert');

-- Who answers for a duty, by its promise, or for a return, by its name; and how long before it is due they are told.
create table duty_owners (
  landlord integer not null references landlords,
  concerns text not null check (concerns in ('duty', 'return')),
  name text not null check (length(name) between 1 and 200),
  team_id text check (length(team_id) between 1 and 200),
  staff_id text check (length(staff_id) between 1 and 200),
  days_before integer not null check (days_before between 0 and 365),
  -- Every how many months a return comes; of a duty, its promise says it.
  every_months integer check (every_months between 1 and 60),
  set_at timestamptz(3) not null,
  set_by text not null check (length(set_by) <= 250),
  primary key (landlord, concerns, name),
  check ((every_months is null) = (concerns = 'duty'))
);
call protect('duty_owners', 'select, insert, update, delete');

-- Evidence is looked for by the duty it is of, training by whom it is of.
create index events_of_training on events (landlord, case_id, sequence)
  where type in ('staff-joined', 'training-completed', 'staff-left');
