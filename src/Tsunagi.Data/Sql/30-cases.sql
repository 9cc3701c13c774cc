-- Whoever is shut out because of a person is shut out of every case that concerns the person, and of its handovers,
-- from the moment the person is brought into it (rules §9; deny wins).
create or replace function exclude_from_case() returns trigger language plpgsql as $$
begin
  insert into exclusion (account_id, person_id, root_id, kind, since)
    select x.account_id, x.person_id, r.id, min(x.kind), min(x.since)
    from exclusion x,
      lateral (select new.case_id as id union select h.id from handover h where h.case_id = new.case_id) r
    where x.person_id = new.person_id
    group by x.account_id, x.person_id, r.id
    on conflict do nothing;
  return new;
end $$;
drop trigger if exists case_person_excludes on case_person;
create trigger case_person_excludes after insert on case_person for each row execute function exclude_from_case();

create or replace function exclude_from_handover() returns trigger language plpgsql as $$
begin
  insert into exclusion (account_id, person_id, root_id, kind, since)
    select x.account_id, x.person_id, new.id, x.kind, x.since from exclusion x where x.root_id = new.case_id
    on conflict do nothing;
  return new;
end $$;
drop trigger if exists handover_excludes on handover;
create trigger handover_excludes after insert on handover for each row execute function exclude_from_handover();

-- A handover that was answered has somebody who answered it.
alter table handover drop constraint if exists handover_answered;
alter table handover add constraint handover_answered
  check ((state = 'Offered') = (answered_at is null) and (state = 'Offered') = (answered_by is null));

-- The workers' history inside a case never has two in charge at once. What was taken back has no length.
alter table worker_assignment drop constraint if exists worker_assignment_no_overlap;
alter table worker_assignment add constraint worker_assignment_no_overlap exclude using gist
  (case_id with =, tstzrange(starts_at, ends_at) with &&) deferrable initially deferred;
