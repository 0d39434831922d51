-- Secrets of the hub itself, encrypted as those of connections; name: purpose and number, such as audit.1.
create table hub_secret (
  name       varchar(60) primary key,
  sealed     varchar(400) not null,
  created_at timestamp with time zone not null default current_timestamp
);

-- By it the hub recognizes its own callbacks, whichever key is in use. Null: not derived from the key yet.
alter table connection add column callback_mark varchar(32);
