-- What Kept finds by itself, and the copies of a customer's file that an access request is answered with.

-- From when misses entitle: what had been missed before Kept was in use is not gone through. Set when Kept first looks.
alter table landlords add column entitlements_from timestamptz(3);

-- Cases in which a promise that entitles was not kept, and when to look at each: now, or once what was done in time has
-- had its time to be typed in. A row goes when everything in its case was found.
create table entitlement_looks (
  landlord integer not null,
  case_id text not null,
  look_at timestamptz(3) not null,
  primary key (landlord, case_id),
  foreign key (landlord, case_id) references cases (landlord, case_id)
);
call protect('entitlement_looks', 'select, insert, update, delete');
create index entitlement_looks_due on entitlement_looks (landlord, look_at, case_id);

-- What was found before is not found again, whoever told of it.
create index events_of_entitlements on events (landlord, (data ->> 'case'), (data ->> 'promise'))
  where type = 'entitlement-found';

-- A copy of everything held about a customer, made for one access request. Copies hold words, so erasure reaches them.
create table access_copies (
  landlord integer not null,
  case_id text not null check (length(case_id) between 1 and 200),
  customer_id text not null check (length(customer_id) between 1 and 200),
  gathered_at timestamptz(3) not null,
  gathered_by text not null check (length(gathered_by) <= 250),
  primary key (landlord, case_id),
  foreign key (landlord, case_id) references cases (landlord, case_id)
);
call protect('access_copies', 'select, insert, update, delete');
create index access_copies_of_customer on access_copies (landlord, customer_id);

create table access_copy_items (
  landlord integer not null,
  case_id text not null,
  place integer not null check (place between 0 and 50000),
  customer_id text not null check (length(customer_id) between 1 and 200),
  -- Where it is from: who they are, tenancies, a case, files, who looked.
  section text not null check (length(section) between 1 and 200),
  title text not null check (length(title) <= 300),
  at timestamptz(3),
  -- Word for word as it is held; what is hidden of it stands in access_redactions.
  text text not null check (length(text) <= 100000),
  primary key (landlord, case_id, place),
  foreign key (landlord, case_id) references access_copies (landlord, case_id) on delete cascade
);
call protect('access_copy_items', 'select, insert, delete');
create index access_copy_items_of_customer on access_copy_items (landlord, customer_id);

-- From which letter to which a text of the copy is hidden, and why. The original is never touched.
create table access_redactions (
  landlord integer not null,
  case_id text not null,
  place integer not null,
  starts integer not null check (starts >= 0),
  ends integer not null check (ends > starts and ends <= 100000),
  made_at timestamptz(3) not null,
  made_by text not null check (length(made_by) <= 250),
  primary key (landlord, case_id, place, starts, ends),
  foreign key (landlord, case_id, place) references access_copy_items (landlord, case_id, place) on delete cascade
);
call protect('access_redactions', 'select, insert, delete');

-- What complaints taught, the latest first.
create index events_of_lessons on events (landlord, occurred_at desc, case_id) where type = 'learning-recorded';
