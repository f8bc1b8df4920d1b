-- The landlord may say in which year the three years of a three-yearly report begin; until it does, they are counted from the
-- year its standards came into force.
alter table report_settings add column three_years_from integer check (three_years_from between 1900 and 2200);

-- What is published, read aloud ahead, since that takes minutes. It can always be made again, and holds nothing that is not
-- published.
create table recordings (
  landlord integer not null references landlords,
  -- What is read: `leaflet`, `report:…`.
  document text not null check (length(document) between 1 and 200),
  form text not null check (form in ('audio', 'audio-mp3')),
  -- The digest of what was published; what was made of anything else is not given to anybody.
  source text not null check (source ~ '^[0-9a-f]{64}$'),
  -- The digest of the words as they are read, and the version of the voice: made again where either is another now.
  said text not null check (said ~ '^[0-9a-f]{64}$'),
  voice text not null check (length(voice) between 1 and 200),
  bytes bytea not null check (length(bytes) between 1 and 40000000),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz(3) not null,
  primary key (landlord, document, form)
);
-- Sound is pressed already.
alter table recordings alter column bytes set storage external;
call protect('recordings', 'select, insert, update, delete');
