-- What keeps a flow of a connection from working, until that flow succeeds.
create table connection_trouble (
  connection_id varchar(63) not null references connection (id) on delete cascade,
  flow          varchar(60) not null,
  failure_class varchar(30) not null,
  cause         varchar(4000) not null,
  remedy        varchar(2000),
  since         timestamp with time zone not null,
  primary key (connection_id, flow)
);
insert into connection_trouble (connection_id, flow, failure_class, cause, remedy, since)
select connection_id, coalesce(flow, 'check-connection'), 'AUTHENTICATION', coalesce(cause, 'The last call was refused.'), remedy, since
from connection_status where status = 'NEEDS_ATTENTION';

-- Owned by tenant. Read by job: which connections lack rights since their last check.
create view missing_right as select connection_id, max(checked_at) as checked_at from connection_right where state = 'MISSING' group by connection_id;
