-- Open cases, the latest first or the oldest first: from the end of all cases, there are no open ones for long.
create index cases_open on cases (landlord, last_at desc, case_id desc) where is_open;
create index cases_open_of_holder on cases (landlord, holder_id, last_at desc, case_id desc)
  where is_open and holder_id is not null;

-- What was written is found by one of two ways. A word that few have written is looked up; of one that many have, the
-- latest are soon met by reading backwards in time. The planner cannot tell which it is of words it has no statistics of,
-- and reading through everything for a word that nobody wrote takes half a minute, so we count first, up to a limit.
create function words_hit(asked tsquery, most integer) returns setof text
  language sql stable security definer
  set search_path = public, pg_temp
  set enable_seqscan = off
  set enable_indexscan = off
  as $$
    select w.words_id from words w
     where w.landlord = kept_landlord() and w.text is not null and to_tsvector('english', w.text) @@ asked
     limit least(most, 2000) $$;
revoke all on function words_hit(tsquery, integer) from public;

create or replace function search_words(wanted text, before_at timestamptz, before_id text, most integer)
  returns table (words_id text, kind text, customer_id text, case_id text, written_at timestamptz, written_by text,
    snippet text)
  language plpgsql stable security definer
  set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan
  as $$
declare
  asked tsquery := websearch_to_tsquery('english', wanted);
  hits text[];
  found_ids text[];
begin
  if numnode(asked) = 0 then
    return;
  end if;
  hits := array(select words_hit(asked, 2000));
  if cardinality(hits) < 2000 then
    found_ids := array(
      select w.words_id from words w
       where w.landlord = kept_landlord() and w.words_id = any (hits) and (w.written_at, w.words_id) < (before_at, before_id)
       order by w.written_at desc, w.words_id desc limit least(most, 100));
  else
    found_ids := array(
      select w.words_id from words w
       where w.landlord = kept_landlord() and w.text is not null and to_tsvector('english', w.text) @@ asked
         and (w.written_at, w.words_id) < (before_at, before_id)
       order by w.written_at desc, w.words_id desc limit least(most, 100));
  end if;
  return query
    select w.words_id, w.kind, coalesce(w.customer_id, c.customer_id), w.case_id, w.written_at, w.written_by,
           -- The hits stand between two letters that nobody types.
           ts_headline('english', w.text, asked,
             format('StartSel=%s, StopSel=%s, MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=" … "',
               chr(57344), chr(57345)))
      from words w
      left join cases c on c.landlord = w.landlord and c.case_id = w.case_id
     where w.landlord = kept_landlord() and w.words_id = any (found_ids)
     order by w.written_at desc, w.words_id desc;
end $$;
