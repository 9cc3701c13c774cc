-- Names and telephone numbers are found by their pairs of characters: two-character searches, usual in Japanese, are
-- indexed too (a trigram index would scan). Outside row-level security, since policies switch the index off: the access
-- filter of the query guards it.
create or replace function bigrams(text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct substr($1, i, 2)), '{}') from generate_series(1, length($1) - 1) i
$$;

alter table person add column if not exists search_bigrams text[]
  generated always as (bigrams(search_keys || ' ' || phone_keys)) stored;
create index if not exists person_search on person using gin (search_bigrams);
