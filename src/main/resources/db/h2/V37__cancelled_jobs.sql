-- A person has cancelled the job: one that waits ends, one that runs stops before its next step.
alter table job add column cancel_asked_by varchar(200);
alter table job add column cancel_asked_at timestamp with time zone;
alter table job add column cancel_reason varchar(1000);

-- Owned by job. Read by project: pushes that run, wait, have failed or were cancelled, in words of the indexes that find them among a million jobs.
create or replace view unfinished_push as select connection_id, subject, state from job
where flow = 'push-project' and (under_way or failed or cancel_asked_at is not null and state = 'CANCELLED');
