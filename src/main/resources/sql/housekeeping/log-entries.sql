-- Resolved entries of the log; open ones are kept.
merge into log_entry using (
  select id from log_entry where state = 'RESOLVED' and last_at < :#${variable.before} and resolved_at < :#${variable.before}
  order by last_at, id fetch first 1000 rows only for update skip locked
) expired on log_entry.id = expired.id
when matched then delete
