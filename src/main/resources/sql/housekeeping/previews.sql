-- Previews, also confirmed ones: their jobs have ended long before. Their plans are then nobody's.
merge into plan_preview using (
  select id from plan_preview where asked_at < :#${variable.before} order by asked_at, id fetch first 1000 rows only for update skip locked
) expired on plan_preview.id = expired.id
when matched then delete
