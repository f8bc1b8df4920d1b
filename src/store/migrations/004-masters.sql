-- What is known beside cases: customers, homes, tenancies, and who works where. Every row has a version, which whoever
-- changes it must have seen. What identifies a customer stands in tables of its own, which erasure empties.

create table offices (
  landlord integer not null references landlords,
  office_id text not null check (length(office_id) between 1 and 200),
  name text not null check (length(name) between 1 and 200),
  address text check (length(address) <= 500),
  postcode text check (length(postcode) <= 8),
  telephone text check (length(telephone) <= 40),
  email text check (length(email) <= 254),
  -- By which hours of the pack it is open.
  hours text check (length(hours) <= 100),
  ended_on date,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, office_id)
);
call protect('offices', 'select, insert, update, delete');

create table teams (
  landlord integer not null references landlords,
  team_id text not null check (length(team_id) between 1 and 200),
  name text not null check (length(name) between 1 and 200),
  office_id text check (length(office_id) between 1 and 200),
  telephone text check (length(telephone) <= 40),
  email text check (length(email) <= 254),
  ended_on date,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, team_id),
  foreign key (landlord, office_id) references offices (landlord, office_id)
);
call protect('teams', 'select, insert, update, delete');
create index teams_of_office on teams (landlord, office_id, team_id) where office_id is not null;

create table contractors (
  landlord integer not null references landlords,
  contractor_id text not null check (length(contractor_id) between 1 and 200),
  name text not null check (length(name) between 1 and 200),
  trade text check (length(trade) <= 100),
  telephone text check (length(telephone) <= 40),
  email text check (length(email) <= 254),
  ended_on date,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, contractor_id)
);
call protect('contractors', 'select, insert, update, delete');

create table staff (
  landlord integer not null references landlords,
  staff_id text not null check (length(staff_id) between 1 and 200),
  name text not null check (length(name) between 1 and 200),
  job_title text check (length(job_title) <= 200),
  email text check (length(email) <= 254),
  direct_dial text check (length(direct_dial) <= 40),
  team_id text check (length(team_id) between 1 and 200),
  office_id text check (length(office_id) between 1 and 200),
  -- Whose jobs alone they see, for a contractor's people.
  contractor_id text check (length(contractor_id) between 1 and 200),
  roles text[] not null default '{}' check (cardinality(roles) <= 20),
  active boolean not null default true,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, staff_id),
  foreign key (landlord, team_id) references teams (landlord, team_id),
  foreign key (landlord, office_id) references offices (landlord, office_id),
  foreign key (landlord, contractor_id) references contractors (landlord, contractor_id)
);
call protect('staff', 'select, insert, update, delete');
create index staff_of_team on staff (landlord, team_id, staff_id) where team_id is not null;
create index staff_of_office on staff (landlord, office_id, staff_id) where office_id is not null;
create index staff_of_contractor on staff (landlord, contractor_id, staff_id) where contractor_id is not null;
create index staff_by_email on staff (landlord, lower(email)) where email is not null;

create table homes (
  landlord integer not null references landlords,
  home_id text not null check (length(home_id) between 1 and 200),
  address text not null check (length(address) between 1 and 500),
  postcode text check (length(postcode) <= 8),
  uprn text check (uprn ~ '^[0-9]{1,12}$'),
  kind text check (length(kind) <= 100),
  bedrooms integer check (bedrooms between 0 and 50),
  office_id text check (length(office_id) between 1 and 200),
  ended_on date,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, home_id),
  foreign key (landlord, office_id) references offices (landlord, office_id)
);
call protect('homes', 'select, insert, update, delete');
create index homes_of_office on homes (landlord, office_id, home_id) where office_id is not null;

create table customers (
  landlord integer not null references landlords,
  customer_id text not null check (length(customer_id) between 1 and 200),
  kind text not null check (kind in ('person', 'organisation')),
  since date,
  preferred_channel text check (length(preferred_channel) <= 100),
  copy_to_representative boolean not null default false,
  -- Set by an erasure: who they were is gone, and what happened stays.
  erased_at timestamptz,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, customer_id)
);
call protect('customers', 'select, insert, update, delete');

create table customer_names (
  landlord integer not null,
  customer_id text not null check (length(customer_id) between 1 and 200),
  name text not null check (length(name) between 1 and 200),
  title text check (length(title) <= 40),
  known_as text check (length(known_as) <= 200),
  date_of_birth date,
  primary key (landlord, customer_id),
  foreign key (landlord, customer_id) references customers (landlord, customer_id)
);
call protect('customer_names', 'select, insert, update, delete');

create table contact_details (
  landlord integer not null,
  customer_id text not null check (length(customer_id) between 1 and 200),
  telephone text check (length(telephone) <= 40),
  mobile text check (length(mobile) <= 40),
  other_telephone text check (length(other_telephone) <= 40),
  email text check (length(email) <= 254),
  other_email text check (length(other_email) <= 254),
  address text check (length(address) <= 500),
  postcode text check (length(postcode) <= 8),
  primary key (landlord, customer_id),
  foreign key (landlord, customer_id) references customers (landlord, customer_id)
);
call protect('contact_details', 'select, insert, update, delete');

create table representatives (
  landlord integer not null references landlords,
  authority_id text not null check (length(authority_id) between 1 and 200),
  customer_id text not null check (length(customer_id) between 1 and 200),
  -- Who speaks for them: a customer record of its own.
  representative_id text not null check (length(representative_id) between 1 and 200),
  kind text not null check (length(kind) <= 100),
  scope text not null check (length(scope) <= 100),
  seen_on date not null,
  valid_from date,
  valid_until date check (valid_until >= valid_from),
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, authority_id),
  foreign key (landlord, customer_id) references customers (landlord, customer_id),
  foreign key (landlord, representative_id) references customers (landlord, customer_id)
);
call protect('representatives', 'select, insert, update, delete');
create index representatives_of_customer on representatives (landlord, customer_id, authority_id);
create index represented_by on representatives (landlord, representative_id, authority_id);

create table communication_needs (
  landlord integer not null references landlords,
  need_id text not null check (length(need_id) between 1 and 200),
  customer_id text not null check (length(customer_id) between 1 and 200),
  need text not null check (length(need) <= 100),
  language text check (length(language) <= 35),
  told_on date,
  ended_on date,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, need_id),
  foreign key (landlord, customer_id) references customers (landlord, customer_id)
);
call protect('communication_needs', 'select, insert, update, delete');
create index communication_needs_of_customer on communication_needs (landlord, customer_id, need_id);

create table customer_alerts (
  landlord integer not null references landlords,
  alert_id text not null check (length(alert_id) between 1 and 200),
  customer_id text not null check (length(customer_id) between 1 and 200),
  alert text not null check (length(alert) <= 100),
  set_on date not null,
  review_on date not null check (review_on >= set_on),
  ended_on date,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, alert_id),
  foreign key (landlord, customer_id) references customers (landlord, customer_id)
);
call protect('customer_alerts', 'select, insert, update, delete');
create index customer_alerts_of_customer on customer_alerts (landlord, customer_id, alert_id);
create index customer_alerts_to_review on customer_alerts (landlord, review_on) where ended_on is null;

create table profile_strands (
  landlord integer not null references landlords,
  strand_id text not null check (length(strand_id) between 1 and 200),
  customer_id text not null check (length(customer_id) between 1 and 200),
  strand text not null check (length(strand) <= 100),
  -- A code, or prefer-not-to-say, which is an answer.
  value text not null check (length(value) between 1 and 100),
  told_on date,
  source text check (length(source) <= 100),
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, strand_id),
  unique (landlord, customer_id, strand),
  foreign key (landlord, customer_id) references customers (landlord, customer_id)
);
call protect('profile_strands', 'select, insert, update, delete');

create table tenancies (
  landlord integer not null references landlords,
  tenancy_id text not null check (length(tenancy_id) between 1 and 200),
  home_id text check (length(home_id) between 1 and 200),
  kind text not null check (length(kind) <= 100),
  started_on date,
  ended_on date check (ended_on >= started_on),
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null check (length(changed_by) <= 250),
  primary key (landlord, tenancy_id),
  foreign key (landlord, home_id) references homes (landlord, home_id)
);
call protect('tenancies', 'select, insert, update, delete');
create index tenancies_of_home on tenancies (landlord, home_id, tenancy_id) where home_id is not null;

-- Who holds it: several where it is joint, in the order of the agreement.
create table tenancy_customers (
  landlord integer not null,
  tenancy_id text not null check (length(tenancy_id) between 1 and 200),
  customer_id text not null check (length(customer_id) between 1 and 200),
  place smallint not null check (place between 1 and 20),
  primary key (landlord, tenancy_id, customer_id),
  foreign key (landlord, tenancy_id) references tenancies (landlord, tenancy_id),
  foreign key (landlord, customer_id) references customers (landlord, customer_id)
);
call protect('tenancy_customers', 'select, insert, update, delete');
create index tenancies_of_customer on tenancy_customers (landlord, customer_id, tenancy_id);

-- A file of masters: tried first, then run, and undone where need be.
create table imports (
  landlord integer not null references landlords,
  import_id text not null check (length(import_id) between 1 and 200),
  kind text not null check (length(kind) <= 100),
  file_name text check (length(file_name) <= 200),
  digest bytea not null,
  encoding text not null check (length(encoding) <= 40),
  -- The columns of the file, as headed there, in its order.
  headings text[] not null,
  state text not null check (state in ('reading', 'tried', 'running', 'done', 'undoing', 'undone')),
  made_at timestamptz(3) not null,
  made_by text not null check (length(made_by) <= 250),
  done_at timestamptz,
  undone_at timestamptz,
  primary key (landlord, import_id)
);
call protect('imports', 'select, insert, update');
create index imports_latest on imports (landlord, made_at desc, import_id desc);

-- A row of the file and what became of it. What it said, and what stood there before, are words: emptied with the
-- customer's own, and when the time for undoing it is over.
create table import_rows (
  landlord integer not null,
  import_id text not null,
  line integer not null check (line > 0),
  id text check (length(id) <= 200),
  outcome text not null check (outcome in ('add', 'change', 'same', 'rejected')),
  -- Which fields change; or the one at fault.
  fields text[] not null default '{}',
  reason text check (length(reason) <= 1000),
  -- As it stood in the file, cell by cell.
  cells text[],
  -- The row as it is to be, and as it was.
  after json,
  before json,
  version_after integer,
  done_at timestamptz,
  undone_at timestamptz,
  -- Why it could not be undone.
  stays text check (length(stays) <= 500),
  emptied_at timestamptz,
  primary key (landlord, import_id, line),
  foreign key (landlord, import_id) references imports (landlord, import_id)
);
call protect('import_rows', 'select, insert, update');
create index import_rows_by_outcome on import_rows (landlord, import_id, outcome, line);
create index import_rows_to_do on import_rows (landlord, import_id, line)
  where done_at is null and outcome in ('add', 'change');
create index import_rows_to_undo on import_rows (landlord, import_id, line)
  where done_at is not null and undone_at is null and stays is null and outcome in ('add', 'change');
create index import_rows_of on import_rows (landlord, id) where emptied_at is null;
