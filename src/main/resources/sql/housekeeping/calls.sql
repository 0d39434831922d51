-- The calls of steps. Rows that another node is deleting are passed over.
delete from step_call where id in (
  select id from step_call where at < :#${variable.before} order by at, id fetch first 1000 rows only for update skip locked
)
