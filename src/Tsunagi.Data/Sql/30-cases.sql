-- Exclusions reach a case and its handovers by 45-exclusions.sql.
drop trigger if exists case_person_excludes on case_person;
drop trigger if exists handover_excludes on handover;
drop function if exists exclude_from_case();
drop function if exists exclude_from_handover();

-- A handover that was answered has somebody who answered it.
alter table handover drop constraint if exists handover_answered;
alter table handover add constraint handover_answered
  check ((state = 'Offered') = (answered_at is null) and (state = 'Offered') = (answered_by is null));

-- The workers' history inside a case never has two in charge at once. What was taken back has no length.
alter table worker_assignment drop constraint if exists worker_assignment_no_overlap;
alter table worker_assignment add constraint worker_assignment_no_overlap exclude using gist
  (case_id with =, tstzrange(starts_at, ends_at) with &&) deferrable initially deferred;
