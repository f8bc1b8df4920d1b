-- How staff show who they are. Who they are, and what they may do, is in `staff`; nothing secret stands there. Whatever
-- could be shown again by a thief who reads the database is kept as a digest, or sealed with the installation's secret.

create table sign_ins (
  landlord integer not null,
  staff_id text not null,
  -- In its normal form: what is typed is brought into it before it is looked for.
  email text not null check (length(email) between 3 and 254 and email = lower(email)),
  -- argon2id; none for those who come by the landlord's identity provider alone, or have not taken up their invitation.
  password_hash text check (length(password_hash) <= 300),
  -- The secret of the authenticator app, sealed; it counts once a code has confirmed it.
  totp_secret bytea check (length(totp_secret) <= 200),
  totp_confirmed_at timestamptz,
  -- The half minute of the last code taken: none is taken twice.
  totp_last_step bigint not null default 0,
  recovery_digests bytea[] not null default '{}' check (cardinality(recovery_digests) <= 10),
  -- Who they are to the identity provider, from their first sign-in with it.
  openid_issuer text check (length(openid_issuer) <= 500),
  openid_subject text check (length(openid_subject) <= 300),
  must_change boolean not null default false,
  made_at timestamptz not null,
  signed_in_at timestamptz,
  primary key (landlord, staff_id),
  unique (landlord, email),
  unique (landlord, openid_issuer, openid_subject),
  foreign key (landlord, staff_id) references staff (landlord, staff_id)
);
call protect('sign_ins', 'select, insert, update');

-- A session lasts seven days at most, and twelve hours since it was last seen; ending it counts with the next request.
create table sessions (
  landlord integer not null,
  -- Of the token in the cookie, which is nowhere else.
  digest bytea not null check (length(digest) = 32),
  -- By which a person may name one of their sessions without knowing its token.
  session_id text not null check (length(session_id) <= 40),
  staff_id text not null,
  -- Beside the password: none, a code of the app, a recovery code, or whatever the identity provider asked for.
  second_factor text not null check (second_factor in ('none', 'code', 'recovery code', 'openid')),
  browser text not null check (length(browser) <= 100),
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (landlord, digest),
  unique (landlord, session_id),
  foreign key (landlord, staff_id) references sign_ins (landlord, staff_id)
);
call protect('sessions', 'select, insert, update, delete');
create index sessions_of_person on sessions (landlord, staff_id, made_at desc) where ended_at is null;
create index sessions_over on sessions (landlord, ends_at);

-- A link sent by e-mail to choose a password with: for an hour (an invitation: three days), and once.
create table reset_tokens (
  landlord integer not null,
  digest bytea not null check (length(digest) = 32),
  staff_id text not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  primary key (landlord, digest),
  foreign key (landlord, staff_id) references sign_ins (landlord, staff_id)
);
call protect('reset_tokens', 'select, insert, update, delete');
create index reset_tokens_of_person on reset_tokens (landlord, staff_id);
create index reset_tokens_over on reset_tokens (landlord, ends_at);

-- Tries that were not (yet) right, counted by whom they were for and by where they came from, both as digests. Whether
-- there is such a person makes no difference here, so that nobody learns it from being locked out.
create table tries (
  landlord integer not null references landlords,
  about text not null check (about in ('person', 'address', 'reset of person', 'reset from address')),
  digest bytea not null check (length(digest) = 32),
  -- Since when, and how many.
  began_at timestamptz not null,
  count integer not null check (count >= 0),
  -- How often the door was locked in a row, so that each time is longer.
  locks integer not null default 0,
  locked_until timestamptz,
  primary key (landlord, about, digest)
);
call protect('tries', 'select, insert, update, delete');
create index tries_old on tries (landlord, began_at);

-- Programs of the landlord come with a key. Its secret is shown once, when it is made.
create table api_keys (
  landlord integer not null references landlords,
  key_id text not null check (length(key_id) between 1 and 40),
  name text not null check (length(name) between 1 and 100),
  digest bytea not null check (length(digest) = 32),
  scopes text[] not null check (cardinality(scopes) between 1 and 100),
  made_by text not null,
  made_at timestamptz not null,
  last_used_on date,
  ends_on date,
  ended_at timestamptz,
  primary key (landlord, key_id)
);
call protect('api_keys', 'select, insert, update');

-- Every change to who may do what. Never changed and never shortened; ids and codes, no words.
create table people_log (
  landlord integer not null references landlords,
  entry bigint generated always as identity,
  at timestamptz not null,
  actor text not null,
  did text not null check (length(did) between 1 and 100),
  -- Whom it concerns, or which key.
  staff_id text,
  key_id text,
  detail json not null default '{}',
  primary key (landlord, entry)
);
call protect('people_log', 'select, insert');
create index people_log_of_person on people_log (landlord, staff_id, entry) where staff_id is not null;
