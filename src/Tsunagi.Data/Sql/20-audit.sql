-- The audit: appended to by the program, sealed into a hash chain by one sealer, changed by nobody.
alter table audit_entry add column if not exists transaction xid8 not null default pg_current_xact_id();
create index if not exists audit_entry_transaction on audit_entry (transaction, sequence);

create table if not exists audit_seal (
  position bigint primary key,
  sequence bigint not null unique references audit_entry (sequence),
  hash bytea not null);

create table if not exists audit_checkpoint (
  position bigint primary key references audit_seal (position),
  at timestamptz not null,
  hash bytea not null,
  signature bytea not null);

-- The canonical text of a line; the verifier hashes the same text by its own code.
create or replace function audit_text(e audit_entry) returns text language sql stable as $$
  select concat_ws(chr(31), e.sequence, extract(epoch from e.at), e.account_id, e.organisation_id,
    e.permission, e.kind, e.root_kind, e.root_id, coalesce(e.legal_basis, ''), coalesce(e.reason, ''), e.payload::text)
$$;

-- Chains the lines of finished transactions. A line is final when its transaction is older than every running one, so
-- the order (transaction, sequence) never changes behind the seal. One sealer at a time; the others return at once.
create or replace function seal_audit(most int default 5000) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  line audit_entry;
  last_position bigint := 0;
  last_hash bytea := '\x';
  last_transaction xid8 := '0';
  last_sequence bigint := 0;
  sealed bigint := 0;
begin
  -- AdvisoryKeys.AuditSeal
  if not pg_try_advisory_xact_lock(7235001) then return 0; end if;
  select s.position, s.hash, e.transaction, e.sequence
    into last_position, last_hash, last_transaction, last_sequence
    from audit_seal s join audit_entry e using (sequence) order by s.position desc limit 1;
  if not found then
    last_position := 0; last_hash := '\x'; last_transaction := '0'; last_sequence := 0;
  end if;
  for line in
    select * from audit_entry e
    where (e.transaction, e.sequence) > (last_transaction, last_sequence)
      and e.transaction < pg_snapshot_xmin(pg_current_snapshot())
    order by e.transaction, e.sequence limit most
  loop
    last_position := last_position + 1;
    last_hash := sha256(last_hash || convert_to(audit_text(line), 'UTF8'));
    insert into audit_seal (position, sequence, hash) values (last_position, line.sequence, last_hash);
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;

-- Lines about a sealed matter are seen by those who may read the matter, and by nobody else (rules §2): not by its
-- proposer, nor by a chair who has not taken the duty yet, whose grant is an envelope.
alter table audit_entry enable row level security;
drop policy if exists audit_append on audit_entry;
create policy audit_append on audit_entry for insert to tsunagi with check (true);
drop policy if exists audit_read on audit_entry;
create policy audit_read on audit_entry for select to tsunagi using (
  root_kind <> 'Matter' or exists (
    select 1 from access_grant g
    where g.root_id = audit_entry.root_id and g.subject_id = nullif(current_setting('tsunagi.account', true), '')::uuid
      and g.level <> 'Envelope' and g.starts_at <= at_scope() and at_scope() < g.ends_at));
