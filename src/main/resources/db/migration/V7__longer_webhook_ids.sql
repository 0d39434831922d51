-- Senders of Standard Webhooks use ids of up to 255 characters; a job's key holds the connection as well.
alter table webhook_event alter column event_id set data type varchar(300);
alter table job alter column dedupe_key set data type varchar(400);
