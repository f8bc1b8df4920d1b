-- What is done because something went wrong: who does it by when, and what customers are told of it.
create table learning_actions (
  landlord integer not null references landlords,
  action_id text not null check (length(action_id) between 1 and 200),
  -- What complaints were about that led to it; a code, as in the complaints.
  theme text not null check (length(theme) between 1 and 200),
  what text not null check (length(what) between 1 and 1000),
  owner_id text not null check (length(owner_id) between 1 and 200),
  due_on date not null,
  made_at timestamptz(3) not null,
  made_by text not null check (length(made_by) <= 250),
  done_on date,
  -- “You said, we did”, for anybody to read.
  you_said text check (length(you_said) between 1 and 1000),
  we_did text check (length(we_did) between 1 and 1000),
  published_at timestamptz(3),
  published_by text check (length(published_by) <= 250),
  primary key (landlord, action_id),
  check (published_at is null or (done_on is not null and you_said is not null and we_did is not null))
);
call protect('learning_actions', 'select, insert, update');
create index learning_actions_published on learning_actions (landlord, published_at desc, action_id)
  where published_at is not null;

-- The cases that taught it.
create table learning_action_cases (
  landlord integer not null,
  action_id text not null,
  case_id text not null check (length(case_id) between 1 and 200),
  primary key (landlord, action_id, case_id),
  foreign key (landlord, action_id) references learning_actions (landlord, action_id),
  foreign key (landlord, case_id) references cases (landlord, case_id)
);
call protect('learning_action_cases', 'select, insert, delete');

-- What complaints are about and why, over a span of months.
create index events_of_complaints on events (landlord, occurred_at, case_id) where type = 'complaint-received';
