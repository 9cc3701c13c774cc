-- Whose cases: those somebody is in charge of or stands in for at an instant, and those of their desk that nobody is in charge of.
-- Ids alone, for the queries of cases, which ask the grants of what comes out: asked of each assignment as well, it would be asked twice.
create or replace function cases_in_charge(account uuid, desk uuid, at timestamptz) returns table (case_id uuid) language sql stable as $$
  select w.case_id from worker_assignment w
   where (w.worker_id = account or (w.worker_id is null and w.organisation_id = desk)) and w.starts_at <= at and at < w.ends_at
  union all
  select d.case_id from deputy d where d.account_id = account and d.starts_at <= at and at < d.ends_at
$$;
