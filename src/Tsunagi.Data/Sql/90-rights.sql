-- The program may read, add and change; it deletes nothing but spent technical rows, and never touches the audit's past.
grant usage on schema public to tsunagi;
grant select, insert, update on all tables in schema public to tsunagi;
grant usage, select on all sequences in schema public to tsunagi;
grant delete on idempotency_key, sign_in_attempt, api_token, setting to tsunagi;
revoke update on audit_entry, audit_seal, audit_checkpoint from tsunagi;
revoke insert on audit_seal from tsunagi;
revoke insert, update on "__EFMigrationsHistory" from tsunagi;
revoke all on function seal_audit(int) from public;
grant execute on function seal_audit(int) to tsunagi;
