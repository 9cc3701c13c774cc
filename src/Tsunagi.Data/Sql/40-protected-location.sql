-- Protected locations (支援措置, R-09; docs/adr/0006). What stands here is unreadable without a key that is not in the database, is
-- part of no model, and is shown to nobody but a named reader who writes down in the same transaction that they look.
create table if not exists protected_location (
  sequence bigint generated always as identity primary key,
  person_id uuid not null references person (id),
  key_id text not null,
  nonce bytea not null check (octet_length(nonce) = 12),
  ciphertext bytea not null check (octet_length(ciphertext) > 16),
  written_at timestamptz not null,
  written_by uuid not null references account (id),
  transaction xid8 not null default pg_current_xact_id(),
  unique (key_id, nonce));
create index if not exists protected_location_person on protected_location (person_id, sequence desc);

alter table protected_location_read add column if not exists transaction xid8 not null default pg_current_xact_id();
create index if not exists protected_location_read_transaction on protected_location_read (transaction);

create or replace function current_account() returns uuid language sql stable as $$
  select nullif(current_setting('tsunagi.account', true), '')::uuid
$$;

alter table protected_location enable row level security;
drop policy if exists protected_location_write on protected_location;
create policy protected_location_write on protected_location for insert to tsunagi with check (
  written_by = current_account()
  and not exists (select 1 from exclusion x where x.root_id = protected_location.person_id and x.account_id = current_account()));

drop policy if exists protected_location_see on protected_location;
create policy protected_location_see on protected_location for select to tsunagi using (
  not exists (select 1 from exclusion x where x.root_id = protected_location.person_id and x.account_id = current_account())
  and (
    -- The writer, in the very transaction that stores it.
    (written_by = current_account() and transaction = pg_current_xact_id_if_assigned())
    -- A reader whose time has come and is not over, and who has written this look down.
    or exists (
      select 1 from protected_location_reader r join protected_location_read l on l.reader_id = r.id
      where r.person_id = protected_location.person_id and r.account_id = current_account()
        and r.starts_at <= at_scope() and at_scope() < r.ends_at
        and l.person_id = protected_location.person_id and l.account_id = current_account()
        and l.transaction = pg_current_xact_id_if_assigned())));

-- A measure that holds and the mark on the person go together, whoever writes either.
create or replace function protection_agrees() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who uuid := case when tg_table_name = 'person' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'person_id')::uuid end;
begin
  if exists (select 1 from protection_measure m join person p on p.id = m.person_id
             where m.person_id = who and m.state <> 'Ended' and not p.is_location_protected) then
    raise exception 'A person under a measure that holds is protected.' using errcode = 'check_violation';
  end if;
  return null;
end $$;
drop trigger if exists person_protection_agrees on person;
create constraint trigger person_protection_agrees after update of is_location_protected on person
  deferrable initially deferred for each row execute function protection_agrees();
drop trigger if exists measure_protection_agrees on protection_measure;
create constraint trigger measure_protection_agrees after insert or update of state on protection_measure
  deferrable initially deferred for each row execute function protection_agrees();

-- Beside the record (whose own constraint is person_protected_has_no_place) no place of a protected person stays either: not in the trace
-- of corrections, and not in any tie that was not withheld.
create or replace function no_place_stays() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who uuid := case when tg_table_name = 'person' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'person_id')::uuid end;
begin
  if not exists (select 1 from person p where p.id = who and p.is_location_protected) then
    return null;
  end if;
  if exists (
    select 1 from person_correction c
    where c.person_id = who and not c.is_withheld and (c.old_value is not null or c.new_value is not null)
      and c.field in ('AddressKind', 'Address', 'School', 'Clinic', 'Workplace', 'Stay', 'Phones')) then
    raise exception 'The trace of a protected person keeps no place.' using errcode = 'check_violation';
  end if;
  if exists (select 1 from support_tie t where t.person_id = who and not t.is_withheld) then
    raise exception 'A protected person has no ties on record.' using errcode = 'check_violation';
  end if;
  return null;
end $$;
drop trigger if exists person_no_place_stays on person;
create constraint trigger person_no_place_stays after update of is_location_protected on person
  deferrable initially deferred for each row execute function no_place_stays();
drop trigger if exists correction_no_place_stays on person_correction;
create constraint trigger correction_no_place_stays after insert or update on person_correction
  deferrable initially deferred for each row execute function no_place_stays();
drop trigger if exists support_tie_no_place_stays on support_tie;
create constraint trigger support_tie_no_place_stays after insert or update on support_tie
  deferrable initially deferred for each row execute function no_place_stays();
