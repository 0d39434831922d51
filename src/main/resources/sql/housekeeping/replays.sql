-- Replays that ended, once nothing of them is left.
merge into replay using (
  select r.id from replay r where r.state in ('DONE', 'CANCELLED') and r.finished_at < :#${variable.before}
    and not exists (select 1 from replay_item i where i.replay_id = r.id) and not exists (select 1 from replay_entry e where e.replay_id = r.id)
  fetch first 1000 rows only for update skip locked
) expired on replay.id = expired.id
when matched then delete
