-- Inputs kept for drafts of mappings.
merge into mapping_input using (
  select id from mapping_input where taken_at < :#${variable.before} order by taken_at, id fetch first 1000 rows only for update skip locked
) expired on mapping_input.id = expired.id
when matched then delete
