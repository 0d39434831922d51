-- The zone that next_at was worked out in; blank until the hub starts.
alter table schedule add column time_zone varchar(60) default '' not null;
