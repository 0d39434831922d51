-- H2 has no partial indexes: those of (state, due_at) serve here.
alter table job add column under_way boolean generated always as (state in ('WAITING', 'RUNNING'));
alter table job add column failed boolean generated always as (state = 'FAILED');
-- Of a job that is requested only while there is none like it under way: unique until it ends. Nulls are not equal.
alter table job add column active_key varchar(64);
create unique index job_active on job (connection_id, active_key);
create index job_finished on job (finished_at);

-- By how much a schedule is later than its cron expression, so that not all connections are due at once.
alter table schedule add column spread_seconds integer default 0 not null;

-- Owned by job. Read by tenant (the overview).
create view job_count as select connection_id, state, count(*) as jobs from job where state in ('WAITING', 'RUNNING') group by connection_id, state;
