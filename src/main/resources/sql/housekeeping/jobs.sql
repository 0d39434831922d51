-- Jobs that ended, but not what an open thing needs: the log entry that offers their retry, a replay, a preview. The newest job of each
-- project stays, since it says what became of it.
merge into job using (
  select j.id from job j where j.finished_at < :#${variable.before} and j.state in ('DONE', 'FAILED', 'CANCELLED')
    and (j.subject not like 'project:%' or exists (
      select 1 from job newer where newer.connection_id = j.connection_id and newer.subject = j.subject and newer.flow = j.flow and newer.id > j.id))
    and not exists (select 1 from log_entry e where e.job_id = j.id and e.state = 'OPEN')
    and not exists (select 1 from replay_item i where i.active_job = j.id)
    and j.id not in (select job_id from plan_preview where job_id is not null union all select used_by_job from plan_preview where used_by_job is not null)
  order by j.finished_at, j.id fetch first 1000 rows only for update skip locked
) expired on job.id = expired.id
when matched then delete
