-- Owned by job. Read by project: pushes that run, wait or have failed, in words of the indexes that find them among a million jobs.
create view unfinished_push as select connection_id, subject, state from job where flow = 'push-project' and (under_way or failed);

-- Who asked for it, if a person did.
alter table job add column requested_by varchar(200);
