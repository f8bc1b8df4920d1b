-- An edition or bank holidays that were checked and wait to be activated: what they would move is looked at first.
create table terms_drafts (
  landlord integer not null references landlords,
  draft_id text not null check (length(draft_id) between 1 and 200),
  pack text check (length(pack) <= 2000000),
  holidays json,
  added_at timestamptz(3) not null,
  added_by text not null check (length(added_by) <= 250),
  primary key (landlord, draft_id),
  check ((pack is null) <> (holidays is null))
);
call protect('terms_drafts', 'select, insert, delete');
