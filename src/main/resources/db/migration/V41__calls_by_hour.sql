-- Calls of a connection to a system by the hour, of all nodes together, for the charts of the console. Hours older than two days are deleted.
create table call_hour (
  connection_id varchar(63) not null references connection (id) on delete cascade,
  system        varchar(63) not null,
  hour_at       timestamp with time zone not null,
  calls         integer not null,
  -- Calls per hour available to the hub when it last called; 0: no limit.
  budget        integer not null,
  primary key (connection_id, system, hour_at)
);
create index call_hour_hour_at on call_hour (hour_at);
