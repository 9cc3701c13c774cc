-- A token for the API acts as its account and carries no stamp of its own: whatever ends the sign-ins of an account ends its tokens in
-- the same statement, and what is taken up again later begins without any.
create or replace function end_api_tokens() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from api_token where account_id = new.id;
  return null;
end $$;
drop trigger if exists account_ends_api_tokens on account;
create trigger account_ends_api_tokens after update of security_stamp, is_active on account
  for each row when (old.security_stamp is distinct from new.security_stamp or not new.is_active) execute function end_api_tokens();
