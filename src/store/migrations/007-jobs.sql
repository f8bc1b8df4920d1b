-- Work that is done later, and what it leaves behind: mail, deliveries, notices, and how each task went. The queue itself
-- is the job library's own schema, `graphile_worker`, which its own migrations install after these; so functions here that
-- touch it are in plpgsql, which looks names up when it runs.

-- Adds a job in the caller's own transaction: rolled back with it, seen with it. The landlord is put in here from the
-- wall's own setting, and stands in the key too, so that nobody can hand a job to another landlord or push one aside.
-- With `unless_there`, nothing is added while one with this key waits, runs or is to be tried again.
create function kept_enqueue(task text, payload json, run_at timestamptz, key text, unless_there boolean) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  whose integer := public.kept_landlord();
  whole_key text := whose || ':' || task || ':' || key;
begin
  if whose is null then
    raise exception 'a job belongs to a landlord, and none is set';
  end if;
  if unless_there and exists (
    select 1 from graphile_worker._private_jobs j
     where j.key = whole_key and (j.locked_at is not null or j.attempts < j.max_attempts)
  ) then
    return;
  end if;
  perform graphile_worker.add_job(
    task, json_build_object('landlord', whose, 'asked', payload), run_at => run_at, job_key => whole_key, max_attempts => 12);
end $$;
revoke execute on function kept_enqueue(text, json, timestamptz, text, boolean) from public;
grant execute on function kept_enqueue(text, json, timestamptz, text, boolean) to kept_app;

-- One landlord's jobs as its staff may see them. `failed` are those that have had their last try.
create function kept_jobs()
  returns table (job_id bigint, task text, state text, run_at timestamptz, tries integer, most_tries integer,
                 failed_why text, made_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  return query
    select j.id, t.identifier,
           case when j.locked_at is not null then 'running'
                when j.attempts >= j.max_attempts then 'failed'
                when j.attempts > 0 then 'to be tried again'
                when j.run_at > now() then 'later'
                else 'waiting' end,
           j.run_at, j.attempts::integer, j.max_attempts::integer, left(j.last_error, 500), j.created_at
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where (j.payload ->> 'landlord')::integer = public.kept_landlord();
end $$;
revoke execute on function kept_jobs() from public;
grant execute on function kept_jobs() to kept_app;

-- Gives a job that failed for good its tries again. True where there was one of this landlord.
create function kept_run_again(job bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform 1 from graphile_worker._private_jobs j
   where j.id = job and j.locked_at is null and j.attempts >= j.max_attempts
     and (j.payload ->> 'landlord')::integer = public.kept_landlord()
   for update;
  if not found then
    return false;
  end if;
  perform graphile_worker.reschedule_jobs(array[job], run_at => now(), attempts => 0);
  perform pg_notify('jobs:insert', '{"count":1}');
  return true;
end $$;
revoke execute on function kept_run_again(bigint) from public;
grant execute on function kept_run_again(bigint) to kept_app;

-- The queue as a whole, for the machine's figures: counts and nothing else.
create function kept_queue_state()
  returns table (task text, state text, jobs integer, oldest_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  return query
    select t.identifier,
           case when j.locked_at is not null then 'running'
                when j.attempts >= j.max_attempts then 'failed'
                else 'queued' end as its_state,
           count(*)::integer, min(j.run_at)
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     group by t.identifier, its_state;
end $$;
revoke execute on function kept_queue_state() from public;
grant execute on function kept_queue_state() to kept_app;

-- How each task has gone for a landlord, in sums, so that what fails over and over is seen although it is tried again.
create table task_runs (
  landlord integer not null references landlords,
  task text not null check (length(task) between 1 and 100),
  runs bigint not null,
  milliseconds bigint not null,
  failures bigint not null,
  failures_in_a_row integer not null,
  ran_at timestamptz not null,
  succeeded_at timestamptz,
  failed_at timestamptz,
  failed_why text check (length(failed_why) <= 500),
  primary key (landlord, task)
);
call protect('task_runs', 'select, insert, update');

create function kept_task_state()
  returns table (task text, runs bigint, milliseconds bigint, failures bigint, failing integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select task, sum(runs)::bigint, sum(milliseconds)::bigint, sum(failures)::bigint,
           count(*) filter (where failures_in_a_row > 0)::integer
      from public.task_runs group by task $$;
revoke execute on function kept_task_state() from public;
grant execute on function kept_task_state() to kept_app;

-- Mail to be handed over. Its address, subject and text are words: gone once handed over and no longer needed.
create table outbox (
  landlord integer not null references landlords,
  mail_id text not null check (length(mail_id) between 1 and 40),
  recipient text check (length(recipient) between 3 and 320),
  subject text check (length(subject) <= 300),
  text text check (length(text) <= 200000),
  -- What sort of mail it is, and whom and what it concerns, so that erasing a customer's words finds it.
  about text not null check (length(about) between 1 and 100),
  customer_id text,
  case_id text,
  -- Kept from the first try to the last, so that a mail handed over twice is known as one.
  message_id text not null check (length(message_id) <= 200),
  made_at timestamptz not null,
  tries integer not null default 0,
  next_at timestamptz not null,
  failed_at timestamptz,
  failed_why text check (length(failed_why) <= 500),
  handed_over_at timestamptz,
  erased_at timestamptz,
  primary key (landlord, mail_id),
  check ((erased_at is null) = (recipient is not null))
);
call protect('outbox', 'select, insert, update');
create index outbox_waiting on outbox (landlord, next_at) where handed_over_at is null and erased_at is null;
create index outbox_handed_over on outbox (landlord, handed_over_at) where handed_over_at is not null and erased_at is null;
create index outbox_of_customer on outbox (landlord, customer_id) where customer_id is not null and erased_at is null;

create table webhooks (
  landlord integer not null references landlords,
  webhook_id text not null check (length(webhook_id) between 1 and 40),
  url text not null check (length(url) between 8 and 2000),
  -- Sealed with the installation's secret; the one before it signs too until then, so that a receiver can change over.
  secret bytea not null check (length(secret) <= 300),
  old_secret bytea check (length(old_secret) <= 300),
  old_until timestamptz,
  -- Of which types of event; none means of all.
  types text[] not null default '{}' check (cardinality(types) <= 100),
  active boolean not null default true,
  made_at timestamptz not null,
  made_by text not null,
  primary key (landlord, webhook_id)
);
call protect('webhooks', 'select, insert, update, delete');

-- An event on its way to a webhook. Its body is made from the ledger when it is sent.
create table webhook_deliveries (
  landlord integer not null,
  delivery_id text not null check (length(delivery_id) between 1 and 64),
  webhook_id text not null,
  case_id text not null,
  sequence integer not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  tries integer not null default 0,
  next_at timestamptz not null,
  last_status integer,
  last_error text check (length(last_error) <= 500),
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (landlord, delivery_id),
  unique (landlord, webhook_id, case_id, sequence),
  foreign key (landlord, webhook_id) references webhooks (landlord, webhook_id) on delete cascade,
  foreign key (landlord, case_id, sequence) references events (landlord, case_id, sequence)
);
call protect('webhook_deliveries', 'select, insert, update, delete');
create index deliveries_waiting on webhook_deliveries (landlord, webhook_id, next_at) where state = 'waiting';
create index deliveries_listed on webhook_deliveries (landlord, made_at desc, delivery_id desc);
create index deliveries_over on webhook_deliveries (landlord, ended_at) where state = 'delivered';

-- That a promise falls due or is overdue, told once to whoever had it then.
create table notices (
  landlord integer not null references landlords,
  case_id text not null,
  promise text not null,
  n integer not null,
  occasion text not null check (occasion in ('due', 'overdue')),
  staff_id text not null,
  kind text not null,
  keeps_until timestamptz not null,
  due_on date,
  made_at timestamptz not null,
  -- When it was put into a mail, or found to need none.
  told_at timestamptz,
  mail_id text,
  seen_at timestamptz,
  primary key (landlord, case_id, promise, n, occasion)
);
call protect('notices', 'select, insert, update, delete');
create index notices_of_staff on notices (landlord, staff_id, made_at desc);
create index notices_untold on notices (landlord, staff_id) where told_at is null;
create index notices_made on notices (landlord, made_at);

-- How a member of staff wants to be told; by the morning's digest where nothing is said.
create table notice_preferences (
  landlord integer not null references landlords,
  staff_id text not null,
  how text not null check (how in ('digest', 'at once', 'none')),
  primary key (landlord, staff_id)
);
call protect('notice_preferences', 'select, insert, update');

-- The working days on which the morning's digests went out.
create table digest_days (
  landlord integer not null references landlords,
  day date not null,
  sent_at timestamptz not null,
  primary key (landlord, day)
);
call protect('digest_days', 'select, insert, delete');
