-- The calls of steps. Rows that another node is deleting are passed over.
merge into step_call using (
  select id from step_call where at < :#${variable.before} order by at, id fetch first 1000 rows only for update skip locked
) expired on step_call.id = expired.id
when matched then delete
