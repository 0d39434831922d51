-- The versions of the mappings that made a plan: their hashes by file, as JSON.
alter table plan add column mappings text;

drop view job_plan;
-- As in V9, with the versions.
create view job_plan as
select j.id as job_id, j.connection_id, j.flow, j.subject as job_subject, j.plan_begun_at as begun_at, p.id as plan_id, p.subject as plan_subject, p.plan, p.mappings
from job j join plan p on p.id = j.plan_id;
