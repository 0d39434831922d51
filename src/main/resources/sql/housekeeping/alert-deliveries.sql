-- Messages that are sent, given up or cancelled, except those of problems that are open: they show what was reported.
merge into alert_delivery using (
  select d.id from alert_delivery d where d.created_at < :#${variable.before} and d.state in ('SENT', 'FAILED', 'IN_DIGEST', 'CANCELLED')
    and not exists (select 1 from alert_problem p where p.id = d.problem_id and p.open_key is not null)
  order by d.id fetch first 1000 rows only for update skip locked
) expired on alert_delivery.id = expired.id
when matched then delete
