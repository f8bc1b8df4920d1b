-- Surveys: what is asked, who was invited, and what was answered. Answers themselves are facts of the ledger, each under a random
-- id; nothing here joins them to a person. An invitation says in which month it was answered and no more.

create table surveys (
  landlord integer not null references landlords,
  survey_id text not null check (length(survey_id) between 1 and 200),
  -- As promises of the pack name it, and answers carry it.
  code text not null check (code ~ '^[a-z][a-z0-9-]{0,59}$'),
  name text not null check (length(name) between 1 and 200),
  state text not null check (state in ('draft', 'open', 'closed')),
  edition integer not null check (edition between 1 and 1000),
  -- After which events people are invited; where there are none, everybody with a tenancy is, one round at a time.
  after text[] not null check (cardinality(after) <= 10),
  -- Only events of cases with this team, or that carry this value.
  team_id text check (length(team_id) between 1 and 200),
  only_field text check (only_field ~ '^[a-z][A-Za-z0-9-]{0,59}$'),
  only_value text check (length(only_value) between 1 and 100),
  after_days integer not null check (after_days between 0 and 730),
  one_in integer not null check (one_in between 1 and 1000),
  seed text not null check (length(seed) between 1 and 40),
  -- Nobody is asked twice in so many days, by whichever survey.
  quiet_days integer not null check (quiet_days between 0 and 1000),
  reminders integer not null check (reminders between 0 and 2),
  reminder_days integer not null check (reminder_days between 1 and 90),
  -- For how long an invitation can be answered.
  open_days integer not null check (open_days between 7 and 365),
  -- Up to when the ledger was gone through for it; nothing before it was first opened is.
  looked_until timestamptz(3),
  looked_case text not null default '' check (length(looked_case) <= 200),
  looked_sequence integer not null default 0,
  -- The round that is being asked or was asked last, whom it has reached so far, and when it began.
  round integer not null check (round between 0 and 1000),
  round_after text check (length(round_after) <= 200),
  round_on date,
  version integer not null,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, survey_id),
  unique (landlord, code),
  check ((only_field is null) = (only_value is null))
);
call protect('surveys', 'select, insert, update');

-- What is asked, word for word. What somebody may have answered is never changed: the next edition follows it.
create table survey_editions (
  landlord integer not null,
  survey_id text not null,
  edition integer not null check (edition between 1 and 1000),
  introduction text not null check (length(introduction) between 1 and 2000),
  questions json not null,
  -- What is asked at the end of those who answer, each with “prefer not to say”.
  bands text[] not null check (cardinality(bands) <= 12),
  made_at timestamptz(3) not null,
  made_by text not null check (length(made_by) <= 250),
  primary key (landlord, survey_id, edition),
  foreign key (landlord, survey_id) references surveys (landlord, survey_id)
);
call protect('survey_editions', 'select, insert');

create table survey_invitations (
  landlord integer not null,
  invitation_id text not null check (length(invitation_id) between 1 and 200),
  survey_id text not null,
  -- What it came from, so that nothing invites twice: an event of a case, or somebody in a round.
  source text not null check (length(source) between 1 and 420),
  customer_id text check (length(customer_id) <= 200),
  case_id text check (length(case_id) <= 200),
  -- The event it follows.
  follows text check (length(follows) <= 100),
  team_id text check (length(team_id) <= 200),
  state text not null check (state in ('to come', 'to print', 'to ring', 'invited', 'answered', 'not asked', 'stopped')),
  channel text check (channel in ('e-mail', 'letter', 'telephone')),
  -- Why not: opted out, asked lately, no way to reach them.
  why text check (length(why) <= 60),
  ask_on date not null,
  invited_on date,
  reminders integer not null default 0 check (reminders between 0 and 2),
  remind_on date,
  -- The first day of the month: any nearer, and it could be told which answer it was.
  answered_in date check (extract(day from answered_in) = 1),
  -- Whether it was written anew together with others since: until then its row is of the transaction of its answer.
  mixed boolean not null default true,
  primary key (landlord, invitation_id),
  foreign key (landlord, survey_id) references surveys (landlord, survey_id),
  unique (landlord, survey_id, source),
  check ((answered_in is not null) = (state = 'answered'))
);
call protect('survey_invitations', 'select, insert, update');
create index survey_invitations_to_come on survey_invitations (landlord, ask_on, invitation_id) where state = 'to come';
create index survey_invitations_to_remind on survey_invitations (landlord, remind_on, invitation_id)
  where state = 'invited' and remind_on is not null;
create index survey_invitations_by_state on survey_invitations (landlord, survey_id, state, ask_on, invitation_id);
create index survey_invitations_of_customer on survey_invitations (landlord, customer_id, invited_on)
  where customer_id is not null and invited_on is not null;
create index survey_invitations_unmixed on survey_invitations (landlord, invitation_id) where not mixed;

-- What is kept of the secret in a link or on a paper. All those of an invitation go when it is answered.
create table survey_tokens (
  landlord integer not null,
  digest bytea not null check (length(digest) = 32),
  invitation_id text not null check (length(invitation_id) between 1 and 200),
  good_until date not null,
  primary key (landlord, digest),
  foreign key (landlord, invitation_id) references survey_invitations (landlord, invitation_id)
);
call protect('survey_tokens', 'select, insert, delete');
create index survey_tokens_of_invitation on survey_tokens (landlord, invitation_id);
create index survey_tokens_old on survey_tokens (landlord, good_until);

-- A response: its id is random and is that of its answers in the ledger.
create table survey_responses (
  landlord integer not null,
  response_id text not null check (length(response_id) between 1 and 200),
  survey_id text not null,
  edition integer not null,
  channel text not null check (channel in ('link', 'paper', 'telephone')),
  -- Whose work it was about.
  team_id text check (length(team_id) <= 200),
  primary key (landlord, response_id),
  foreign key (landlord, survey_id, edition) references survey_editions (landlord, survey_id, edition)
);
call protect('survey_responses', 'select, insert');
create index survey_responses_of_survey on survey_responses (landlord, survey_id, response_id);

-- What those who answered said of themselves, apart from what they answered.
create table survey_bands (
  landlord integer not null,
  response_id text not null,
  strand text not null check (length(strand) between 1 and 60),
  value text not null check (length(value) between 1 and 60),
  primary key (landlord, response_id, strand),
  foreign key (landlord, response_id) references survey_responses (landlord, response_id)
);
call protect('survey_bands', 'select, insert');

-- Which words in the drawer answer which question.
create table survey_comments (
  landlord integer not null,
  response_id text not null,
  question text not null check (length(question) between 1 and 60),
  words_id text not null check (length(words_id) between 1 and 200),
  primary key (landlord, response_id, question),
  foreign key (landlord, response_id) references survey_responses (landlord, response_id)
);
call protect('survey_comments', 'select, insert');

-- Who asked not to be asked. It holds for every survey, until they say otherwise.
create table survey_opt_outs (
  landlord integer not null,
  customer_id text not null check (length(customer_id) between 1 and 200),
  since date not null,
  told_by text not null check (length(told_by) <= 250),
  primary key (landlord, customer_id),
  foreign key (landlord, customer_id) references customers (landlord, customer_id)
);
call protect('survey_opt_outs', 'select, insert, delete');

-- What surveys follow, by when we were told of it; and the answers to each survey, whoever brought them.
create index events_that_surveys_follow on events (landlord, recorded_at, case_id, sequence)
  where type in ('complaint-closed', 'repair-completed', 'tenancy-started', 'tenancy-ended', 'asb-closed', 'enquiry-closed',
    'application-decided', 'home-let', 'appointment-started', 'visitor-left', 'request-closed');
create index events_of_surveys on events (landlord, (data ->> 'survey'), case_id) where type = 'survey-answered';
