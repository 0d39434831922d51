-- Which opportunities a sync has read is known to the sync; closings that it collects are few and apart from the opportunities.
alter table opportunity drop column seen_at;
alter table opportunity drop column closing;
alter table opportunity drop column closing_because;

-- What a running sync would close: the content, and why if it is not closed in the PSA. The next sync discards what an interrupted one left.
create table opportunity_closing (
  connection_id  varchar(63) not null references connection (id) on delete cascade,
  opportunity_id varchar(40) not null,
  content        text        not null,
  because        varchar(500),
  primary key (connection_id, opportunity_id)
);

-- A deleted connection is gone for everybody; its rows are removed in batches, and the connection with the last of them.
alter table connection add column deleted_at timestamp with time zone;
create or replace view connection_summary as select id, name, system, enabled from connection where deleted_at is null;
