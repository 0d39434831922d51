-- Work under way is a handful of the rows of job. Partial indexes hold only that, over columns that a claim and its progress leave alone:
-- such an update of a row writes no index (HOT).
alter table job add column under_way boolean generated always as (state in ('WAITING', 'RUNNING')) stored;
alter table job add column failed boolean generated always as (state = 'FAILED') stored;
-- Of a job that is requested only while there is none like it under way: unique until it ends.
alter table job add column active_key varchar(64);

drop index job_due;
drop index job_of_connection;
drop index job_of_subject;
drop index job_of_plan;
alter table job drop constraint job_dedupe_key_key;
create index job_under_way on job (connection_id, due_at) where under_way;
create unique index job_active on job (connection_id, active_key) where active_key is not null;
create unique index job_dedupe on job (dedupe_key) where dedupe_key is not null;
create index job_of_subject on job (connection_id, subject);
create index job_of_plan on job (plan_id) where plan_id is not null;
create index job_failed on job (id) where failed;
create index job_finished on job (finished_at) where finished_at is not null;
alter table job set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
alter table schedule set (fillfactor = 70);
alter table connection_lease set (fillfactor = 50);

-- By how much a schedule is later than its cron expression, so that not all connections are due at once.
alter table schedule add column spread_seconds integer default 0 not null;

-- Owned by job. Read by tenant (the overview).
create view job_count as select connection_id, state, count(*) as jobs from job where under_way group by connection_id, state;

create index webhook_event_received on webhook_event using brin (received_at);
