-- Stored names follow the names of the API.

update connection set settings = replace(replace(settings, '"fullPass":', '"fullSync":'), '"brakePercent":', '"safetyLimitPercent":')
where settings like '%"fullPass":%' or settings like '%"brakePercent":%';

update schedule set flow = 'full-sync' where flow = 'full-pass';

update log_entry set field = 'opportunities.safetyLimitPercent',
    searchable = left(replace(searchable, 'opportunities.brakepercent', 'opportunities.safetylimitpercent'), 2000)
where field = 'opportunities.brakePercent';

update replay set mapping = 'current' where mapping = 'now';
update replay set mapping = 'original' where mapping = 'then';

update plan_preview set preview = replace(replace(preview, '"what":"', '"action":"'), '"effort":', '"estimate":') where preview is not null;

update job set report = replace(replace(replace(replace(replace(replace(replace(replace(report, '{"step":"', '{"key":"'),
    '"what":"', '"action":"'), '"outcome":"CREATED"', '"action":"CREATE"'), '"outcome":"UPDATED"', '"action":"UPDATE"'),
    '"outcome":"EXISTING"', '"action":"REUSE"'), '"outcome":"FAILED"', '"action":"REFUSED"'), '"outcome":"BLOCKED"', '"action":"BLOCKED"'),
    '"outcome":', '"action":')
where report is not null;

alter table settlement rename to manual_resolution;
alter table manual_resolution rename column settled_by to resolved_by;
alter table manual_resolution rename column settled_at to resolved_at;
alter index settlement_of_subject rename to manual_resolution_of_subject;

update ledger set origin = 'RESOLVED' where origin = 'SETTLED';
update job set source = 'resolution' where source = 'settlement';
