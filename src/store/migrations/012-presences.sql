-- Who has which case open just now, so that two people in one case see each other. It is worth a few minutes and is read by
-- nobody afterwards; unlogged, so that seeing costs no writing to disk, and a crash that empties it harms nothing.
create unlogged table presences (
  landlord integer not null references landlords,
  case_id text not null check (length(case_id) between 1 and 200),
  staff_id text not null check (length(staff_id) between 1 and 200),
  seen_at timestamptz(3) not null,
  -- Whether the page tells us by itself that it is still open; without scripts it tells us once.
  live boolean not null,
  primary key (landlord, case_id, staff_id)
);
call protect('presences', 'select, insert, update, delete');
create index presences_old on presences (landlord, seen_at);
