-- 7235002 is AdvisoryKeys.Exclusions.
-- Exclusions reach every root concerning the person (rules §9; deny wins). A path says: whoever is shut out of the source is shut out
-- of the root. A person is the first source; what hangs on a consultation or a case follows it. Paths over tables that do not exist
-- yet are taken up when the scripts run again.
create table if not exists exclusion_path (
  table_name text not null, root_column text not null, source_column text not null,
  primary key (table_name, root_column, source_column));

-- What is linked to a source later: the exclusions of the source come along.
create or replace function copy_exclusions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  root uuid;
  source uuid;
begin
  execute format('select ($1).%I, ($1).%I', tg_argv[0], tg_argv[1]) into root, source using new;
  if root is null or source is null then return null; end if;
  -- A declaration waits for links being made, and they for it: neither slips past the other.
  perform pg_advisory_xact_lock_shared(7235002);
  insert into exclusion (account_id, person_id, root_id, kind, since)
    select x.account_id, x.person_id, root, x.kind, x.since from exclusion x where x.root_id = source
    on conflict do nothing;
  return null;
end $$;

-- What is linked already: a new exclusion goes down every path, and each row it makes goes further.
create or replace function spread_exclusion() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  path exclusion_path;
begin
  for path in select * from exclusion_path loop
    execute format(
      'insert into exclusion (account_id, person_id, root_id, kind, since)
         select distinct $1, $2, t.%2$I, $3, $4 from %1$I t where t.%3$I = $5 and t.%2$I is not null on conflict do nothing',
      path.table_name, path.root_column, path.source_column)
      using new.account_id, new.person_id, new.kind, new.since, new.root_id;
  end loop;
  return null;
end $$;
drop trigger if exists spread_exclusion on exclusion;
create trigger spread_exclusion after insert on exclusion for each row execute function spread_exclusion();

-- A declaration shuts out at once; the suspicion it confirms stays shut under the declared kind.
create or replace function declare_exclusion() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- A suspicion is written with the person, whom nobody else can link yet.
  if new.kind <> 'SuspectedRelative' then perform pg_advisory_xact_lock(7235002); end if;
  insert into exclusion (account_id, person_id, root_id, kind, since)
    values (new.account_id, new.person_id, new.person_id, new.kind, new.since)
    on conflict do nothing;
  if new.kind <> 'SuspectedRelative' then
    update exclusion set kind = new.kind
      where account_id = new.account_id and person_id = new.person_id and kind = 'SuspectedRelative';
  end if;
  return null;
end $$;
drop trigger if exists declare_exclusion on exclusion_declaration;
create trigger declare_exclusion after insert on exclusion_declaration for each row execute function declare_exclusion();

-- Clearing opens what nothing else keeps shut. The program itself may delete no exclusion.
create or replace function clear_exclusion() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7235002);
  delete from exclusion x
    where x.account_id = new.account_id and x.person_id = new.person_id
      and not exists (select 1 from exclusion_declaration d
        where d.account_id = new.account_id and d.person_id = new.person_id and d.cleared_at is null);
  return null;
end $$;
drop trigger if exists clear_exclusion on exclusion_declaration;
create trigger clear_exclusion after update of cleared_at on exclusion_declaration
  for each row when (old.cleared_at is null and new.cleared_at is not null) execute function clear_exclusion();

do $$
declare
  path record;
begin
  delete from exclusion_path;
  for path in
    select * from (values
      ('consultation_person', 'consultation_id', 'person_id'),
      -- What is made of a record that came from elsewhere: the people it told of, the case it became.
      ('person', 'id', 'written_out_of'),
      ('consultation', 'case_id', 'id'),
      ('lead', 'id', 'person_id'),
      ('lead', 'id', 'consultation_id'),
      ('household_member', 'household_id', 'person_id'),
      ('household', 'id', 'reference_person_id'),
      ('case_person', 'case_id', 'person_id'),
      ('handover', 'id', 'case_id'),
      ('handoff', 'id', 'source_case_id'),
      ('handoff', 'id', 'source_consultation_id'),
      ('handoff', 'receiver_case_id', 'id'),
      ('consent', 'id', 'subject_id'),
      ('consent', 'id', 'case_id'),
      ('plan', 'id', 'case_id'),
      ('plan_conference', 'id', 'case_id'),
      ('decision', 'id', 'case_id'),
      ('decision', 'id', 'record_id'),
      ('work_order', 'id', 'filed_under'),
      ('urgent_report', 'id', 'source_case_id'),
      ('urgent_report', 'id', 'source_consultation_id'),
      ('urgent_report', 'id', 'consultation_id'),
      ('urgent_report', 'consultation_id', 'id'),
      ('phone_memo', 'id', 'consultation_id')
    ) as known (table_name, root_column, source_column)
    where (select count(*) from pg_attribute a
           where a.attrelid = to_regclass(known.table_name) and not a.attisdropped
             and a.attname in (known.root_column, known.source_column) and a.atttypid = 'uuid'::regtype) = 2
  loop
    insert into exclusion_path values (path.table_name, path.root_column, path.source_column);
    execute format('drop trigger if exists %I on %I', 'copy_exclusions_' || path.root_column || '_' || path.source_column, path.table_name);
    execute format('create trigger %I after insert or update of %I, %I on %I for each row execute function copy_exclusions(%L, %L)',
      'copy_exclusions_' || path.root_column || '_' || path.source_column,
      path.root_column, path.source_column, path.table_name, path.root_column, path.source_column);
    -- What was linked before the path was known.
    execute format(
      'insert into exclusion (account_id, person_id, root_id, kind, since)
         select distinct on (x.account_id, x.person_id, t.%2$I) x.account_id, x.person_id, t.%2$I, x.kind, x.since
         from %1$I t join exclusion x on x.root_id = t.%3$I where t.%2$I is not null on conflict do nothing',
      path.table_name, path.root_column, path.source_column);
  end loop;
end $$;
