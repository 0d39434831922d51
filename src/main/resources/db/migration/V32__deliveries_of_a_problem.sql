-- Who deletes a problem deletes its deliveries. The column is made again, because its constraint has another name in each database.
alter table alert_delivery add column of_problem bigint;
update alert_delivery set of_problem = problem_id;
alter table alert_delivery drop column problem_id;
alter table alert_delivery rename column of_problem to problem_id;
alter table alert_delivery add constraint alert_delivery_of_problem foreign key (problem_id) references alert_problem (id) on delete cascade;
create index alert_delivery_problem on alert_delivery (problem_id);
