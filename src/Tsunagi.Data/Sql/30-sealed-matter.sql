-- 支援会議 (社会福祉法106条の6): the sealed zone, closed row by row. The program's role sees a row only for the account of
-- the running transaction (tsunagi.account) when that account is the chair, the secretary or a named reader to whom the
-- duty was explained, and only as far as the naming reaches (rules §2; R-04, R-05). The functions below tell the same
-- rule as Domain/Conferences/MatterAccess.cs; a test compares the two.
--
-- They run as the owner, so that a rule may look at rows it is itself guarding; and in plpgsql, which plans each once in a
-- session and not once for every row (docs/adr/0035). An end is inclusive here and exclusive in the domain: the transaction
-- in which somebody leaves must still be able to write that they left.

create or replace function sealed_account() returns uuid language sql stable as $$
  select nullif(current_setting('tsunagi.account', true), '')::uuid
$$;

-- The participant the account is in a matter, once the duty was explained to them.
create or replace function sealed_self(the_matter uuid) returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select p.id from matter_participant p
    where p.matter_id = the_matter and p.account_id = sealed_account()
      and (p.left_at is null or at_scope() <= p.left_at)
      and exists (select 1 from matter_explanation e where e.participant_id = p.id and e.recorded_at <= at_scope())
    limit 1);
end $$;

-- Chair or secretary: both read all of it, once they took the duty on themselves.
create or replace function sealed_office(the_matter uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select exists (select 1 from matter m where m.id = the_matter and sealed_account() in (m.chair_id, m.secretary_id))
      and sealed_self(the_matter) is not null);
end $$;

-- How far a naming reaches into one session: null, 'NamedItems' or 'WholeSession'.
create or replace function sealed_scope(the_matter uuid, session int) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select max(n.scope) from matter_naming n
    where n.matter_id = the_matter and n.session_number = session and n.participant_id = sealed_self(the_matter)
      and n.starts_at <= at_scope() and (n.ended_at is null or at_scope() <= n.ended_at));
end $$;

create or replace function sealed_reads(the_matter uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select sealed_office(the_matter) or exists (
      select 1 from matter_naming n
      where n.matter_id = the_matter and n.participant_id = sealed_self(the_matter)
        and n.starts_at <= at_scope() and (n.ended_at is null or at_scope() <= n.ended_at)));
end $$;

create or replace function sealed_reads_whole(the_matter uuid, session int) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select sealed_office(the_matter) or coalesce(sealed_scope(the_matter, session) = 'WholeSession', false));
end $$;

create or replace function sealed_reads_item(the_matter uuid, session int, item uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select sealed_office(the_matter) or coalesce(
      sealed_scope(the_matter, session) is not null and (
        exists (select 1 from matter_item_naming n
          where n.item_id = item and n.participant_id = sealed_self(the_matter) and n.starts_at <= at_scope())
        or (sealed_scope(the_matter, session) = 'WholeSession'
          and not (select i.named_only from matter_item i where i.id = item))), false));
end $$;

-- The matter's own row (ids and state): those above, the chair it was proposed to, and the proposer.
create or replace function sealed_touches(the_matter uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select sealed_reads(the_matter) or exists (
      select 1 from matter m where m.id = the_matter and sealed_account() in (m.chair_id, m.proposed_by)));
end $$;

-- Who may add rows: readers answer requests, the chair takes the chair.
create or replace function sealed_writes(the_matter uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (
    select sealed_reads(the_matter) or exists (
      select 1 from matter m where m.id = the_matter and m.chair_id = sealed_account()));
end $$;

do $$
declare
  rule record;
begin
  for rule in
    select * from (values
      ('matter', 'sealed_touches(id)', 'proposed_by = sealed_account()'),
      ('matter_paper', 'sealed_reads_whole(matter_id, 1) or exists (select 1 from matter m where m.id = matter_id and m.proposed_by = sealed_account())',
        'exists (select 1 from matter m where m.id = matter_id and m.proposed_by = sealed_account())'),
      ('matter_notice', 'sealed_office(matter_id) or sealed_account() in (by, addressed_to)', 'by = sealed_account()'),
      ('matter_participant', 'sealed_reads(matter_id) or (account_id = sealed_account() and sealed_writes(matter_id))', null),
      ('matter_explanation', 'sealed_reads(matter_id)', null),
      ('matter_naming', 'sealed_reads(matter_id)', null),
      ('matter_session', 'sealed_reads(matter_id)', null),
      ('matter_seat', 'sealed_reads(matter_id)', null),
      ('matter_item_naming', 'sealed_reads(matter_id)', null),
      ('matter_agenda', 'sealed_reads_item(matter_id, session_number, item_id)', null),
      ('matter_item', 'sealed_office(matter_id) or exists (select 1 from matter_agenda a where a.item_id = matter_item.id)', null),
      ('matter_request', '(sealed_reads_whole(matter_id, session_number) and (item_id is null or sealed_reads_item(matter_id, session_number, item_id)))
        or (participant_id = sealed_self(matter_id) and sealed_scope(matter_id, session_number) is not null)', null),
      ('matter_sheet', 'sealed_reads_whole(matter_id, session_number)
        or (participant_id = sealed_self(matter_id) and sealed_scope(matter_id, session_number) is not null)', null),
      ('matter_information', 'sealed_reads_item(matter_id, session_number, item_id)', null),
      ('matter_information_correction', 'sealed_reads_item(matter_id, session_number, item_id)', null),
      ('matter_own_knowledge', 'sealed_reads_item(matter_id, session_number, item_id)', null),
      ('matter_watch', 'sealed_reads_item(matter_id, session_number, item_id)', null),
      ('matter_decision', 'sealed_reads_item(matter_id, session_number, item_id)', null),
      ('matter_direction', 'sealed_reads_whole(matter_id, session_number)', 'sealed_office(matter_id)'),
      ('matter_minutes_correction', 'case when item_id is null then sealed_reads_whole(matter_id, session_number)
        else sealed_reads_item(matter_id, session_number, item_id) end', null),
      ('matter_outcome', 'sealed_office(matter_id) or exists (select 1 from matter_session s
        where s.matter_id = matter_outcome.matter_id and sealed_reads_whole(s.matter_id, s.number))', null),
      ('matter_copy', 'sealed_office(matter_id) or (participant_id = sealed_self(matter_id) and sealed_reads(matter_id))', null),
      ('matter_way_out', 'sealed_office(matter_id) or (by = sealed_account() and sealed_reads(matter_id))', null)
    ) as r (name, sees, adds)
  loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('drop policy if exists sealed_see on %I', rule.name);
    execute format('drop policy if exists sealed_add on %I', rule.name);
    execute format('drop policy if exists sealed_change on %I', rule.name);
    execute format('create policy sealed_see on %I for select to tsunagi using (%s)', rule.name, rule.sees);
    execute format('create policy sealed_add on %I for insert to tsunagi with check (%s)', rule.name, coalesce(rule.adds, 'sealed_writes(matter_id)'));
    execute format('create policy sealed_change on %I for update to tsunagi using (%s) with check (true)', rule.name, rule.sees);
  end loop;
end $$;

-- Fixed minutes stay as they are; what comes later is appended beside them.
create or replace function sealed_minutes_stay() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'matter_agenda' then
    if exists (select 1 from matter_session s where s.id = old.session_id and s.fixed_at is not null) then
      raise exception 'The minutes of session % are fixed', old.session_id using errcode = 'check_violation';
    end if;
  elsif tg_table_name = 'matter_direction' then
    if exists (select 1 from matter_session s where s.fixed_at is not null
      and (s.id = new.session_id or (s.matter_id, s.number) = (new.matter_id, new.session_number))) then
      raise exception 'The minutes of session % are fixed', new.session_id using errcode = 'check_violation';
    end if;
  elsif old.fixed_at is not null and (new.fixed_at, new.fixed_by, new.held_at, new.scheduled_at, new.place, new.next_date)
      is distinct from (old.fixed_at, old.fixed_by, old.held_at, old.scheduled_at, old.place, old.next_date) then
    raise exception 'The minutes of session % are fixed', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;

drop trigger if exists sealed_minutes_stay on matter_agenda;
create trigger sealed_minutes_stay before update on matter_agenda for each row execute function sealed_minutes_stay();
drop trigger if exists sealed_minutes_stay on matter_session;
create trigger sealed_minutes_stay before update on matter_session for each row execute function sealed_minutes_stay();
drop trigger if exists sealed_minutes_stay on matter_direction;
create trigger sealed_minutes_stay before insert or update on matter_direction for each row execute function sealed_minutes_stay();
