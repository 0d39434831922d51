-- Refused logins; the rest of the audit trail stays.
delete from refused_login where id in (
  select id from refused_login where last_at < :#${variable.before} order by last_at, id fetch first 1000 rows only for update skip locked
)
