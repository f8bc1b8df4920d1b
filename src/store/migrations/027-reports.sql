-- Reports: drafted with the figures as they stand, given words by an officer, checked by a second person, and frozen.
-- What was published is never changed; a later version stands beside it.

create table report_settings (
  landlord integer not null references landlords,
  -- The month in which the landlord's year of reports begins.
  year_begins integer not null check (year_begins between 1 and 12),
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord)
);
call protect('report_settings', 'select, insert, update');

-- One version of one report. Its words may change until it is published.
create table reports (
  landlord integer not null references landlords,
  report_id text not null check (length(report_id) between 1 and 100),
  kind text not null check (kind ~ '^[a-z][a-z-]{0,40}$'),
  period text not null check (length(period) between 1 and 40),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  due_on date not null,
  version integer not null check (version between 1 and 1000),
  state text not null check (state in ('drafted', 'to be checked', 'published')),
  -- The version before, whose figures no longer hold, and why they do not.
  restates text check (length(restates) <= 100),
  because text check (length(because) between 1 and 2000),
  -- Which of what the landlord must publish and do is done by publishing it.
  fulfils json not null,
  -- Each change of its words or of its state is one more.
  revision integer not null check (revision >= 1),
  drafted_at timestamptz(3) not null,
  drafted_by text not null check (length(drafted_by) <= 250),
  -- Who sent it to be checked, and the figures as they were then.
  sent_at timestamptz(3),
  sent_by text check (length(sent_by) <= 250),
  sent_figures json,
  primary key (landlord, report_id),
  unique (landlord, kind, period, version),
  -- At the end of the transaction, since a whole landlord comes in by id, whatever restates what.
  foreign key (landlord, restates) references reports (landlord, report_id) deferrable initially deferred,
  check ((version = 1) = (restates is null))
);
call protect('reports', 'select, insert, update, delete');
create index reports_by_state on reports (landlord, state, due_on, report_id);

-- The words of an officer: at the head of a report, of a section, or of a promise.
create table report_words (
  landlord integer not null,
  report_id text not null,
  place text not null check (length(place) between 1 and 200),
  text text not null check (length(text) between 1 and 10000),
  written_at timestamptz(3) not null,
  written_by text not null check (length(written_by) <= 250),
  primary key (landlord, report_id, place),
  foreign key (landlord, report_id) references reports (landlord, report_id) on delete cascade
);
call protect('report_words', 'select, insert, update, delete');

-- Who did what with a report, in order.
create table report_steps (
  landlord integer not null,
  report_id text not null,
  n integer not null check (n >= 1),
  step text not null check (step in ('drafted', 'sent', 'sent back', 'published')),
  at timestamptz(3) not null,
  by text not null check (length(by) <= 250),
  because text check (length(because) between 1 and 2000),
  primary key (landlord, report_id, n),
  foreign key (landlord, report_id) references reports (landlord, report_id) on delete cascade
);
call protect('report_steps', 'select, insert, delete');

-- The keys with which a landlord signs what it publishes. What is public of them stays for ever.
create table signing_keys (
  landlord integer not null references landlords,
  key_id text not null check (length(key_id) between 1 and 100),
  public_key text not null check (length(public_key) <= 1000),
  made_at timestamptz(3) not null,
  primary key (landlord, key_id)
);
call protect('signing_keys', 'select, insert');

-- What is secret of a key, sealed with the installation's secret.
create table signing_secrets (
  landlord integer not null,
  key_id text not null,
  sealed bytea not null check (length(sealed) <= 1000),
  primary key (landlord, key_id),
  foreign key (landlord, key_id) references signing_keys (landlord, key_id)
);
call protect('signing_secrets', 'select, insert');

-- A report as it was published: its figures, its words and what they were worked out from, as JSON in one order, its digest,
-- and the landlord's signature under that.
create table published_reports (
  landlord integer not null,
  report_id text not null,
  content text not null check (length(content) <= 5000000),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  key_id text not null,
  signature text not null check (length(signature) <= 200),
  published_at timestamptz(3) not null,
  published_by text not null check (length(published_by) <= 250),
  sent_by text not null check (length(sent_by) <= 250),
  primary key (landlord, report_id),
  foreign key (landlord, report_id) references reports (landlord, report_id),
  foreign key (landlord, key_id) references signing_keys (landlord, key_id),
  -- Nobody checks what they wrote themselves.
  check (published_by <> sent_by)
);
call protect('published_reports', 'select, insert');
create index published_reports_by_time on published_reports (landlord, published_at desc, report_id);
