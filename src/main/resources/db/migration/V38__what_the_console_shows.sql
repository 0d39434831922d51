-- Owned by draft. Read by log: what a mapping was given, next to what it made of it.
create view kept_input as select id, connection_id, flow, subject, mapping, job_id, taken_at, input from mapping_input;

-- Owned by job. Read by tenant (the overview): how much waits, and since when.
create view waiting_job as select connection_id, due_at from job where under_way and state = 'WAITING';
