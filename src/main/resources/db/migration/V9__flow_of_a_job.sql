-- A job and an item of a replay name the flow that they run, by the word that schedules, log entries and plans use.
drop view job_plan;
drop view job_status;

alter table job rename column kind to flow;
alter table replay_item rename column kind to flow;

-- As in V4.
create view job_status as select id, connection_id, flow, subject, state, attempts, payload, plan_id from job;
create view job_plan as
select j.id as job_id, j.connection_id, j.flow, j.subject as job_subject, j.plan_begun_at as begun_at, p.id as plan_id, p.subject as plan_subject, p.plan
from job j join plan p on p.id = j.plan_id;
