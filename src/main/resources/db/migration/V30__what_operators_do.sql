-- A replay that continues reads the lists of the tenant again.
alter table replay add column resumed integer not null default 0;

-- Whether the settings were changed after the check.
alter table connection_right add column settings_changed boolean not null default false;

-- What people call the subject and the step, as of the last occurrence. Null for entries of earlier versions, until they occur again.
alter table log_entry add column subject_name varchar(500);
alter table log_entry add column step_title varchar(500);

-- What a person has said about the failures of one cause.
create table log_handling (
  problem         varchar(64) primary key,
  connection_id   varchar(63),
  -- Until none of the failures is open.
  acknowledged_by varchar(200),
  acknowledged_at timestamp with time zone,
  note            varchar(1000),
  assignee        varchar(100),
  -- No message of alerts until then.
  muted_until     timestamp with time zone,
  changed_by      varchar(200) not null,
  changed_at      timestamp with time zone not null
);
create index log_handling_connection on log_handling (connection_id);

-- Owned by log. Read by log.group, replay (what is replayed: also by the filters of the log), project (why a preview failed) and tenant.
create or replace view log_record as
select id, connection_id, flow, subject, step, job_id, failure_class, cause, remedy, searchable, state, last_at, problem, field, occurrences, created_at,
  subject_name, step_title from log_entry;

-- Owned by plan.ledger. Read by log: what a step is called.
create view step_title as select connection_id, subject, step_key, title from ledger;
