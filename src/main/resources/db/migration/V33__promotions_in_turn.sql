-- One row, which every change of what is used in place of files counts up: two changes at once are checked one after the other, on any number of nodes.
create table mapping_state (
  id      smallint primary key,
  changes bigint   not null
);
insert into mapping_state (id, changes) values (1, 0);
