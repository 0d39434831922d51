-- Archived plans, but none that a job or a preview names, and not the newest of its subject.
merge into plan using (
  select id from plan where made_at < :#${variable.before} and id not in (select plan_id from plan_in_use)
    and id not in (select max(newest.id) from plan newest group by newest.connection_id, newest.subject)
  order by made_at, id fetch first 1000 rows only for update skip locked
) expired on plan.id = expired.id
when matched then delete
