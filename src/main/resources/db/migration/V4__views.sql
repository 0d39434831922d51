-- What packages read of tables that another package owns. A view belongs to the owner of its tables, which keeps it as it is.

-- The plan that each job ran last: for the log, the list of projects and the archive of plans.
create view job_plan as
select j.id as job_id, j.connection_id, j.kind as flow, j.subject as job_subject, j.plan_begun_at as begun_at, p.id as plan_id, p.subject as plan_subject, p.plan
from job j join plan p on p.id = j.plan_id;

-- Plans that are still needed: for the retention of plans.
create view plan_in_use as
select plan_id from job where plan_id is not null
union all
select plan_id from plan_preview where plan_id is not null;
