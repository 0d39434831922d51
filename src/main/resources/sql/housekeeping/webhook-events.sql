-- Webhooks and callbacks that were received, once senders no longer repeat them; not those whose job is still to come.
merge into webhook_event using (
  select w.connection_id, w.event_id from webhook_event w where w.received_at < :#${variable.before}
    and not exists (select 1 from job j where j.id = w.job_id and j.under_way)
  fetch first 1000 rows only for update skip locked
) expired on webhook_event.connection_id = expired.connection_id and webhook_event.event_id = expired.event_id
when matched then delete
