-- What people said and wrote, and their files: apart from the facts, which hold a reference. Erasure and retention empty
-- these rows; the empty shell stays, so that a fact's reference still leads to when it was written and why it is gone.
-- Times by which pages go on are kept to the millisecond, as the application reads them.

create table words (
  landlord integer not null references landlords,
  words_id text not null check (length(words_id) between 1 and 200),
  -- note, message, letter …: how long it is kept goes by this.
  kind text not null check (kind ~ '^[a-z][a-z-]{0,40}$'),
  customer_id text check (length(customer_id) <= 200),
  case_id text check (length(case_id) <= 200),
  text text check (length(text) <= 100000),
  written_at timestamptz(3) not null,
  written_by text not null check (length(written_by) <= 250),
  -- Kept until the end of this day whatever the rule for its kind.
  keep_until date,
  erased_at timestamptz(3),
  erased_by text check (length(erased_by) <= 250),
  erased_why text check (length(erased_why) <= 500),
  primary key (landlord, words_id),
  check ((text is null) = (erased_at is not null))
);
call protect('words', 'select, insert, update');
create index words_of_case on words (landlord, case_id, written_at desc, words_id desc) where case_id is not null;
create index words_of_customer on words (landlord, customer_id, written_at desc, words_id desc)
  where customer_id is not null;
create index words_by_age on words (landlord, kind, written_at) where erased_at is null;

-- A file, once for each content.
create table attachments (
  landlord integer not null references landlords,
  digest bytea not null check (length(digest) = 32),
  media_type text not null check (length(media_type) <= 100),
  bytes integer not null check (bytes between 1 and 10485760),
  -- Removed with its last use.
  content bytea,
  primary key (landlord, digest)
);
call protect('attachments', 'select, insert, update');
alter table attachments alter column content set storage external;

-- Where a file is attached: to a note or message, a case, or a customer. Its name is words.
create table attachment_uses (
  landlord integer not null,
  use_id text not null check (length(use_id) between 1 and 200),
  digest bytea not null,
  words_id text check (length(words_id) <= 200),
  case_id text check (length(case_id) <= 200),
  customer_id text check (length(customer_id) <= 200),
  name text check (length(name) between 1 and 200),
  added_at timestamptz(3) not null,
  added_by text not null check (length(added_by) <= 250),
  erased_at timestamptz(3),
  erased_by text check (length(erased_by) <= 250),
  erased_why text check (length(erased_why) <= 500),
  primary key (landlord, use_id),
  foreign key (landlord, digest) references attachments (landlord, digest),
  check ((name is null) = (erased_at is not null))
);
call protect('attachment_uses', 'select, insert, update');
create index attachment_uses_of_content on attachment_uses (landlord, digest) where erased_at is null;
create index attachment_uses_of_words on attachment_uses (landlord, words_id) where words_id is not null;
create index attachment_uses_of_case on attachment_uses (landlord, case_id, added_at desc, use_id desc)
  where case_id is not null;
create index attachment_uses_of_customer on attachment_uses (landlord, customer_id, added_at desc, use_id desc)
  where customer_id is not null;
create index attachment_uses_by_age on attachment_uses (landlord, added_at) where erased_at is null;

-- Who read what. The application can add to it and nothing else.
create table access_log (
  landlord integer not null references landlords,
  access_id text not null check (length(access_id) between 1 and 200),
  read_at timestamptz(3) not null,
  read_by text not null check (length(read_by) <= 250),
  -- notes, attachment, contact details, search …
  what text not null check (length(what) between 1 and 100),
  -- By which page or route, or for what reason.
  why text check (length(why) <= 500),
  case_id text check (length(case_id) <= 200),
  -- The words that were shown, by id.
  words text[] not null default '{}' check (cardinality(words) <= 1000),
  primary key (landlord, access_id)
);
call protect('access_log', 'select, insert');
create index access_log_latest on access_log (landlord, read_at desc, access_id desc);
create index access_log_by on access_log (landlord, read_by, read_at desc);

-- Whose words they were, so that each customer can be told; one reading may show several.
create table access_log_customers (
  landlord integer not null,
  customer_id text not null check (length(customer_id) between 1 and 200),
  read_at timestamptz(3) not null,
  access_id text not null,
  primary key (landlord, customer_id, read_at, access_id),
  foreign key (landlord, access_id) references access_log (landlord, access_id)
);
call protect('access_log_customers', 'select, insert');

-- How many months words of a kind are kept. Without a row they are kept until somebody erases them.
create table retention (
  landlord integer not null references landlords,
  kind text not null check (kind ~ '^[a-z][a-z-]{0,40}$'),
  months integer not null check (months between 1 and 1200),
  -- Words of no case are always counted from when they were written.
  counted_from text not null check (counted_from in ('written', 'case closed')),
  set_at timestamptz not null,
  set_by text not null check (length(set_by) <= 250),
  primary key (landlord, kind)
);
call protect('retention', 'select, insert, update, delete');

-- What was erased of a customer, when, by whom and why: what we answer with when asked whether it was done.
create table erasures (
  landlord integer not null references landlords,
  erasure_id text not null check (length(erasure_id) between 1 and 200),
  customer_id text not null check (length(customer_id) between 1 and 200),
  erased_at timestamptz(3) not null,
  erased_by text not null check (length(erased_by) <= 250),
  why text not null check (length(why) between 1 and 500),
  counts json not null,
  primary key (landlord, erasure_id)
);
call protect('erasures', 'select, insert');
create index erasures_of_customer on erasures (landlord, customer_id, erased_at desc);
