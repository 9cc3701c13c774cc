-- An unclosed case has exactly one responsible organisation at every instant, proven at every commit:
-- each period begins where its predecessor ends, the case points to its open-ended period, and periods never overlap.
create extension if not exists btree_gist;

alter table support_case drop constraint if exists support_case_has_responsible;
alter table responsibility_period drop constraint if exists responsibility_period_follows;
alter table responsibility_period drop constraint if exists responsibility_period_no_overlap;
alter table responsibility_period drop constraint if exists responsibility_period_one_end;
alter table responsibility_period drop constraint if exists responsibility_period_one_holder;
alter table responsibility_period drop constraint if exists responsibility_period_forward;
alter table support_case drop constraint if exists support_case_closed_has_end;
alter table responsibility_period drop column if exists follows;

alter table responsibility_period
  add column follows timestamptz generated always as (case when number = 1 then null else starts_at end) stored,
  add constraint responsibility_period_forward check (starts_at <= ends_at),
  add constraint responsibility_period_one_end unique (case_id, ends_at),
  add constraint responsibility_period_one_holder unique (case_id, organisation_id, ends_at),
  add constraint responsibility_period_follows foreign key (case_id, follows)
    references responsibility_period (case_id, ends_at) deferrable initially deferred,
  add constraint responsibility_period_no_overlap exclude using gist
    (case_id with =, tstzrange(starts_at, ends_at) with &&) deferrable initially deferred;

alter table support_case
  add constraint support_case_closed_has_end check ((state = 'Closed') = (responsible_until is null)),
  add constraint support_case_has_responsible foreign key (id, organisation_id, responsible_until)
    references responsibility_period (case_id, organisation_id, ends_at) deferrable initially deferred;
