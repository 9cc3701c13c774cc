-- Whose eyes the present transaction looks through: set by the program at the start of every transaction.
create or replace function at_scope() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('tsunagi.now', true), '')::timestamptz, now())
$$;
