-- Problems that are over and of which no message is left.
merge into alert_problem using (
  select p.id from alert_problem p where p.over_at < :#${variable.before} and not exists (select 1 from alert_delivery d where d.problem_id = p.id)
  order by p.id fetch first 1000 rows only for update skip locked
) expired on alert_problem.id = expired.id
when matched then delete
