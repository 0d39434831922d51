-- What packages read of tables that another package owns (TableOwnersTest). A view belongs to the owner of its table, which may change the
-- table as long as the view says the same.

-- Owned by connection. Read by job (what may run), replay (what may be replayed) and tenant (the overview).
create view connection_summary as select id, name, system, enabled from connection;

-- Owned by job. Read by log (the details of an entry), project (the state of a project, why a preview failed), replay and tenant.
create view job_status as select id, connection_id, kind as flow, subject, state, attempts, payload, plan_id from job;

-- Owned by job. Read by tenant (when opportunities are polled next).
create view next_run as select connection_id, flow, next_at from schedule;

-- Owned by log. Read by replay (what is replayed: also by the filters of the log), project (why a preview failed) and tenant.
create view log_record as
select id, connection_id, flow, subject, step, job_id, failure_class, cause, remedy, searchable, state, last_at from log_entry;

-- Owned by plan.ledger. Read by opportunity and project: what was published, linked and pushed.
create view ledger_record as select connection_id, subject, step_key, state, remote_id from ledger;

-- Owned by opportunity. Read by project (what a project can be linked with).
create view opportunity_summary as select connection_id, opportunity_id, name, closed, kept_out_because from opportunity;

-- Owned by project. Read by opportunity (the projects of an opportunity).
create view project_link as select connection_id, project_id, name, crm_opportunity_id from project;

-- Owned by plan.archive: the plan that each job ran last. Read by log (what a step was to send) and project (whether a plan was carried out).
create view job_plan as
select j.id as job_id, j.connection_id, j.kind as flow, j.subject as job_subject, j.plan_begun_at as begun_at, p.id as plan_id, p.subject as plan_subject, p.plan
from job j join plan p on p.id = j.plan_id;

-- Owned by plan.archive: plans that its retention must keep.
create view plan_in_use as
select plan_id from job where plan_id is not null
union all
select plan_id from plan_preview where plan_id is not null;
