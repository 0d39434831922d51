-- The W3C traceparent of whoever requested the job: its span belongs to the same trace, on whichever node it runs. Null without tracing.
alter table job add column traceparent varchar(55);
