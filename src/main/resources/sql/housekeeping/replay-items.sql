-- The jobs of replays that ended.
merge into replay_item using (
  select i.id from replay_item i where i.active_job is null
    and exists (select 1 from replay r where r.id = i.replay_id and r.state in ('DONE', 'CANCELLED') and r.finished_at < :#${variable.before})
    and not exists (select 1 from replay_entry e where e.item_id = i.id)
  fetch first 1000 rows only for update skip locked
) expired on replay_item.id = expired.id
when matched then delete
