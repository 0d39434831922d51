-- Sessions of the console, for all nodes; the columns are those of Spring Session.
create table console_session (
  primary_id            char(36) primary key,
  session_id            char(36) not null unique,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval integer  not null,
  expiry_time           bigint   not null,
  principal_name        varchar(200)
);
create index console_session_expiry on console_session (expiry_time);
create index console_session_user on console_session (principal_name);

create table console_session_attributes (
  session_primary_id char(36)     not null references console_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);
