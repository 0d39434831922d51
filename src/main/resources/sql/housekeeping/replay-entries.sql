-- Which log entries a replay was for; with the replay, once all of its jobs have ended.
merge into replay_entry using (
  select e.entry_id, e.replay_id from replay_entry e where exists (
    select 1 from replay r where r.id = e.replay_id and r.state in ('DONE', 'CANCELLED') and r.finished_at < :#${variable.before}
      and not exists (select 1 from replay_item i where i.replay_id = r.id and i.active_job is not null))
  fetch first 1000 rows only for update skip locked
) expired on replay_entry.entry_id = expired.entry_id and replay_entry.replay_id = expired.replay_id
when matched then delete
