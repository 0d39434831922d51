-- Refused logins; the rest of the audit trail stays.
merge into refused_login using (
  select id from refused_login where last_at < :#${variable.before} order by last_at, id fetch first 1000 rows only for update skip locked
) expired on refused_login.id = expired.id
when matched then delete
