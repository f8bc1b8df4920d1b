-- Lists of cases by kind and by team, the latest first; and searches in what was written.
create index cases_of_kind on cases (landlord, kind, last_at desc, case_id desc);
create index cases_open_of_kind on cases (landlord, kind, last_at desc, case_id desc) where is_open;
create index cases_open_of_team on cases (landlord, team_id, last_at desc, case_id desc)
  where is_open and team_id is not null;

-- A list that somebody keeps, for themselves, their team or everybody. What it shows is looked up anew each time.
create table views (
  landlord integer not null references landlords,
  view_id text not null check (length(view_id) between 1 and 200),
  name text not null check (length(name) between 1 and 80),
  filter json not null check (length(filter::text) <= 4000),
  owner text not null check (length(owner) between 1 and 200),
  shared_with text not null check (shared_with in ('nobody', 'team', 'everybody')),
  team_id text check (length(team_id) between 1 and 200),
  made_at timestamptz not null,
  primary key (landlord, view_id),
  check ((shared_with = 'team') = (team_id is not null))
);
call protect('views', 'select, insert, update, delete');
create index views_of_owner on views (landlord, owner, name);
create index views_shared on views (landlord, shared_with, team_id, name) where shared_with <> 'nobody';

-- Erasure empties the text, and with it what stands here.
create index words_by_text on words using gin (to_tsvector('english', text)) where text is not null;
create index words_latest on words (landlord, written_at desc, words_id desc) where text is not null;

-- The operator of text search is not leakproof, so behind row-level security it could use no index. As `search_for`, this
-- looks with the rights of its owner and filters by landlord itself.
create function search_words(wanted text, before_at timestamptz, before_id text, most integer)
  returns table (words_id text, kind text, customer_id text, case_id text, written_at timestamptz, written_by text,
    snippet text)
  language plpgsql stable security definer
  set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan
  as $$
declare
  asked tsquery := websearch_to_tsquery('english', wanted);
begin
  if numnode(asked) = 0 then
    return;
  end if;
  return query
    select f.words_id, f.kind, coalesce(f.customer_id, c.customer_id), f.case_id, f.written_at, f.written_by,
           -- The hits stand between two letters that nobody types.
           ts_headline('english', f.text, asked,
             format('StartSel=%s, StopSel=%s, MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=" … "',
               chr(57344), chr(57345)))
      from (select w.words_id, w.kind, w.customer_id, w.case_id, w.written_at, w.written_by, w.text
              from words w
             where w.landlord = kept_landlord() and w.text is not null
               and to_tsvector('english', w.text) @@ asked
               and (w.written_at, w.words_id) < (before_at, before_id)
             order by w.written_at desc, w.words_id desc limit least(most, 100)) f
      left join cases c on c.landlord = kept_landlord() and c.case_id = f.case_id
     order by f.written_at desc, f.words_id desc;
end $$;
revoke all on function search_words(text, timestamptz, text, integer) from public;
grant execute on function search_words(text, timestamptz, text, integer) to kept_app;
