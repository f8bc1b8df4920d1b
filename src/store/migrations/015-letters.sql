-- Letters, e-mails and texts that go out, the templates they are made from, and the words of the house. What a letter says,
-- to whom and about what are words, kept in the drawer; here stands what it is.

-- A template that the landlord made or changed. Those never changed are the program's own.
create table letter_templates (
  landlord integer not null references landlords,
  template_id text not null check (length(template_id) between 1 and 100),
  name text not null check (length(name) between 1 and 100),
  purpose text not null check (purpose ~ '^[a-z][a-z-]{0,40}$'),
  channel text not null check (channel in ('any', 'letter', 'e-mail', 'text')),
  ended_at timestamptz,
  version integer not null check (version between 1 and 10000),
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, template_id)
);
call protect('letter_templates', 'select, insert, update');

create table letter_template_versions (
  landlord integer not null,
  template_id text not null,
  version integer not null check (version between 1 and 10000),
  subject text not null check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 20000),
  made_at timestamptz not null,
  made_by text not null check (length(made_by) <= 250),
  primary key (landlord, template_id, version),
  foreign key (landlord, template_id) references letter_templates (landlord, template_id)
);
call protect('letter_template_versions', 'select, insert');

-- Words of the house, and what to say instead. Without a row, the list that the program begins with holds; a word of that
-- list with nothing to say instead was taken off it.
create table jargon (
  landlord integer not null references landlords,
  word text not null check (length(word) between 1 and 60),
  say text check (length(say) between 1 and 200),
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, word)
);
call protect('jargon', 'select, insert, update, delete');

-- What was sent. A copy to somebody who speaks for the customer is a letter of its own that names the first.
create table letters (
  landlord integer not null references landlords,
  letter_id text not null check (length(letter_id) between 1 and 200),
  case_id text not null check (length(case_id) between 1 and 200),
  customer_id text check (length(customer_id) <= 200),
  -- To whom it went: the customer, or who speaks for them.
  recipient_id text check (length(recipient_id) <= 200),
  copy_of text check (length(copy_of) between 1 and 200),
  act_type text not null check (length(act_type) between 1 and 100),
  channel text not null check (channel in ('letter', 'e-mail', 'text')),
  template_id text check (length(template_id) <= 100),
  template_version integer,
  state text not null check (state in ('waiting', 'gone', 'withdrawn')),
  -- In the drawer: what it says; and its subject and address.
  text_words text not null check (length(text_words) <= 200),
  envelope_words text not null check (length(envelope_words) <= 200),
  -- The PDF as it went, for what is printed.
  attachment_id text check (length(attachment_id) <= 200),
  -- The mail it went as, in the outbox.
  mail_id text check (length(mail_id) <= 40),
  large_print boolean not null default false,
  -- Of 100 sentences, how many were plain.
  score integer check (score between 0 and 100),
  made_at timestamptz(3) not null,
  made_by text not null check (length(made_by) <= 250),
  ended_at timestamptz(3),
  ended_by text check (length(ended_by) <= 250),
  primary key (landlord, letter_id),
  foreign key (landlord, case_id) references cases (landlord, case_id)
);
call protect('letters', 'select, insert, update');
create index letters_of_case on letters (landlord, case_id, made_at desc, letter_id desc);
create index letters_of_customer on letters (landlord, customer_id, made_at desc, letter_id desc) where customer_id is not null;
create index letters_by_state on letters (landlord, state, made_at desc, letter_id desc);

-- What somebody was writing when they left off: all of it words, gone when it is sent.
create table letter_drafts (
  landlord integer not null references landlords,
  case_id text not null check (length(case_id) between 1 and 200),
  staff_id text not null check (length(staff_id) between 1 and 200),
  way text not null check (length(way) between 1 and 40),
  customer_id text check (length(customer_id) <= 200),
  fields text not null check (length(fields) <= 300000),
  saved_at timestamptz not null,
  primary key (landlord, case_id, staff_id, way)
);
call protect('letter_drafts', 'select, insert, update, delete');
create index letter_drafts_of_customer on letter_drafts (landlord, customer_id) where customer_id is not null;
