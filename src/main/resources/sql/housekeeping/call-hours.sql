-- The calls by the hour.
merge into call_hour using (
  select connection_id, system, hour_at from call_hour where hour_at < :#${variable.before} order by hour_at fetch first 1000 rows only for update skip locked
) expired on call_hour.connection_id = expired.connection_id and call_hour.system = expired.system and call_hour.hour_at = expired.hour_at
when matched then delete
