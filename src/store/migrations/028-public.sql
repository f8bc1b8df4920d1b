-- What the public pages show beside what packs and reports hold: texts, dated and in versions that stay, and which of them
-- stood on show from when to when.
create table public_texts (
  landlord integer not null references landlords,
  page text not null check (length(page) between 1 and 80),
  version integer not null check (version between 1 and 10000),
  texts jsonb not null check (length(texts::text) <= 200000),
  dated_on date not null,
  written_at timestamptz(3) not null,
  written_by text not null check (length(written_by) <= 250),
  primary key (landlord, page, version)
);
call protect('public_texts', 'select, insert');

-- Each time a page was put on show or taken down; the last says how it stands.
create table public_showings (
  landlord integer not null,
  page text not null check (length(page) between 1 and 80),
  n integer not null check (n between 1 and 100000),
  -- The version on show; none where it was taken down.
  version integer,
  at timestamptz(3) not null,
  shown_by text not null check (length(shown_by) <= 250),
  primary key (landlord, page, n),
  foreign key (landlord, page, version) references public_texts (landlord, page, version)
);
call protect('public_showings', 'select, insert');
