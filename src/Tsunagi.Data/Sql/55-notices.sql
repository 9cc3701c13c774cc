-- 連携検討のお知らせ (rules §7, docs/adr/0055), closed row by row besides the program's own filter. The nightly run is the program itself: it
-- has no account (the nil id). Nobody else tells or deletes a notice, and nobody else at all sees whom it is about.

create or replace function nightly_run() returns boolean language sql stable as $$
  select coalesce(current_setting('tsunagi.account', true), '') = '00000000-0000-0000-0000-000000000000'
$$;

-- A coordinator who was told of it, for as long as they are one.
create or replace function notice_reader(notice uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  today date := (at_scope() at time zone 'Asia/Tokyo')::date;
begin
  return exists (
    select 1 from access_grant g join membership m on m.account_id = g.subject_id
    where g.root_id = notice and g.root_kind = 'CoordinationNotice' and g.subject_id = nullif(current_setting('tsunagi.account', true), '')::uuid
      and g.starts_at <= at_scope() and at_scope() < g.ends_at
      and m.role = 'Coordinator' and m.first_day <= today and (m.last_day is null or today <= m.last_day));
end $$;

alter table coordination_notice enable row level security;
drop policy if exists notice_see on coordination_notice;
create policy notice_see on coordination_notice for select to tsunagi using (nightly_run() or notice_reader(id));
drop policy if exists notice_tell on coordination_notice;
create policy notice_tell on coordination_notice for insert to tsunagi with check (nightly_run());
drop policy if exists notice_answer on coordination_notice;
create policy notice_answer on coordination_notice for update to tsunagi using (notice_reader(id)) with check (true);
-- What was used stays; what was not goes when its time is over, and not before.
drop policy if exists notice_delete on coordination_notice;
create policy notice_delete on coordination_notice for delete to tsunagi using (
  nightly_run() and state in ('Told', 'LeftAlone') and delete_on <= (at_scope() at time zone 'Asia/Tokyo')::date);

alter table coordination_notice_person enable row level security;
drop policy if exists notice_person_see on coordination_notice_person;
create policy notice_person_see on coordination_notice_person for select to tsunagi using (nightly_run());
drop policy if exists notice_person_tell on coordination_notice_person;
create policy notice_person_tell on coordination_notice_person for insert to tsunagi with check (nightly_run());

-- Whether a 支援会議 was proposed about one of these cases, or one in which one of these organisations takes part speaks of somebody of
-- one of these names. The sealed tables are not
-- opened for it: yes or no is all that leaves, and only to the nightly run, which tells nobody why it says nothing.
create or replace function notice_in_sealed_matter(names text[], organisations uuid[], cases uuid[]) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not nightly_run() then raise exception 'The nightly run alone asks this.' using errcode = 'insufficient_privilege'; end if;
  return exists (
    select 1 from matter m join matter_paper p on p.matter_id = m.id
    where m.state not in ('Withdrawn', 'Closed') and p.case_id = any (cases)
  ) or exists (
    select 1 from matter m join matter_item i on i.matter_id = m.id
    where m.state not in ('Withdrawn', 'Closed')
      and (m.proposing_organisation_id = any (organisations)
        or exists (select 1 from matter_participant p where p.matter_id = m.id and p.organisation_id = any (organisations)))
      and exists (
        select 1 from regexp_split_to_table(i.people_names, '[、,，\n\r]') as named (name)
        where regexp_replace(named.name, '[\s　]', '', 'g') = any (names)));
end $$;
