-- Whole documents in other languages: one for each document and language, as it is being written and checked.
create table translations (
  landlord integer not null references landlords,
  translation_id text not null check (length(translation_id) between 1 and 40),
  -- What is translated: `leaflet`, `report:…`, `page:complaints`.
  document text not null check (length(document) between 1 and 200),
  language text not null check (language ~ '^[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$'),
  state text not null check (state in ('wanted', 'in hand', 'to be checked', 'published', 'withdrawn')),
  title text check (length(title) between 1 and 300),
  text text check (length(text) between 1 and 100000),
  -- Who translated it, as it is to be said: a person, a company, a program.
  translator text check (length(translator) between 1 and 200),
  by_program boolean not null,
  -- Which version of the document it says the same as, and what that said.
  source_version text check (length(source_version) between 1 and 200),
  source_text text check (length(source_text) <= 400000),
  -- Each change is one more.
  revision integer not null check (revision >= 1),
  wanted_at timestamptz(3) not null,
  wanted_by text not null check (length(wanted_by) <= 250),
  written_at timestamptz(3),
  written_by text check (length(written_by) <= 250),
  sent_by text check (length(sent_by) <= 250),
  -- The version that anybody may read; none where it never was published, or was withdrawn.
  shown_version integer,
  primary key (landlord, translation_id),
  unique (landlord, document, language),
  check (state in ('wanted', 'withdrawn') or (title is not null and text is not null and source_version is not null))
);
call protect('translations', 'select, insert, update');

-- What was published, to the letter. A later version stands beside it.
create table translation_versions (
  landlord integer not null,
  translation_id text not null,
  version integer not null check (version between 1 and 10000),
  title text not null check (length(title) between 1 and 300),
  text text not null check (length(text) between 1 and 100000),
  translator text check (length(translator) between 1 and 200),
  by_program boolean not null,
  source_version text not null check (length(source_version) between 1 and 200),
  published_at timestamptz(3) not null,
  published_by text not null check (length(published_by) <= 250),
  sent_by text not null check (length(sent_by) <= 250),
  primary key (landlord, translation_id, version),
  foreign key (landlord, translation_id) references translations (landlord, translation_id)
);
call protect('translation_versions', 'select, insert');
