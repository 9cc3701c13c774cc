-- At most one version of a plan is in force, and at most one is being prepared: proven at every commit, so that the
-- successor comes into force and its predecessor ends in one act.
alter table plan_version drop constraint if exists plan_version_one_in_force;
alter table plan_version add constraint plan_version_one_in_force exclude using gist (plan_id with =)
  where (state in ('Active', 'Evaluating')) deferrable initially deferred;
alter table plan_version drop constraint if exists plan_version_one_in_preparation;
alter table plan_version add constraint plan_version_one_in_preparation exclude using gist (plan_id with =)
  where (state in ('Draft', 'ConsentSigned', 'Submitted', 'Appropriate', 'Decided')) deferrable initially deferred;

-- Somebody always looks again: a version that runs or is interrupted has its next date.
alter table plan_version drop constraint if exists plan_version_looked_after;
alter table plan_version add constraint plan_version_looked_after
  check (state not in ('Active', 'Interrupted') or next_monitoring_on is not null);

-- A consent opens something only once it was given, and nothing after it was withdrawn, or annulled as never given (docs/adr/0038).
alter table consent drop constraint if exists consent_given;
alter table consent add constraint consent_given
  check ((state in ('Active', 'Withdrawn', 'Annulled')) = (given_at is not null)
    and (state = 'Annulled' or (state = 'Withdrawn') = (withdrawn_at is not null))
    and (state <> 'Annulled' or corrected_at is not null));
