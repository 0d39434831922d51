-- Log entries and replays of connections that were deleted before they were deleted with their connection.
delete from log_entry where connection_id is not null and not exists (select 1 from connection c where c.id = log_entry.connection_id);
delete from replay_entry where exists (select 1 from replay_item i where i.id = replay_entry.item_id
  and not exists (select 1 from connection c where c.id = i.connection_id));
delete from replay_item where not exists (select 1 from connection c where c.id = replay_item.connection_id);
delete from replay where not exists (select 1 from replay_item i where i.replay_id = replay.id)
  and not exists (select 1 from replay_entry e where e.replay_id = replay.id);
