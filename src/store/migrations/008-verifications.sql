-- What checking the ledger, and everything worked out from it, came to.
create table verifications (
  landlord integer not null references landlords,
  verified_at timestamptz not null,
  verified_by text not null check (length(verified_by) <= 250),
  cases integer not null,
  events bigint not null,
  clocks bigint not null,
  days integer not null,
  differences bigint not null,
  -- The first of them, in words with their places. They are of facts, and hold no words.
  listed json not null default '[]',
  primary key (landlord, verified_at)
);
call protect('verifications', 'select, insert, delete');
