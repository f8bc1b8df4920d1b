-- One row for everything that can be looked for, kept in the same transaction as what it stands for. The names in it are
-- words: erasure removes them.

create table search_rows (
  landlord integer not null references landlords,
  kind text not null check (kind in ('case', 'customer', 'home')),
  id text not null check (length(id) between 1 and 200),
  -- Names without capitals and accents, for being found in spite of the spelling.
  name text not null default '' check (length(name) <= 500),
  -- Telephone numbers, postcodes, addresses of e-mail and references in their normal forms, with spaces between.
  keys text not null default '' check (length(keys) <= 1200),
  -- What a list shows of it.
  shown json not null default '{}',
  primary key (landlord, kind, id)
);
call protect('search_rows', 'select, insert, update, delete');
create index search_rows_by_name on search_rows using gin (name gin_trgm_ops) where kind <> 'case';
create index search_rows_by_keys on search_rows using gin (keys gin_trgm_ops) where kind <> 'case';
-- There are far more cases than customers, and each is looked for by the beginning of its reference alone.
create index search_rows_of_cases on search_rows (landlord, keys text_pattern_ops) where kind = 'case';

-- Trigram operators are not leakproof, so behind row-level security they could use no index. This function looks with
-- the rights of its owner and filters by landlord itself; it is the only way in that can.
create function search_for(kinds text[], wanted_name text, wanted_key text, contractor text, most integer)
  returns table (kind text, id text, shown json, nearness real)
  language plpgsql stable security definer
  set search_path = public, pg_temp
  set pg_trgm.word_similarity_threshold = 0.45
  set plan_cache_mode = force_custom_plan
  as $$
begin
  if wanted_key is not null then
    return query
      (select s.kind, s.id, s.shown, 1::real
         from search_rows s
        where s.landlord = kept_landlord() and s.kind <> 'case' and s.kind = any (kinds) and contractor is null
          and s.keys like wanted_key
        order by s.kind, s.id limit least(most, 200))
      union all
      (select s.kind, s.id, s.shown, 1::real
         from search_rows s
        where s.landlord = kept_landlord() and s.kind = 'case' and 'case' = any (kinds)
          and s.keys like substr(wanted_key, 2)
          and (contractor is null or exists (
                select 1 from cases c
                 where c.landlord = s.landlord and c.case_id = s.id and c.contractor_id = contractor))
        order by s.id limit least(most, 200));
  end if;
  if wanted_name is not null and contractor is null then
    return query
      select s.kind, s.id, s.shown, word_similarity(wanted_name, s.name) as near
        from search_rows s
       where s.landlord = kept_landlord() and s.kind <> 'case' and s.kind = any (kinds) and wanted_name <% s.name
       order by near desc, s.name, s.kind, s.id limit least(most, 200);
  end if;
end $$;
revoke all on function search_for(text[], text, text, text, integer) from public;
grant execute on function search_for(text[], text, text, text, integer) to kept_app;
