-- A database of schema version 2 with work in flight, for H2 and PostgreSQL. The ids are those that both databases give.
-- @settings@ and @secrets@ lead to the practice servers of the test; @plan(95002, A name)@ is a plan that creates a project of that name.

insert into connection (id, name, system, enabled, settings, secrets) values ('former', 'Former', 'connectwise', true, '@settings@', '@secrets@');
insert into connection_lease (connection_id, owner, lease_until) values ('former', 'lost-node', current_timestamp - interval '1' minute);
insert into connection_status (connection_id, status, since) values ('former', 'UNCHECKED', current_timestamp);

-- Job 1 runs on a node that was lost; it has begun to carry out its plan.
insert into job (connection_id, kind, subject, payload, source, state, due_at, attempts, owner, started_at)
values ('former', 'push-project', 'project:95001', '{"project":"95001","options":{}}', 'api', 'RUNNING', current_timestamp - interval '9' minute, 1, 'lost-node', current_timestamp - interval '9' minute);
insert into carried_plan (connection_id, subject, flow, job_subject, plan, links, carried_at)
values ('former', 'project:95001', 'push-project', 'project:95001', '@plan(95001, Begun)@', '[]', current_timestamp - interval '8' minute);

-- Job 2 failed, and its plan is kept.
insert into job (connection_id, kind, subject, payload, source, state, due_at, attempts, started_at, finished_at)
values ('former', 'push-project', 'project:95002', '{"project":"95002","options":{}}', 'api', 'FAILED', current_timestamp - interval '7' minute, 1, current_timestamp - interval '7' minute, current_timestamp - interval '6' minute);
insert into kept_plan (job_id, plan, made_at) values (2, '@plan(95002, Kept)@', current_timestamp - interval '6' minute);
insert into ledger (connection_id, subject, step_key, system, position, title, mode, state, failure_class, cause, remedy, attempts)
values ('former', 'project:95002', 'project', 'connectwise', 0, 'Project: Kept', 'CREATE', 'REJECTED', 'VALIDATION', 'It was refused.', 'Correct it.', 1);
insert into log_entry (connection_id, flow, subject, step, job_id, failure_class, cause, remedy, searchable, open_fingerprint, state)
values ('former', 'push-project', 'project:95002', 'project', 2, 'VALIDATION', 'It was refused.', 'Correct it.', 'it was refused.', 'entry-1', 'OPEN');

-- Job 3 made a preview that nobody has confirmed yet; another was refused.
insert into job (connection_id, kind, subject, payload, source, state, due_at, attempts, started_at, finished_at)
values ('former', 'preview-project', 'project:95010', '{"project":"95010","preview":1,"options":{}}', 'api', 'DONE', current_timestamp - interval '5' minute, 1, current_timestamp - interval '5' minute, current_timestamp - interval '5' minute);
insert into plan_preview (connection_id, subject, options, settings_hash, asked_by, asked_at, job_id, source, source_mark, plan, preview, made_at)
values ('former', 'project:95010', '{}', '@settings hash@', 'admin', current_timestamp - interval '5' minute, 3, '{"id":"95010","name":"Small project, approved","updatedAt":"2026-05-04T08:00:00Z"}', '@mark@',
  '@plan(95010, Previewed)@', '{"steps":[],"totals":{"CREATE":1},"effort":{"writes":1},"warnings":[]}', current_timestamp - interval '5' minute);
insert into plan_preview (connection_id, subject, options, settings_hash, asked_by, asked_at, job_id, source, source_mark, plan, preview, made_at)
values ('former', 'project:95010', '{}', '@settings hash@', 'admin', current_timestamp - interval '6' minute, 3, '{"id":"95010","name":"Small project, approved","updatedAt":"2026-05-04T08:00:00Z"}', '@mark@',
  null, '{"problems":[{"class":"VALIDATION","cause":"The board is closed.","remedy":"Choose another."}]}', current_timestamp - interval '6' minute);

-- Job 4 ended with a step whose outcome is unknown. Its plan was kept, and is also the last one of its subject.
insert into job (connection_id, kind, subject, payload, source, state, due_at, attempts, started_at, finished_at)
values ('former', 'push-project', 'project:95004', '{"project":"95004","options":{}}', 'api', 'FAILED', current_timestamp - interval '4' minute, 1, current_timestamp - interval '4' minute, current_timestamp - interval '3' minute);
insert into carried_plan (connection_id, subject, flow, job_subject, plan, links, carried_at)
values ('former', 'project:95004', 'push-project', 'project:95004', '@plan(95004, Unknown)@', '[{"path":"/project/projects","link":"https://psa.example/{id}"}]', current_timestamp - interval '4' minute);
insert into kept_plan (job_id, plan, made_at) values (4, '@plan(95004, Unknown)@', current_timestamp - interval '3' minute);
insert into ledger (connection_id, subject, step_key, system, position, title, mode, state, failure_class, cause, remedy, attempts)
values ('former', 'project:95004', 'project', 'connectwise', 0, 'Project: Unknown', 'CREATE', 'UNKNOWN', 'OUTCOME_UNKNOWN', 'No answer came.', 'Decide.', 1);
insert into log_entry (connection_id, flow, subject, step, job_id, failure_class, cause, remedy, searchable, open_fingerprint, state)
values ('former', 'push-project', 'project:95004', 'project', 4, 'OUTCOME_UNKNOWN', 'No answer came.', 'Decide.', 'no answer came.', 'entry-2', 'OPEN');

-- Jobs 5 to 7 are replayed with the plans that failed: 5 has succeeded, 6 waits for a worker, 7 has not begun.
insert into job (connection_id, kind, subject, payload, source, state, due_at, attempts, started_at, finished_at)
values ('former', 'push-project', 'project:95015', '{"project":"95015","options":{}}', 'api', 'DONE', current_timestamp - interval '3' minute, 1, current_timestamp - interval '3' minute, current_timestamp - interval '2' minute);
insert into job (connection_id, kind, subject, payload, source, state, due_at, attempts, redo, started_at)
values ('former', 'push-project', 'project:95016', '{"project":"95016","options":{}}', 'api', 'WAITING', current_timestamp - interval '2' minute, 0,
  '{"keptPlan":true,"onlySteps":[],"edit":{"step":"project","body":{"name":"Six, edited","board":{"id":51},"company":{"id":250},"billingMethod":"FixedFee","estimatedStart":"2027-01-04T00:00:00Z","estimatedEnd":"2027-02-26T00:00:00Z","description":"/practice-connectwise/projects/95016"}}}',
  current_timestamp - interval '3' minute);
insert into job (connection_id, kind, subject, payload, source, state, due_at, attempts, started_at, finished_at)
values ('former', 'push-project', 'project:95017', '{"project":"95017","options":{}}', 'api', 'FAILED', current_timestamp - interval '3' minute, 1, current_timestamp - interval '3' minute, current_timestamp - interval '2' minute);
insert into kept_plan (job_id, plan, made_at) values (6, '@plan(95016, Six)@', current_timestamp - interval '3' minute);
insert into kept_plan (job_id, plan, made_at) values (7, '@plan(95017, Seven)@', current_timestamp - interval '2' minute);
insert into log_entry (connection_id, flow, subject, step, job_id, failure_class, cause, remedy, searchable, state, resolved_at)
values ('former', 'push-project', 'project:95015', 'project', 5, 'VALIDATION', 'It was refused.', 'Correct it.', 'it was refused.', 'RESOLVED', current_timestamp - interval '2' minute);
insert into log_entry (connection_id, flow, subject, step, job_id, failure_class, cause, remedy, searchable, open_fingerprint, state, last_at)
values ('former', 'push-project', 'project:95016', 'project', 6, 'VALIDATION', 'It was refused.', 'Correct it.', 'it was refused.', 'entry-4', 'OPEN', current_timestamp - interval '3' minute);
insert into log_entry (connection_id, flow, subject, step, job_id, failure_class, cause, remedy, searchable, open_fingerprint, state, last_at)
values ('former', 'push-project', 'project:95017', 'project', 7, 'VALIDATION', 'It was refused.', 'Correct it.', 'it was refused.', 'entry-5', 'OPEN', current_timestamp - interval '2' minute);
insert into replay (state, reason, asked_by, asked_for, begins, mapping, canary) values ('RUNNING', 'corrected', 'admin', '{"entries":[3,4,5],"mapping":"then"}', 'start', 'then', false);
insert into replay_item (replay_id, job_id, connection_id, kind, subject, state, result, started_at, finished_at)
values (1, 5, 'former', 'push-project', 'project:95015', 'SUCCEEDED', 'The job came to its end.', current_timestamp - interval '3' minute, current_timestamp - interval '2' minute);
insert into replay_item (replay_id, job_id, connection_id, kind, subject, state, active_job, started_at)
values (1, 6, 'former', 'push-project', 'project:95016', 'RUNNING', 6, current_timestamp - interval '2' minute);
insert into replay_item (replay_id, job_id, connection_id, kind, subject, state, active_job) values (1, 7, 'former', 'push-project', 'project:95017', 'WAITING', 7);
insert into replay_entry (entry_id, replay_id, item_id) values (3, 1, 1);
insert into replay_entry (entry_id, replay_id, item_id) values (4, 1, 2);
insert into replay_entry (entry_id, replay_id, item_id) values (5, 1, 3);

-- Job 8 has written revenue.
insert into job (connection_id, kind, subject, payload, source, state, due_at, attempts, started_at, finished_at)
values ('former', 'sync-revenue', 'project:95001', '{"project":"95001"}', 'api', 'DONE', current_timestamp - interval '2' minute, 1, current_timestamp - interval '2' minute, current_timestamp - interval '1' minute);
insert into carried_plan (connection_id, subject, flow, job_subject, plan, links, carried_at)
values ('former', 'revenue:95001', 'sync-revenue', 'project:95001', '{"subject":"revenue:95001","system":"connectwise","steps":[],"warnings":[{"step":null,"text":"Nothing to write."}]}', '[]', current_timestamp - interval '1' minute);
